import type { Postings } from '../candidates/pairs.ts';
import { createColumn } from './columns.ts';

/** Where signatures are kept until they are compared. */
export interface SignatureStore {
  /** Keeps bytes and gives their number, counted from 0. */
  append(bytes: Uint8Array): number;
  read(number: number): Uint8Array;
}

/** Where keys are kept until candidates are looked for. */
export interface PostingStore {
  add(key: number, text: number): void;
  /** All keys in parts; those that are equal stand in the same part. */
  parts(): Iterable<Postings>;
}

/** Both, and what lets go of what they hold outside of memory. */
export interface Stores {
  readonly signatures: SignatureStore;
  readonly postings: PostingStore;
  close(): void;
}

/** Bytes of a chunk of signatures: some thousand of them. */
const CHUNK = 4 * 1024 * 1024;

/** Stores in memory. */
export function createMemoryStores(): Stores {
  const keys = createColumn(Uint32Array);
  const texts = createColumn(Uint32Array);
  return {
    signatures: createMemorySignatures(),
    postings: {
      add(key, text) {
        keys.push(key);
        texts.push(text);
      },
      parts: () => parted([{ keys: keys.view(), articles: texts.view() }]),
    },
    close: () => undefined,
  };
}

/** Parts of the keys, by their upper bits: 16, so that what sorting takes beside them is little. */
const PART_BITS = 4;

/** Keys and their texts, which may lie in several places, in parts; those that are equal stand in the same part. */
export function* parted(places: readonly Postings[]): Generator<Postings> {
  const counts = new Uint32Array(1 << PART_BITS);
  for (const { keys } of places) for (const key of keys) counts[key >>> (32 - PART_BITS)]! += 1;
  for (const [part, count] of counts.entries()) {
    const found = { keys: new Uint32Array(count), articles: new Uint32Array(count) };
    let n = 0;
    for (const { keys, articles } of places) {
      for (let i = 0; i < keys.length; i++) {
        if (keys[i]! >>> (32 - PART_BITS) !== part) continue;
        found.keys[n] = keys[i]!;
        found.articles[n] = articles[i]!;
        n += 1;
      }
    }
    yield found;
  }
}

/** Signatures in memory. */
export function createMemorySignatures(): SignatureStore {
  const chunks: Uint8Array[] = [];
  const places = createColumn(Float64Array);
  const lengths = createColumn(Uint32Array);
  let used = CHUNK;
  return {
    append(bytes) {
      if (used + bytes.length > CHUNK) {
        chunks.push(new Uint8Array(Math.max(CHUNK, bytes.length)));
        used = 0;
      }
      chunks.at(-1)!.set(bytes, used);
      places.push((chunks.length - 1) * CHUNK + used);
      lengths.push(bytes.length);
      used += bytes.length;
      return places.length - 1;
    },
    read(number) {
      const place = places.at(number);
      const chunk = chunks[Math.floor(place / CHUNK)]!;
      return chunk.subarray(place % CHUNK, (place % CHUNK) + lengths.at(number));
    },
  };
}
