import type { Entry } from '../../readers/reader.ts';
import { hashOf } from '../../text/hash.ts';
import { lowerBound } from '../../text/lower-bound.ts';
import { digest, foldName, safeName } from '../../writers/files/safe-names.ts';
import type { Piece } from '../plan/shard.ts';

/** Seed of the second hash of a name, any number but that of the first. */
const OTHER_SEED = 0x2545f491;
// The two hashes make one of 53 bits, which is what a number holds.
const LOW_BITS = 2 ** 32;
const HIGH_SHIFT = 11;
/** Digits of the digest in a name that is contested, of 64: rows with one id and one number in two of a million files do not meet. */
const DIGITS = 12;
/** What contested names end in. */
const MARK = /~[0-9a-f]{12}-\d+$/;

/** Key of a name: the same for names that some file system takes for one; two others share it once in 2^53 times. */
export function nameKey(name: string): number {
  const folded = foldName(name);
  const high = hashOf(folded, OTHER_SEED) >>> HIGH_SHIFT;
  return high * LOW_BITS + (hashOf(folded) >>> 0);
}

/** The name that a row wants: its id made safe, in the folder of its file. */
export function wantedName({ id, record }: Entry, { folder }: Piece): string {
  return inFolder(folder, id ?? `row-${record}`);
}

/**
 * The name of a row's output, which depends on the row and on which names are contested, and not on the order of work: where
 * several want one, or it looks as if, all get a digest of their file's name and their row's number.
 *
 * @param contested keys of the names that several want, in order
 */
export function rowName(entry: Entry, piece: Piece, contested: Float64Array): string {
  const wanted = wantedName(entry, piece);
  if (!MARK.test(wanted) && !holds(contested, nameKey(wanted))) return wanted;
  const mark = `~${digest(piece.name).slice(0, DIGITS)}-${entry.record}`;
  return inFolder(piece.folder, `${entry.id ?? `row-${entry.record}`}${mark}`);
}

/** The keys that come more than once, in order, in memory that threads share. */
export function contestedKeys(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  all.sort();
  const twice = all.filter((key, i) => key === all[i - 1] && key !== all[i - 2]);
  const shared = new Float64Array(new SharedArrayBuffer(twice.byteLength));
  shared.set(twice);
  return shared;
}

function inFolder(folder: string, name: string): string {
  const safe = safeName(name);
  return folder === '' ? safe : `${folder}/${safe}`;
}

function holds(keys: Float64Array, key: number): boolean {
  return keys[lowerBound(keys, key)] === key;
}
