import type { Postings } from '../../dedupe/candidates/pairs.ts';
import { createColumn } from '../../dedupe/corpus/columns.ts';
import {
  type PostingStore,
  parted,
  type SignatureStore,
  type Stores,
} from '../../dedupe/corpus/stores.ts';
import { readAt, writeAll } from '../spool.ts';
import { openTemporary, type TemporaryFile } from '../temporary.ts';
import { createBlockReader } from './block-reader.ts';

/** Bytes of a chunk of signatures, which is written as a whole. */
const CHUNK = 4 * 1024 * 1024;
/** Bytes of a key with its text. */
const POSTING = 8;
// Keys are parted by their upper bits, so that a part is sorted in memory: 64 parts.
const PART_BITS = 6;
const PARTS = 1 << PART_BITS;
/** Keys of a part that are gathered before they are written: 256 KB. */
const GATHERED = 1 << 15;
/** Of the memory that is given, so much is the keys' share; the rest is the signatures'. Set by hand. */
const SHARE_OF_KEYS = 0.5;

/**
 * Stores that keep to some memory and put what goes beyond into temporary files.
 *
 * @param memory bytes that they may take
 */
export function createSpilledStores(memory: number): Stores {
  const files: TemporaryFile[] = [];
  const open = (): number => {
    const file = openTemporary();
    files.push(file);
    return file.descriptor;
  };
  return {
    signatures: createSignatures(memory * (1 - SHARE_OF_KEYS), open),
    postings: createPostings((memory * SHARE_OF_KEYS) / POSTING, open),
    close() {
      for (const file of files.splice(0)) file.close();
    },
  };
}

/** Chunks in memory, the later ones in a file. */
function createSignatures(memory: number, open: () => number): SignatureStore {
  const held: Buffer[] = [];
  const most = Math.max(1, Math.floor(memory / CHUNK));
  const places = createColumn(Float64Array);
  const lengths = createColumn(Uint32Array);
  let file = -1;
  let last = Buffer.alloc(CHUNK);
  const readBlocks = createBlockReader();
  let chunks = 0;
  let used = 0;
  const putAway = (): void => {
    if (held.length < most) {
      held.push(last);
      last = Buffer.alloc(CHUNK);
    } else {
      if (file < 0) file = open();
      writeAll(file, last, (chunks - held.length) * CHUNK);
    }
    chunks += 1;
    used = 0;
  };
  return {
    append(bytes) {
      if (used + bytes.length > CHUNK) putAway();
      last.set(bytes, used);
      places.push(chunks * CHUNK + used);
      lengths.push(bytes.length);
      used += bytes.length;
      return places.length - 1;
    },
    read(number) {
      const chunk = Math.floor(places.at(number) / CHUNK);
      const at = places.at(number) % CHUNK;
      const length = lengths.at(number);
      if (chunk === chunks) return last.subarray(at, at + length);
      const whole = held[chunk];
      if (whole !== undefined) return whole.subarray(at, at + length);
      return readBlocks(file, (chunk - held.length) * CHUNK + at, length);
    },
  };
}

/** Keys in memory; when there are too many, all of them parted in a file. */
function createPostings(most: number, open: () => number): PostingStore {
  const keys = createColumn(Uint32Array);
  const texts = createColumn(Uint32Array);
  let file: PartedFile | null = null;
  return {
    add(key, text) {
      if (file !== null) {
        file.add(key, text);
        return;
      }
      keys.push(key);
      texts.push(text);
      if (keys.length < most) return;
      file = createPartedFile(open());
      for (let i = 0; i < keys.length; i++) file.add(keys.at(i), texts.at(i));
      keys.clear();
      texts.clear();
    },
    parts: () => file?.parts() ?? parted([{ keys: keys.view(), articles: texts.view() }]),
  };
}

interface PartedFile {
  add(key: number, text: number): void;
  parts(): Iterable<Postings>;
}

function createPartedFile(descriptor: number): PartedFile {
  const gathered = Array.from({ length: PARTS }, () => new Uint32Array(2 * GATHERED));
  const counts = new Uint32Array(PARTS);
  // Where the written stretches of each part are, in the order in which they were written.
  const places: number[][] = Array.from({ length: PARTS }, () => []);
  let size = 0;
  return {
    add(key, text) {
      const part = key >>> (32 - PART_BITS);
      const room = gathered[part]!;
      room[2 * counts[part]!] = key;
      room[2 * counts[part]! + 1] = text;
      counts[part]! += 1;
      if (counts[part] !== GATHERED) return;
      writeAll(descriptor, new Uint8Array(room.buffer), size);
      places[part]!.push(size);
      size += room.byteLength;
      counts[part] = 0;
    },
    *parts() {
      for (let part = 0; part < PARTS; part++) {
        const blocks = places[part]!.map((at) => {
          const bytes = readAt(descriptor, at, GATHERED * POSTING);
          return new Uint32Array(Uint8Array.from(bytes).buffer);
        });
        yield unzipped([...blocks, gathered[part]!.subarray(0, 2 * counts[part]!)]);
      }
    },
  };
}

/** Keys and texts that follow each other in turn, as two lists. */
function unzipped(blocks: readonly Uint32Array[]): Postings {
  const count = blocks.reduce((sum, block) => sum + block.length / 2, 0);
  const keys = new Uint32Array(count);
  const articles = new Uint32Array(count);
  let at = 0;
  for (const block of blocks) {
    for (let i = 0; i < block.length; i += 2, at++) {
      keys[at] = block[i]!;
      articles[at] = block[i + 1]!;
    }
  }
  return { keys, articles };
}
