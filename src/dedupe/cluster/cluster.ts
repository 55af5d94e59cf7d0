import type { Verdict } from '../verify/decide.ts';

/** Two articles that were found to be one, by their numbers. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  /** How much speaks for it, 0 to 1. */
  readonly strength: number;
}

/** Members of each of two clusters that are compared before they become one. Set by hand. */
const ENVOYS = 3;
// One in three of those pairs must be the same, and two that are outweigh one that differs in facts. Set on the open
// benchmark, by cross-validation over its clusters.
const PAIRS_FOR_ONE = 3;
const SAME_FOR_ONE = 2;

/**
 * Puts articles into clusters along edges, the strongest first. Two clusters become one only where enough of
 * their first members are one too, and few of them differ in facts. So a chain of pairs, each of them alike, does not join
 * what is not.
 *
 * @param count articles are numbered from 0, in an order that does not depend on the input's
 * @param judge decides about two articles that no edge joins
 * @returns the number of each article's cluster: that of its first member
 */
export function cluster(
  count: number,
  edges: readonly Edge[],
  judge: (a: number, b: number) => Verdict,
): Uint32Array {
  const members = new Map<number, number[]>();
  const clusterOf = Uint32Array.from({ length: count }, (_, i) => i);
  const membersOf = (i: number): number[] => members.get(i) ?? [i];
  const keyOf = (a: number, b: number): number => Math.min(a, b) * count + Math.max(a, b);
  const known = new Set(edges.map(({ a, b }) => keyOf(a, b)));
  const vote = (a: number, b: number): Vote => {
    if (known.has(keyOf(a, b))) return 'same';
    const { same, reason } = judge(a, b);
    return same ? 'same' : reason === 'other-facts' ? 'veto' : 'apart';
  };
  for (const { a, b } of [...edges].sort(strongestFirst)) {
    const [first, second] = [clusterOf[a]!, clusterOf[b]!].sort((x, y) => x - y) as [
      number,
      number,
    ];
    if (first === second) continue;
    const [ours, theirs] = [membersOf(first), membersOf(second)];
    if (!agree(ours.slice(0, ENVOYS), theirs.slice(0, ENVOYS), vote)) continue;
    const joined = [...ours, ...theirs].sort((x, y) => x - y);
    for (const member of theirs) clusterOf[member] = first;
    members.set(first, joined);
    members.delete(second);
  }
  return clusterOf;
}

type Vote = 'same' | 'apart' | 'veto';

function agree(
  ours: readonly number[],
  theirs: readonly number[],
  vote: (a: number, b: number) => Vote,
): boolean {
  let same = 0;
  let vetoes = 0;
  for (const a of ours) {
    for (const b of theirs) {
      const found = vote(a, b);
      if (found === 'veto') vetoes += 1;
      if (found === 'same') same += 1;
    }
  }
  return same * PAIRS_FOR_ONE >= ours.length * theirs.length && vetoes * SAME_FOR_ONE <= same;
}

function strongestFirst(x: Edge, y: Edge): number {
  return y.strength - x.strength || x.a - y.a || x.b - y.b;
}
