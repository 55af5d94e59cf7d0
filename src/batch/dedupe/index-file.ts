import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync } from 'node:fs';
import { OutputError, reason, systemCode, UsageError } from '../../contract/run-errors.ts';
import { createColumn } from '../../dedupe/corpus/columns.ts';
import type { Corpus } from '../../dedupe/corpus/corpus.ts';
import { createMemorySignatures, parted, type Stores } from '../../dedupe/corpus/stores.ts';
import { printable } from '../../text/printable.ts';
import { readAt, writeAll } from '../spool.ts';
import { lockFile } from './index-lock.ts';
import { readSegment, type Segment, writeSegment } from './index-segment.ts';

// Name and version of the layout, and the id of the weights, 16 bytes each; then the size that is valid. In bytes.
const FORMAT = 'copydesk.index/2';
const ID_AT = 16;
const SIZE_AT = 32;
const HEADER = 64;

/** What earlier batches left, and where a new one is added. */
export interface DedupeIndex {
  /** The articles of earlier batches. */
  readonly known: Corpus;
  /** What is kept of their texts, and of those that are added. */
  readonly stores: Stores;
  /** Adds what a corpus has beyond what was known; the file is valid before and after. */
  append(corpus: Corpus): void;
  close(): void;
}

/**
 * Opens an index, or begins one where there is no such file. One run at a time may have it open.
 *
 * @param weightsId what the table of weights is known by: signatures of another table cannot be compared
 * @throws {UsageError} when the file is no index, of another version, or made with other weights
 */
export function openIndex(path: string, weightsId: string): DedupeIndex {
  const unlock = lockFile(path);
  const descriptor = open(path, unlock);
  const closeAll = (): void => {
    closeSync(descriptor);
    unlock();
  };
  try {
    const size = validSize(descriptor, path, weightsId);
    if (!Number.isSafeInteger(size) || size < HEADER) throw new RangeError('its size is none');
    if (size > HEADER && fstatSync(descriptor).size < size) throw new RangeError('it is too short');
    const segments: Segment[] = [];
    for (let at = HEADER; at < size; at = segments.at(-1)!.end) {
      segments.push(readSegment(descriptor, at, size));
    }
    return { ...indexOf(descriptor, segments, size, weightsId, path), close: closeAll };
  } catch (error) {
    closeAll();
    if (error instanceof UsageError || error instanceof OutputError) throw error;
    throw new UsageError(
      `expected ${printable(path)} to be an index of copydesk dedupe, found a damaged one: ${reason(error)}; put a copy of it back, or remove it and add its batches anew`,
    );
  }
}

function open(path: string, unlock: () => void): number {
  try {
    return openSync(path, 'r+');
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') {
      unlock();
      throw cannot(path, error);
    }
  }
  try {
    return openSync(path, 'wx+');
  } catch (error) {
    unlock();
    throw cannot(path, error);
  }
}

function cannot(path: string, error: unknown): OutputError {
  return new OutputError(`cannot open ${printable(path)}: ${reason(error)}`, { cause: error });
}

/** The size up to which the file is valid; a new file gets its header. */
function validSize(descriptor: number, path: string, weightsId: string): number {
  const { size } = fstatSync(descriptor);
  if (size === 0) return HEADER;
  if (size < HEADER) throw notOne(path, 'a file that is too short');
  const header = readAt(descriptor, 0, HEADER);
  const format = header.toString('latin1', 0, ID_AT);
  if (format !== FORMAT) throw notOne(path, `"${printable(format)}"`);
  const id = header.toString('latin1', ID_AT, SIZE_AT);
  if (id !== weightsId) {
    throw new UsageError(
      `expected ${printable(path)} to be made with the weights ${weightsId}, found ${printable(id)}; give the same --weights, or begin another index`,
    );
  }
  return header.readDoubleLE(SIZE_AT);
}

function notOne(path: string, found: string): UsageError {
  return new UsageError(
    `expected ${printable(path)} to be an index of copydesk dedupe (${FORMAT}), found ${found}; take another file`,
  );
}

function indexOf(
  descriptor: number,
  segments: readonly Segment[],
  size: number,
  weightsId: string,
  path: string,
): Omit<DedupeIndex, 'close'> {
  const signatures = createMemorySignatures();
  const places = createColumn(Float64Array);
  const lengths = createColumn(Uint32Array);
  const added = { keys: createColumn(Uint32Array), texts: createColumn(Uint32Array) };
  for (const { signatureLengths, signaturesAt } of segments) {
    let at = signaturesAt;
    for (const length of signatureLengths) {
      places.push(at);
      lengths.push(length);
      at += length;
    }
  }
  const known = places.length;
  return {
    known: joined(segments),
    stores: {
      postings: {
        add(key, text) {
          added.keys.push(key);
          added.texts.push(text);
        },
        parts: () =>
          parted([
            ...segments.map(({ keys, keyTexts: articles }) => ({ keys, articles })),
            { keys: added.keys.view(), articles: added.texts.view() },
          ]),
      },
      signatures: {
        append: (bytes) => known + signatures.append(bytes),
        read: (number) =>
          number < known
            ? readAt(descriptor, places.at(number), lengths.at(number))
            : signatures.read(number - known),
      },
      close: () => undefined,
    },
    append(corpus) {
      try {
        const from = places.length;
        const before = segments.reduce((sum, { ids }) => sum + ids.length, 0);
        function* newOnes(): Generator<Uint8Array> {
          for (let i = from; i < corpus.identities.length; i++) yield signatures.read(i - from);
        }
        const end = writeSegment(descriptor, size, {
          ids: corpus.ids.slice(before),
          days: corpus.days.subarray(before),
          lengths: corpus.lengths.subarray(before),
          texts: corpus.texts.subarray(before),
          identities: corpus.identities.subarray(from),
          keys: added.keys.view(),
          keyTexts: added.texts.view(),
          signatures: { [Symbol.iterator]: newOnes },
        });
        ftruncateSync(descriptor, end);
        fsyncSync(descriptor);
        const header = Buffer.alloc(HEADER);
        header.write(FORMAT + weightsId, 'latin1');
        header.writeDoubleLE(end, SIZE_AT);
        writeAll(descriptor, header, 0);
        fsyncSync(descriptor);
      } catch (error) {
        throw error instanceof OutputError ? error : cannot(path, error);
      }
    },
  };
}

/** The articles of all segments. */
function joined(segments: readonly Segment[]): Corpus {
  const ids: string[] = [];
  for (const segment of segments) for (const id of segment.ids) ids.push(id);
  const all = <Numbers extends Int32Array | Uint32Array | Float64Array>(
    make: new (length: number) => Numbers,
    of: (segment: Segment) => Numbers,
  ): Numbers => {
    const parts = segments.map(of);
    const whole = new make(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  };
  return {
    ids,
    days: all(Int32Array, ({ days }) => days),
    lengths: all(Uint32Array, ({ lengths }) => lengths),
    texts: all(Uint32Array, ({ texts }) => texts),
    identities: all(Float64Array, ({ identities }) => identities),
  };
}
