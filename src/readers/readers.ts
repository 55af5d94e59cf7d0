import type { InputKind } from './kinds.ts';
import type { Reader } from './reader.ts';

const whole = async (): Promise<Reader> => (await import('./whole/whole-reader.ts')).wholeReader;

/** The reader of each kind, loaded when it is first needed. */
const READERS: Readonly<Record<InputKind, () => Promise<Reader>>> = {
  auto: whole,
  text: whole,
  html: whole,
  ndjson: async () => (await import('./json/ndjson-reader.ts')).ndjsonReader,
  json: async () => (await import('./json/json-reader.ts')).jsonReader,
};

/** The reader of inputs of a kind. */
export function readerOf(kind: InputKind): Promise<Reader> {
  return READERS[kind]();
}
