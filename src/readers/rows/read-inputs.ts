import { describe, InputError } from '../../contract/errors.ts';
import type { Source } from '../../contract/input.ts';
import { named } from '../../contract/value-names.ts';
import { NEWLINE } from '../bytes/ascii.ts';
import { INPUT_KINDS, type InputKind } from '../kinds.ts';
import { createNotes } from '../notes.ts';
import { openInput } from '../open-input.ts';
import { WHOLE } from '../reader.ts';
import { readerOf } from '../readers.ts';
import { HEAD_BYTES } from '../sniff.ts';
import { compressionOf } from '../unpack/compression.ts';

/** How a stream is read. */
export interface ReadInputsOptions {
  /** What it holds (default `auto`: what its first bytes look like). */
  readonly from?: InputKind;
  /** Id of an article that is the whole stream (default `input`). */
  readonly id?: string;
}

/**
 * The inputs in a stream of bytes: rows of NDJSON or of one JSON list, records of a WARC, or one text or page. Compressed
 * streams are unpacked. A row that is no good is an `InputError` in its place, so that `cleanAll` gives a failure there.
 *
 * @throws {InputError} when it is given no stream
 * @example
 * for await (const article of desk.cleanAll(readInputs(createReadStream('rows.ndjson.gz')))) …
 */
export function readInputs(
  stream: AsyncIterable<Uint8Array | string>,
  { from = 'auto', id = 'input' }: ReadInputsOptions = {},
): AsyncGenerator<Source | InputError> {
  if (typeof stream !== 'object' || stream === null || !(Symbol.asyncIterator in stream)) {
    throw new InputError('bad-input', `expected a stream of bytes, found ${named(stream)}`);
  }
  if (!INPUT_KINDS.includes(from)) {
    const kinds = INPUT_KINDS.join(', ');
    throw new InputError('bad-input', `expected from to be one of ${kinds}, found ${named(from)}`);
  }
  return inputsIn(stream, from, id);
}

async function* inputsIn(
  stream: AsyncIterable<Uint8Array | string>,
  from: InputKind,
  id: string,
): AsyncGenerator<Source | InputError> {
  const opened = await openInput(FILE, from, bytesIn(stream));
  const reader = await readerOf(opened.kind);
  const options = { id, everyLine: false, notes: createNotes() };
  for await (const entry of reader.read(opened, WHOLE, options)) {
    try {
      yield await entry.load();
    } catch (error) {
      yield error instanceof InputError ? error : internal(error);
    }
  }
}

const FILE = {
  path: null,
  shown: 'the stream',
  root: null,
  relative: 'stream',
  kind: 'auto',
  isPipe: false,
} as const;

/** The bytes of a stream, of which the first chunk is enough to see what it holds: a line, or a head of packed bytes. */
async function* bytesIn(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    if (head === null) {
      yield bytes;
      continue;
    }
    head = Buffer.concat([head, bytes]);
    if (head.length < HEAD_BYTES && (compressionOf(head) !== null || !head.includes(NEWLINE)))
      continue;
    yield head;
    head = null;
  }
  if (head !== null && head.length > 0) yield head;
}

function internal(error: unknown): InputError {
  return new InputError('internal', describe(error).message, { cause: error });
}
