import { crc32 } from 'node:zlib';
import { createColumn } from '../../dedupe/corpus/columns.ts';
import type { Corpus } from '../../dedupe/corpus/corpus.ts';
import { readInto, writeAll } from '../spool.ts';

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

/**
 * Numbers at a segment's start, 8 bytes each: articles, texts, keys, bytes of ids, bytes of signatures, and the checksum
 * (CRC-32) of those and of all sections behind them.
 */
const COUNTS = 6;
/** Signatures are read in pieces of this many bytes for the checksum, 1 MB. Set by hand. */
const PIECE = 1 << 20;
/** Sections begin at multiples of it, in bytes. */
const ALIGNMENT = 8;

const aligned = (at: number): number => Math.ceil(at / ALIGNMENT) * ALIGNMENT;

/**
 * Reads a segment; its signatures stay in the file.
 *
 * @throws {RangeError} when it does not end where the index says, or is not what was written
 */
export function readSegment(descriptor: number, start: number, limit: number): Segment {
  let at = start;
  const take = (length: number): ArrayBuffer => {
    if (!(length >= 0) || at + length > limit)
      throw new RangeError('a segment goes on behind the end');
    const bytes = new Uint8Array(length);
    readInto(descriptor, at, bytes);
    at = aligned(at + length);
    checksum = crc32(bytes, checksum);
    return bytes.buffer;
  };
  let checksum = 0;
  const counts = new Float64Array(take(COUNTS * Float64Array.BYTES_PER_ELEMENT));
  const [articles, texts, keys, idBytes, signatureBytes, expected] = counts as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (!counts.every(isCount)) throw new RangeError('its counts are none');
  checksum = checksumOf(counts);
  const idText = Buffer.from(take(idBytes)).toString('utf8');
  const segment = {
    days: new Int32Array(take(articles * 4)),
    lengths: new Uint32Array(take(articles * 4)),
    texts: new Uint32Array(take(articles * 4)),
    identities: new Float64Array(take(texts * 8)),
    signatureLengths: new Uint32Array(take(texts * 4)),
    keys: new Uint32Array(take(keys * 4)),
    keyTexts: new Uint32Array(take(keys * 4)),
  };
  const end = aligned(at + signatureBytes);
  if (!(signatureBytes >= 0) || end > limit) {
    throw new RangeError('a segment is of the wrong length');
  }
  const piece = new Uint8Array(PIECE);
  for (let from = at; from < at + signatureBytes; from += PIECE) {
    const bytes = piece.subarray(0, at + signatureBytes - from);
    readInto(descriptor, from, bytes);
    checksum = crc32(bytes, checksum);
  }
  if (checksum !== expected) {
    throw new RangeError('its checksum is another one than when it was written');
  }
  return { ...segment, ids: JSON.parse(idText) as string[], signaturesAt: at, end };
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}

/** Of the counts themselves, without the checksum among them. */
function checksumOf(counts: Float64Array): number {
  return crc32(bytesOf(counts.subarray(0, COUNTS - 1)));
}

function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
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
  const counts = Float64Array.from([
    ids.length,
    identities.length,
    keys.length,
    idBytes.length,
    signatureBytes,
    0,
  ]);
  let checksum = checksumOf(counts);
  let at = aligned(start + counts.byteLength);
  for (const section of [
    idBytes,
    days,
    lengths,
    texts,
    identities,
    signatureLengths.view(),
    keys,
    keyTexts,
  ]) {
    const bytes = bytesOf(section);
    checksum = crc32(bytes, checksum);
    writeAll(descriptor, bytes, at);
    at = aligned(at + bytes.length);
  }
  for (const bytes of segment.signatures) {
    checksum = crc32(bytes, checksum);
    writeAll(descriptor, bytes, at);
    at += bytes.length;
  }
  counts[COUNTS - 1] = checksum;
  writeAll(descriptor, bytesOf(counts), start);
  return aligned(at);
}
