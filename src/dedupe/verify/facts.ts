import { FACT_RANGE } from '../sign/signature.ts';

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

/**
 * Compares numbers and names where the tokens around them are the same: `shares fell 17% after` and `shares fell 13%
 * after` differ. What the other article holds elsewhere is no difference.
 */
export function compareFacts(a: Float64Array, b: Float64Array): FactCounts {
  const ofA = groupsOf(a);
  const ofB = groupsOf(b);
  const valuesOfA = valuesOf(a);
  const valuesOfB = valuesOf(b);
  const numbers = { agree: 0, differ: 0 };
  const names = { agree: 0, differ: 0 };
  for (const [place, values] of ofA) {
    const others = ofB.get(place);
    if (others === undefined) continue;
    const count = place % 2 === 0 ? names : numbers;
    count.agree += [...values].filter((value) => others.has(value)).length;
    const onlyInA = [...values].filter((value) => !valuesOfB.has(value)).length;
    const onlyInB = [...others].filter((value) => !valuesOfA.has(value)).length;
    count.differ += Math.min(onlyInA, onlyInB);
  }
  return { numbers, names };
}

/** What stands in each place: by the hash of the neighbours, doubled, and one more for numbers. */
function groupsOf(facts: Float64Array): Map<number, Set<number>> {
  const groups = new Map<number, Set<number>>();
  for (const fact of facts) {
    const value = fact % FACT_RANGE;
    const place = 2 * Math.floor(fact / FACT_RANGE) + (value & 1);
    const values = groups.get(place);
    if (values) values.add(value);
    else groups.set(place, new Set([value]));
  }
  return groups;
}

function valuesOf(facts: Float64Array): Set<number> {
  return new Set(Array.from(facts, (fact) => fact % FACT_RANGE));
}
