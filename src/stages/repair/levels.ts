import type { Points } from './points.ts';

/** A text after some layers were undone: its code points, and where in the input each of them ends (it begins where the one before ends). */
export interface Level {
  readonly codes: readonly number[];
  readonly ends: readonly number[];
  /** Continuation bytes of UTF-8 that were found in their places. */
  readonly proof: number;
  /** Characters that are no ASCII. */
  readonly wide: number;
  /** Whether it holds what can only be on its way to something else: C1 controls. */
  readonly open: boolean;
}

/** The input as the level that nothing was undone of yet. */
export function inputLevel({ codes }: Points): Level {
  const ends: number[] = [];
  let wide = 0;
  for (let i = 0; i < codes.length; i++) {
    ends.push(i + 1);
    if (codes[i]! >= 0x80) wide++;
  }
  return { codes, ends, proof: 0, wide, open: false };
}

const LIMIT = 0x32000;

/**
 * A level with every run of bytes read as UTF-8, where they had been read as what `encoder` undoes (a
 * charset of single bytes or of two); null as soon as one cannot be.
 */
export function undoLevel(level: Level, encoder: Int32Array): Level | null {
  const { codes, ends } = level;
  const { length } = codes;
  const out: number[] = [];
  const to: number[] = [];
  let proof = 0;
  let wide = 0;
  let open = false;
  let value = 0;
  let left = 0; // continuation bytes to come
  let least = 0;
  let block = 0; // characters made since the last one of the input began one
  for (let i = 0; i < length; i++) {
    const code = codes[i]!;
    if (code < 0x80) {
      if (left > 0) return null;
      out.push(code);
      to.push(ends[i]!);
      continue;
    }
    const pair = code > 0xffff ? -1 : encoder[code]!;
    if (pair < 0) return null;
    for (let shift = pair > 0xff ? 8 : 0; shift >= 0; shift -= 8) {
      const byte = (pair >> shift) & 0xff;
      if (left > 0) {
        if (byte < 0x80 || byte > 0xbf) return null;
        value = (value << 6) | (byte & 0x3f);
        proof++;
        left--;
        if (left > 0) continue;
        if (value < least || value >= LIMIT || isBarred(value)) return null;
        if (value < 0xa0) open = true;
        wide++;
      } else if (byte < 0x80) {
        value = byte;
      } else {
        if (byte < 0xc2 || byte > 0xf4) return null;
        left = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
        least = left === 1 ? 0x80 : left === 2 ? 0x800 : 0x10000;
        value = byte & (0x3f >> left);
        continue;
      }
      out.push(value);
      to.push(-1);
      block++;
    }
    if (left > 0) continue;
    // characters that share a stretch of the input: the first has it all
    for (let k = out.length - block; k < out.length; k++) to[k] = ends[i]!;
    block = 0;
  }
  return left > 0 || proof === 0 ? null : { codes: out, ends: to, proof, wide, open };
}

/** Surrogates and private use: nobody wrote those. */
function isBarred(value: number): boolean {
  return value >= 0xd800 && value < 0xf900;
}
