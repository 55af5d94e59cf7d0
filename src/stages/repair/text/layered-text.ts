import type { Ordinals } from './ordinals.ts';

/** Text on its way through the layers: code points, and the stretch of the input that each stands for. */
export interface LayeredText {
  readonly codes: ArrayLike<number>;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** Not touched by an earlier layer, though it is no ASCII: later layers must leave it alone. May be shorter than the text. */
  readonly dead: readonly boolean[];
  /** Where a layer may begin to be undone: elements that are no ASCII, not dead, and first of their stretch. */
  readonly open: readonly number[];
  /** Whether no layer has been undone yet. */
  readonly untouched: boolean;
}

const NONE: readonly boolean[] = [];

/** The input as text of which no layer has been undone. */
export function untouchedText(ordinals: Ordinals, codes: readonly number[]): LayeredText {
  const { length } = codes;
  return layeredText(codes, ordinals.starts(length), ordinals.ends(length), NONE, true);
}

/** Text after some layers, with the places where it may be undone further. */
export function layeredText(
  codes: readonly number[],
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  dead: readonly boolean[],
  untouched: boolean,
): LayeredText {
  const open: number[] = [];
  for (let s = 0; s < codes.length; s++) {
    if (codes[s]! >= 0x80 && !dead[s] && from[s] !== to[s]) open.push(s);
  }
  return { codes, from, to, dead, open, untouched };
}
