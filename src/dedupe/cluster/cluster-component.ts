import type { Verdict } from '../verify/decide.ts';
import { cluster, type Edge } from './cluster.ts';
import type { Component } from './components.ts';

/**
 * Verifies every pair of a component and puts its articles into clusters.
 *
 * @param judge decides about two articles, by their numbers
 * @param use called with each article that joins another one, and the first of its cluster
 */
export function clusterComponent(
  { pairs }: Component,
  judge: (a: number, b: number) => Verdict,
  use: (article: number, first: number) => void,
): void {
  const numbers = [...new Set(pairs)].sort((a, b) => a - b);
  const placeOf = new Map(numbers.map((number, i) => [number, i]));
  const edges: Edge[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const [a, b] = [pairs[i]!, pairs[i + 1]!];
    const { same, strength } = judge(a, b);
    if (same) edges.push({ a: placeOf.get(a)!, b: placeOf.get(b)!, strength });
  }
  if (edges.length === 0) return;
  const clusterOf = cluster(numbers.length, edges, (a, b) => judge(numbers[a]!, numbers[b]!));
  for (const [i, first] of clusterOf.entries()) {
    if (first !== i) use(numbers[i]!, numbers[first]!);
  }
}
