import type { Model } from './trigram-model.ts';

/** Bits of a character, by its number `c`, after the numbers `a` and `b`. */
export type CharacterCost = (model: Model, a: number, b: number, c: number) => number;

/** The model's own cost, without a ceiling for what is kept or a floor for what is made. */
export const plainCost: CharacterCost = (model, a, b, c) => model.cost(a, b, c);

/** What stands behind a text. */
const SPACE = 0x20;

/**
 * Bits of those of the first `length` code points of a list that `counts` accepts by their index, each after the two
 * before it; spaces stand before the first. Index `length` is the space behind the last. Adding up may end as soon as
 * the sum is above `limit`.
 */
export function costOf(
  model: Model,
  codes: ArrayLike<number>,
  length: number,
  cost: CharacterCost,
  counts: (index: number) => boolean,
  limit = Number.POSITIVE_INFINITY,
): number {
  let a = model.space;
  let b = model.space;
  let bits = 0;
  for (let i = 0; i <= length && bits <= limit; i++) {
    const c = model.idOf(i < length ? codes[i]! : SPACE);
    if (counts(i)) bits += cost(model, a, b, c);
    a = b;
    b = c;
  }
  return bits;
}
