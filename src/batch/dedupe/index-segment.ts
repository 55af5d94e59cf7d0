import { createColumn } from '../../dedupe/corpus/columns.ts';
import type { Corpus } from '../../dedupe/corpus/corpus.ts';
import { readAt, writeAll } from '../spool.ts';

/** What one batch added to an index. */
export interface Segment extends Corpus {
  readonly keys: Uint32Array;
  readonly keyTexts: Uint32Array;
  /** Length of each signature, in bytes. */
  readonly signatureLengths: Uint32Array;
  /** Where the first signature begins in the file. */
  readonly signaturesAt: number;
  /** Where the next segment begins. */
  readonly end: number;
}

/** Counts at a segment's start, each a number of 8 bytes: articles, texts, keys, bytes of ids, bytes of signatures. */
const COUNTS = 5;
/** Sections begin at multiples of it, in bytes. */
const ALIGNMENT = 8;

const aligned = (at: number): number => Math.ceil(at / ALIGNMENT) * ALIGNMENT;

/**
 * Reads a segment; its signatures stay in the file.
 *
 * @throws {RangeError} when it does not end where the index says
 */
export function readSegment(descriptor: number, start: number, limit: number): Segment {
  let at = start;
  const take = (length: number): ArrayBuffer => {
    if (!(length >= 0) || at + length > limit)
      throw new RangeError('a segment goes on behind the end');
    const bytes = readAt(descriptor, at, length);
    at = aligned(at + length);
    return Uint8Array.from(bytes).buffer;
  };
  const [articles, texts, keys, idBytes, signatureBytes] = new Float64Array(
    take(COUNTS * Float64Array.BYTES_PER_ELEMENT),
  ) as unknown as [number, number, number, number, number];
  const ids = JSON.parse(Buffer.from(take(idBytes)).toString('utf8')) as string[];
  const segment = {
    ids,
    days: new Int32Array(take(articles * 4)),
    lengths: new Uint32Array(take(articles * 4)),
    texts: new Uint32Array(take(articles * 4)),
    identities: new Float64Array(take(texts * 8)),
    signatureLengths: new Uint32Array(take(texts * 4)),
    keys: new Uint32Array(take(keys * 4)),
    keyTexts: new Uint32Array(take(keys * 4)),
  };
  const end = aligned(at + signatureBytes);
  if (ids.length !== articles || end > limit)
    throw new RangeError('a segment is of the wrong length');
  return { ...segment, signaturesAt: at, end };
}

/** What a segment is written from. */
export interface NewSegment extends Corpus {
  readonly keys: Uint32Array;
  readonly keyTexts: Uint32Array;
  readonly signatures: Iterable<Uint8Array>;
}

/** Writes a segment and gives the place behind it. */
export function writeSegment(descriptor: number, start: number, segment: NewSegment): number {
  const { ids, days, lengths, texts, identities, keys, keyTexts } = segment;
  const idBytes = Buffer.from(JSON.stringify(ids), 'utf8');
  const signatureLengths = createColumn(Uint32Array);
  let signatureBytes = 0;
  for (const { length } of segment.signatures) {
    signatureLengths.push(length);
    signatureBytes += length;
  }
  const counts = [ids.length, identities.length, keys.length, idBytes.length, signatureBytes];
  let at = start;
  const put = (section: ArrayBufferView): void => {
    writeAll(
      descriptor,
      new Uint8Array(section.buffer, section.byteOffset, section.byteLength),
      at,
    );
    at = aligned(at + section.byteLength);
  };
  for (const section of [Float64Array.from(counts), idBytes, days, lengths, texts, identities])
    put(section);
  for (const section of [signatureLengths.view(), keys, keyTexts]) put(section);
  for (const bytes of segment.signatures) {
    writeAll(descriptor, bytes, at);
    at += bytes.length;
  }
  return aligned(at);
}
