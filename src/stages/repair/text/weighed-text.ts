import { keptCost } from '../../../language-model/character-costs.ts';
import type { Model } from '../../../language-model/trigram-model.ts';

/** A text weighed as it stands. What is ASCII and stands far from all else costs nothing here: it stays. */
export interface WeighedText {
  readonly model: Model;
  readonly codes: readonly number[];
  /** The model's numbers, two spaces before and after: character `i` is at `i + 2`. */
  readonly ids: Uint16Array;
  /** Bits of each character as it stands, and of the end. */
  readonly kept: Float64Array;
  /** Bits of all characters before index `i`; the last entry includes the end of the text. */
  readonly sums: Float64Array;
  /** Where the costliest character stands, or the last one that is no ASCII before it. */
  readonly costliest: number;
}

/** Code points behind one that is no ASCII that may be read in a new light: the longest guess at lost bytes, and two. */
const REACH = 8;

/** Weighs a text as it stands. */
export function weighText(model: Model, codes: readonly number[]): WeighedText {
  const n = codes.length;
  const ids = new Uint16Array(n + 4).fill(model.space);
  const kept = new Float64Array(n + 2);
  const sums = new Float64Array(n + 3);
  for (let i = 0; i < n; i++) ids[i + 2] = model.idOf(codes[i]!);
  let sum = 0;
  let last = -REACH - 1;
  let costliest = 0;
  let most = 0;
  for (let i = 0; i < n + 2; i++) {
    if (i < n && codes[i]! >= 0x80) last = i;
    if (i - last <= REACH || i >= n) {
      const bits = keptCost(model, ids[i]!, ids[i + 1]!, ids[i + 2]!);
      kept[i] = bits;
      sum += bits;
      if (bits > most && i - last < 2) {
        most = bits;
        costliest = last;
      }
    }
    sums[i + 1] = sum;
  }
  return { model, codes, ids, kept, sums, costliest };
}
