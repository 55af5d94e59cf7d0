import { NO_DAY } from '../row.ts';
import { unpackSignature } from '../sign/pack.ts';
import type { Room } from '../sign/room.ts';
import type { Signature } from '../sign/signature.ts';
import type { GramWeights } from '../weights/gram-weights.ts';
import { createComparer } from './compare.ts';
import { decide, type Verdict } from './decide.ts';
import { compareFacts, type SortedFacts, sortFacts } from './facts.ts';

/** What is known of an article when it is compared. */
export interface Compared {
  readonly signature: Signature;
  readonly facts: SortedFacts;
  readonly day: number;
}

/**
 * What an article's signature says when it is compared.
 *
 * @param day see `dayOf`
 * @param room where it is put
 */
export function comparedOf(
  bytes: Uint8Array,
  weights: GramWeights,
  day: number,
  room: Room,
): Compared {
  const signature = unpackSignature(bytes, weights, room);
  return { signature, facts: sortFacts(signature, room), day };
}

/** Decides whether two articles are one; both ways round the same. */
export type Judge = (a: Compared, b: Compared) => Verdict;

const OTHER_TIME: Verdict = { same: false, reason: 'other-time', strength: 0 };

/**
 * A judge with its scratch memory.
 *
 * @param window days that may lie between two articles that are one
 */
export function createJudge(window: number): Judge {
  const comparer = createComparer();
  let taken: Signature | null = null;
  return (a, b) => {
    if (!isNear(a.day, b.day, window)) return OTHER_TIME;
    if (a.signature !== taken) comparer.take(a.signature);
    taken = a.signature;
    return decide(comparer.with(b.signature), () => compareFacts(a.facts, b.facts));
  };
}

/** Whether two days lie within a window; one that is not known lies in every one. */
function isNear(a: number, b: number, window: number): boolean {
  return a === NO_DAY || b === NO_DAY || Math.abs(a - b) <= window;
}
