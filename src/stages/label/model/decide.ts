import { isTime } from '../subhead.ts';
import type { Sequence } from './sequence.ts';

/** What to avoid more: text that is not the article's (`precision`), or the loss of text that is (`recall`). */
export type Favor = 'precision' | 'recall';

// F-measure of which recall counts this many times as much as precision.
const BETA = { precision: 0.5, balanced: 1, recall: 2 } as const;

const MIN_LIMIT = 0.15;
const MAX_LIMIT = 0.5;
const MAX_HOLE = 4;
const IN_HOLE = { html: 0.1, text: 0.3, sentence: 0.05 } as const;
const MAX_TAIL = 6;
// Plain text gives the model less to go by.
const MIN_AGREED = { html: 0.75, text: 0.5 } as const;
const IN_TAIL = 0.25;
const MAX_LINK_SHARE = 0.5;
const AT_EDGE = 0.5;

/**
 * Which items are body: those that make the expected F1 of the whole highest; then likely ones in a short hole
 * between two of them, where the rules are for it too; sentences that follow; times of a live blog above what is body.
 */
export function decide(sequence: Sequence, scores: Float32Array, favor?: Favor): boolean[] {
  const limit = bestLimit(sequence, scores, BETA[favor ?? 'balanced']);
  const body = Array.from(scores, (score) => score >= limit);
  fillHoles(body, scores, sequence);
  if (!sequence.html) fillEnd(body, scores, sequence);
  trim(body, scores, sequence);
  for (let i = body.length - 2; i >= 0; i--) {
    if (!body[i] && body[i + 1] && isTime(sequence.items[i]!.block.copy.text)) body[i] = true;
  }
  return body;
}

/** The score down to which items are taken so that the expected F-measure, by words, is highest. */
function bestLimit({ counts }: Sequence, scores: Float32Array, beta: number): number {
  const order = Array.from(scores, (_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const size = (i: number) => counts[i]!.words;
  const expected = order.reduce((sum, i) => sum + scores[i]! * size(i), 0);
  let taken = 0;
  let right = 0;
  let best = -1;
  let limit = MAX_LIMIT;
  for (const i of order) {
    taken += size(i);
    right += scores[i]! * size(i);
    const f1 = right / (taken + beta * beta * expected + 1e-9);
    if (f1 <= best) continue;
    best = f1;
    limit = scores[i]!;
  }
  return Math.min(MAX_LIMIT, Math.max(MIN_LIMIT, limit));
}

function inRange({ start, end, items }: Sequence, i: number): boolean {
  const { verdict, block } = items[i]!;
  return i >= start && i < end && verdict === null && block.context.linkShare <= MAX_LINK_SHARE;
}

function fillHoles(body: boolean[], scores: Float32Array, sequence: Sequence): void {
  let last = body.indexOf(true);
  if (last < 0) return;
  const likely = (i: number) => scores[i]! > leastIn(sequence, i) && inRange(sequence, i);
  for (let i = last + 1; i < body.length; i++) {
    if (!body[i]) continue;
    if (i - last <= MAX_HOLE + 1) for (let k = last + 1; k < i; k++) body[k] = likely(k);
    last = i;
  }
}

/** Lines that end as sentences do, and items of lists, are seldom furniture in the midst of a text. */
function leastIn(sequence: Sequence, i: number): number {
  if (sequence.html) return IN_HOLE.html;
  return isSentence(sequence, i) ? IN_HOLE.sentence : IN_HOLE.text;
}

function isSentence({ items, counts }: Sequence, i: number): boolean {
  return counts[i]!.endsStop === 1 || items[i]!.block.type === 'list-item';
}

/** Sentences and lists that follow a text without a break. */
function fillEnd(body: boolean[], scores: Float32Array, sequence: Sequence): void {
  const end = body.lastIndexOf(true) + 1;
  if (end === 0) return;
  for (let i = end; i < Math.min(body.length, end + MAX_TAIL); i++) {
    if (sequence.items[i]!.verdict || !isSentence(sequence, i) || scores[i]! <= IN_TAIL) return;
    body[i] = true;
  }
}

/** Takes unsure lines off both ends that the rules do not count to the body either. */
function trim(body: boolean[], scores: Float32Array, sequence: Sequence): void {
  const loose = (i: number) => !sequence.prose[i] && scores[i]! < AT_EDGE && !inRange(sequence, i);
  for (let i = body.indexOf(true); i >= 0 && loose(i); i = body.indexOf(true, i)) body[i] = false;
  for (let i = body.lastIndexOf(true); i >= 0 && loose(i); i = body.lastIndexOf(true))
    body[i] = false;
}

/** Whether nearly all of what the rules choose is likely body, and nearly all that is chosen lies within it. */
export function agreement(
  sequence: Sequence,
  scores: Float32Array,
  body: readonly boolean[],
): boolean {
  let ruled = 0;
  let likely = 0;
  let chosen = 0;
  let outside = 0;
  sequence.counts.forEach(({ words }, i) => {
    const inside = inRange(sequence, i);
    if (inside) ruled += words;
    if (inside && scores[i]! >= MAX_LIMIT) likely += words;
    if (body[i]) chosen += words;
    if (body[i] && !inside) outside += words;
  });
  const least = sequence.html ? MIN_AGREED.html : MIN_AGREED.text;
  return ruled > 0 && likely >= ruled * least && outside <= chosen * (1 - least);
}
