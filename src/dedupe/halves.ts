import { gramWeightTable } from '../assets/gram-weights.ts';
import { clusterComponent } from './cluster/cluster-component.ts';
import { components } from './cluster/components.ts';
import { dayOf } from './row.ts';
import { createDraft, isStub } from './sign/draft.ts';
import { draftArticle } from './sign/draft-article.ts';
import { packSignature } from './sign/pack.ts';
import { createRoom } from './sign/room.ts';
import type { Verdict } from './verify/decide.ts';
import { comparedOf, createJudge } from './verify/judge.ts';
import { createGramWeights, type WeightTable } from './weights/gram-weights.ts';

// The halves of finding duplicates, each by itself, for engines that do the other: sign, find candidates with
// `candidateStatements`, verify, cluster.

/** What is kept of an article to find others like it. */
export interface ArticleSignature {
  /** Hashes below 2^32; articles that share two of them, or one where they have few, are candidates. */
  readonly keys: readonly number[];
  /** The same for articles with the same words; 0 for one without words. */
  readonly identity: number;
  /** It says too little to be one with others by the same words alone, such as a call to subscribe. */
  readonly isStub: boolean;
  /** What is compared, some 1.5 KB for 3 KB of news. */
  readonly bytes: Uint8Array;
}

/** A signature with the day of its article. */
export interface DatedSignature {
  readonly bytes: Uint8Array;
  /** ISO 8601. */
  readonly date?: string | null | undefined;
}

/**
 * Makes a function that signs texts.
 * @param table how much pairs of words say (default: the table of the package)
 */
export function createSigner(
  table: WeightTable = gramWeightTable(),
): (text: string) => ArticleSignature {
  const weights = createGramWeights(table);
  const draft = createDraft();
  return (text) => {
    draftArticle(text, draft, weights);
    return {
      keys: listOf(draft.keys, draft.keyCount),
      identity: draft.identity,
      isStub: isStub(draft),
      bytes: packSignature(draft).slice(),
    };
  };
}

/** The first numbers of an array. */
function listOf(numbers: Uint32Array, count: number): number[] {
  const list: number[] = [];
  for (let i = 0; i < count; i++) list.push(numbers[i]!);
  return list;
}

/**
 * Makes a function that decides whether two signatures are of one article.
 * @param windowDays days that may lie between two that are one, where both are dated
 * @param table the table with which they were signed (default: that of the package)
 */
export function createVerifier(
  windowDays: number,
  table: WeightTable = gramWeightTable(),
): (a: DatedSignature, b: DatedSignature) => Verdict {
  const weights = createGramWeights(table);
  const judge = createJudge(windowDays);
  const room = createRoom();
  const read = ({ bytes, date }: DatedSignature) => comparedOf(bytes, weights, dayOf(date), room);
  return (a, b) => judge(read(a), read(b));
}

/**
 * Puts articles into clusters.
 *
 * @param count how many there are; they are numbered from 0 in the order in which they are kept
 * @param pairs candidates, each once, the smaller number first
 * @param verify decides about two of them
 * @returns for each article the first of its cluster
 */
export function clusterPairs(
  count: number,
  pairs: Iterable<readonly [number, number]>,
  verify: (a: number, b: number) => Verdict,
): Uint32Array {
  const firstOf = Uint32Array.from({ length: count }, (_, i) => i);
  const all = Float64Array.from(pairs, ([a, b]) => a * count + b).sort();
  for (const component of components(all, count)) {
    clusterComponent(component, verify, (article, first) => {
      firstOf[article] = first;
    });
  }
  return firstOf;
}
