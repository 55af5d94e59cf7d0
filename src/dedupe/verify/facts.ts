import { lowerBound } from '../../text/lower-bound.ts';
import type { Room } from '../sign/room.ts';
import { FACT_BITS, type Signature } from '../sign/signature.ts';

/** What a place and a token are parted by in one number. */
const FACT_RANGE = 2 ** FACT_BITS;

/** The numbers and names that two articles hold between the same neighbours. */
export interface FactCount {
  /** The same in both. */
  readonly agree: number;
  /** One thing in one, another in the other. */
  readonly differ: number;
}

/** The same for each kind of fact. */
export interface FactCounts {
  readonly numbers: FactCount;
  readonly names: FactCount;
}

/** Facts of an article by place, then by token, each once; and all their tokens in order. */
export interface SortedFacts {
  readonly places: Uint32Array;
  readonly values: Uint32Array;
  readonly allValues: Uint32Array;
}

/** Puts the facts of an article in order. @param room where they are put */
export function sortFacts(
  { places, values }: Pick<Signature, 'places' | 'values'>,
  room: Room,
): SortedFacts {
  const facts = room.doubles(places.length);
  for (let i = 0; i < facts.length; i++) facts[i] = places[i]! * FACT_RANGE + values[i]!;
  facts.sort();
  const sorted = { places: room.numbers(facts.length), values: room.numbers(facts.length) };
  const allValues = room.numbers(facts.length);
  allValues.set(values);
  let n = 0;
  for (let i = 0; i < facts.length; i++) {
    if (i > 0 && facts[i] === facts[i - 1]) continue;
    const place = Math.floor(facts[i]! / FACT_RANGE);
    sorted.places[n] = place;
    sorted.values[n] = facts[i]! - place * FACT_RANGE;
    n += 1;
  }
  return {
    places: sorted.places.subarray(0, n),
    values: sorted.values.subarray(0, n),
    allValues: allValues.sort(),
  };
}

/**
 * Compares numbers and names where the tokens around them are the same: `shares fell 17% after` and `shares fell 13%
 * after` differ. What the other article holds elsewhere is no difference.
 */
export function compareFacts(a: SortedFacts, b: SortedFacts): FactCounts {
  const numbers = { agree: 0, differ: 0 };
  const names = { agree: 0, differ: 0 };
  let i = 0;
  let j = 0;
  while (i < a.places.length && j < b.places.length) {
    const place = a.places[i]!;
    if (place < b.places[j]!) i += 1;
    else if (b.places[j]! < place) j += 1;
    else {
      const endA = endOf(a.places, i);
      const endB = endOf(b.places, j);
      const value = a.values[i]!;
      if (endA === i + 1 && endB === j + 1 && value === b.values[j]) {
        // Nearly all of them: one thing in each, and the same.
        if (value & 1) numbers.agree += 1;
        else names.agree += 1;
      } else {
        comparePlace(a, i, endA, b, j, endB, names, 0);
        comparePlace(a, i, endA, b, j, endB, numbers, 1);
      }
      i = endA;
      j = endB;
    }
  }
  return { numbers, names };
}

/** Where the facts end that stand in the same place as this one. */
function endOf(places: Uint32Array, start: number): number {
  let end = start + 1;
  while (end < places.length && places[end] === places[start]) end += 1;
  return end;
}

/** Counts what stands in one place of both, of names (0) or of numbers (1). */
function comparePlace(
  a: SortedFacts,
  startA: number,
  endA: number,
  b: SortedFacts,
  startB: number,
  endB: number,
  count: { agree: number; differ: number },
  kind: number,
): void {
  for (let i = startA, j = startB; i < endA && j < endB; ) {
    const [x, y] = [a.values[i]!, b.values[j]!];
    if (x === y && (x & 1) === kind) count.agree += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  const onlyInA = strangers(a.values, startA, endA, b.allValues, kind);
  if (onlyInA > 0) {
    count.differ += Math.min(onlyInA, strangers(b.values, startB, endB, a.allValues, kind));
  }
}

/** How many of these tokens of a kind another article holds nowhere. */
function strangers(
  values: Uint32Array,
  start: number,
  end: number,
  others: Uint32Array,
  kind: number,
): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    if ((values[i]! & 1) === kind && !holds(others, values[i]!)) count += 1;
  }
  return count;
}

/** Whether a number stands among others in ascending order. */
function holds(sorted: Uint32Array, value: number): boolean {
  return sorted[lowerBound(sorted, value)] === value;
}
