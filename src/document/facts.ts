import type { Fact } from './document.ts';

/** The one place that makes facts, so that all have the same fields in the same order. */
export function createFact(
  from: string,
  name: string,
  value: string,
  type: string | undefined,
): Fact {
  return { from, name, value, type };
}

/** The fact with another value. */
export function withValue(fact: Fact, value: string): Fact {
  return createFact(fact.from, fact.name, value, fact.type);
}
