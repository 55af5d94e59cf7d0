import { unitEnds } from './points.ts';

/** A text after some layers were undone: its code points, and where in the input each of them ends (it begins where the one before ends). */
export interface Level {
  readonly codes: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
  readonly length: number;
  /** Continuation bytes of UTF-8 that were found in their places. */
  readonly proof: number;
  /** Characters that are no ASCII. */
  readonly wide: number;
  /** Whether it holds what can only be on its way to something else: C1 controls. */
  readonly open: boolean;
}

/** The input as the level that nothing was undone of yet. Levels made from earlier inputs are over with it: they share their room. */
export function inputLevel(codes: readonly number[]): Level {
  taken = 0;
  const { length } = codes;
  return { codes, ends: unitEnds(length), length, proof: 0, wide: 0, open: false };
}

const room = new Int32Array(1 << 18);
let taken = 0;

/** Room for so many numbers. */
function roomFor(size: number): Int32Array {
  if (taken + size > room.length) return new Int32Array(size);
  taken += size;
  return room.subarray(taken - size, taken);
}

const LIMIT = 0x32000;

/**
 * A level with every run of bytes read as UTF-8, where they had been read as what `encoder` undoes (a
 * charset of single bytes or of two); null as soon as one cannot be.
 */
export function undoLevel({ codes, ends, length }: Level, encoder: Int32Array): Level | null {
  // two bytes may make two characters
  const out = roomFor(2 * length);
  const to = roomFor(2 * length);
  let size = 0;
  let proof = 0;
  let wide = 0;
  let open = false;
  let value = 0;
  let left = 0; // continuation bytes to come
  let least = 0;
  let block = 0; // where the characters begin that share a stretch of the input
  for (let i = 0; i < length; i++) {
    const code = codes[i]!;
    const pair = code > 0xffff || (code < 0x80 && left > 0) ? -1 : encoder[code]!;
    if (pair < 0) return null;
    for (let shift = pair > 0xff ? 8 : 0; shift >= 0; shift -= 8) {
      const byte = (pair >> shift) & 0xff;
      if (left > 0) {
        if ((byte & 0xc0) !== 0x80) return null;
        value = (value << 6) | (byte & 0x3f);
        proof++;
        if (--left > 0) continue;
        if (value < least || value >= LIMIT || isBarred(value)) return null;
        if (value < 0xa0) open = true;
        wide++;
        out[size++] = value;
      } else if (byte < 0x80) {
        out[size++] = byte;
      } else {
        if (byte < 0xc2 || byte > 0xf4) return null;
        left = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
        least = left === 1 ? 0x80 : left === 2 ? 0x800 : 0x10000;
        value = byte & (0x3f >> left);
      }
    }
    // of characters that share a stretch of the input the first has it all
    if (left === 0) for (; block < size; block++) to[block] = ends[i]!;
  }
  return left > 0 || proof === 0 ? null : { codes: out, ends: to, length: size, proof, wide, open };
}

/** Surrogates and private use: nobody wrote those. */
function isBarred(value: number): boolean {
  return value >= 0xd800 && value < 0xf900;
}
