import type { SameReason, Verdict } from '../verify/decide.ts';
import { cluster, type Edge } from './cluster.ts';
import type { Component } from './components.ts';

/** Two articles that were found to be one, and why. */
interface JudgedEdge extends Edge {
  readonly reason: SameReason;
}

/**
 * Verifies every pair of a component and puts its articles into clusters.
 *
 * @param judge decides about two articles, by their numbers
 * @param use called with each article that joins another one, the first of its cluster, and why the two are one, where that
 *   is known
 */
export function clusterComponent(
  { pairs }: Component,
  judge: (a: number, b: number) => Verdict,
  use: (article: number, first: number, reason: SameReason | null) => void,
): void {
  const numbers = [...new Set(pairs)].sort((a, b) => a - b);
  const placeOf = new Map(numbers.map((number, i) => [number, i]));
  const edges: JudgedEdge[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const [a, b] = [pairs[i]!, pairs[i + 1]!];
    const { same, strength, reason } = judge(a, b);
    if (same) edges.push({ a: placeOf.get(a)!, b: placeOf.get(b)!, strength, reason });
  }
  if (edges.length === 0) return;
  const clusterOf = cluster(numbers.length, edges, (a, b) => judge(numbers[a]!, numbers[b]!));
  for (const [i, first] of clusterOf.entries()) {
    if (first !== i) use(numbers[i]!, numbers[first]!, edgeOf(edges, first, i)?.reason ?? null);
  }
}

/** The edge between two articles, `a < b`; edges stand in the order of their pairs. */
function edgeOf(edges: readonly JudgedEdge[], a: number, b: number): JudgedEdge | undefined {
  let [from, to] = [0, edges.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const edge = edges[middle]!;
    if (edge.a < a || (edge.a === a && edge.b < b)) from = middle + 1;
    else to = middle;
  }
  const found = edges[from];
  return found?.a === a && found.b === b ? found : undefined;
}
