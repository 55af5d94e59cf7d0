import type { InputKind } from './kinds.ts';
import type { Reader } from './reader.ts';

const whole = async (): Promise<Reader> => (await import('./whole/whole-reader.ts')).wholeReader;

const csv = async (): Promise<Reader> => (await import('./csv/csv-reader.ts')).csvReader;
const warc = async (): Promise<Reader> => (await import('./warc/warc-reader.ts')).warcReader;

/** The reader of each kind, loaded when it is first needed. */
const READERS: Readonly<Record<InputKind, () => Promise<Reader>>> = {
  auto: whole,
  text: whole,
  html: whole,
  markdown: whole,
  ndjson: async () => (await import('./json/ndjson-reader.ts')).ndjsonReader,
  json: async () => (await import('./json/json-reader.ts')).jsonReader,
  csv,
  tsv: csv,
  warc,
  wet: warc,
  parquet: async () => (await import('./parquet/parquet-reader.ts')).parquetReader,
};

/** The reader of inputs of a kind. */
export function readerOf(kind: InputKind): Promise<Reader> {
  return READERS[kind]();
}
