import type { Fact } from '../../../document/document.ts';
import { decide, type Favor } from '../model/cut-off.ts';
import type { Sheet } from '../model/features/feature-table.ts';
import { isMarkup } from '../model/features/own.ts';
import { pageSheet } from '../model/features/page.ts';
import { evaluate, type Forest } from '../model/forest.ts';
import { addScores, readDocument } from '../model/index.ts';
import type { Sequence } from '../model/sequence.ts';
import type { Weights } from '../model/weights.ts';
import { type Judged, verdict } from '../verdict.ts';
import { appendedArticle, withoutAppended } from './appended-articles.ts';
import type { Range } from './prose-range.ts';

/** What the model thinks of a document. */
export interface Opinion {
  /** The blocks as they were judged, without verdicts by markup where the model is for the body. */
  readonly judged: readonly Judged[];
  /** From the first block of the body to the last; null when there is none. */
  readonly range: Range | null;
  /** For each block whether it is body. */
  readonly body: readonly boolean[];
  /** For each block the probability that it is body. */
  readonly certainty: Float32Array;
  /** Index of the title's block by the rules; -1 when there is none. */
  readonly title: number;
  /** The probability that the page holds an article; 1 in plain text. */
  readonly article: number;
}

// Lines that are known by their words are the rules' to name.
const MAX_OVERRULED = 0.8;
const OVERRULING = 0.6;
// Names of elements that mostly mean what they say.
const TRUSTED: ReadonlySet<string> = new Set([
  'caption',
  'credit',
  'author-bio',
  'comment-form',
  'captcha',
  'cookie-consent',
  'player',
  'login',
]);

const MAX_SHARE_ABOVE_TITLE = 0.15;

/** Asks the model which blocks are the article's body. */
export function opinionOf(
  judged: readonly Judged[],
  facts: readonly Fact[],
  html: boolean,
  weights: Weights,
  favor?: Favor,
): Opinion {
  const { sequence, basis } = readDocument(judged, facts, html);
  addScores(sequence, basis, weights);
  const { names, columns, rows } = basis.sheet;
  const scores = evaluate(weights.blocks, names, columns, rows);
  const certainty = new Float32Array(judged.length);
  const body: boolean[] = judged.map(() => false);
  const picked = decide(sequence, scores, favor);
  scores.forEach((score, k) => {
    const i = sequence.index[k]!;
    certainty[i] = calibrated(score, weights.calibration);
    body[i] = picked[k]! && isOpen(judged[i]!, certainty[i]!);
  });
  const title = sequence.title < 0 ? -1 : sequence.index[sequence.title]!;
  const appended = html ? appendedArticle(judged, title, body) : judged.length;
  body.fill(false, appended);
  const open = judged.map((item, i) =>
    body[i] && item.verdict ? { block: item.block, verdict: null } : item,
  );
  return {
    judged: withoutAppended(open, appended),
    range: rangeOf(body),
    body,
    certainty,
    title,
    article: weights.page ? articleOf(sequence, basis.sheet, scores, weights.page) : 1,
  };
}

function articleOf(sequence: Sequence, sheet: Sheet, scores: Float32Array, forest: Forest): number {
  const page = pageSheet(sequence, sheet, scores);
  return evaluate(forest, page.names, page.columns, 1)[0]!;
}

function rangeOf(body: readonly boolean[]): Range | null {
  const start = body.indexOf(true);
  return start < 0 ? null : { start, end: body.lastIndexOf(true) + 1 };
}

/** The blocks within the bounds that the model rejects and no rule names, named as what is left over. */
export function rejected(
  judged: readonly Judged[],
  opinion: Opinion,
  bounds: { readonly bodyStart: number; readonly bodyEnd: number },
): Judged[] {
  return judged.map((item, i) => {
    if (opinion.body[i]) return item;
    const open = item.verdict
      ? item.verdict.label === 'body'
      : i >= bounds.bodyStart && i < bounds.bodyEnd;
    if (!open) return item;
    const label = item.block.context.linkShare > 0.5 ? 'related' : 'other';
    return { block: item.block, verdict: verdict(label, 'model', 1 - opinion.certainty[i]!) };
  });
}

function isOpen({ verdict: known }: Judged, certainty: number): boolean {
  if (!known) return true;
  if (isMarkup(known.rule)) return certainty > (TRUSTED.has(known.label) ? OVERRULING : 0);
  return known.certainty < MAX_OVERRULED && certainty > OVERRULING;
}

/** The share of body among blocks of such a score. */
function calibrated(score: number, table: readonly number[]): number {
  const place = score * (table.length - 1);
  const low = Math.min(table.length - 2, Math.floor(place));
  return table[low]! + (table[low + 1]! - table[low]!) * (place - low);
}

const PLACED: ReadonlySet<string> = new Set(['prose-range', 'links-in-body']);

/** The blocks with the model's choice and certainty where nothing but their place had told what they are. */
export function chosen(judged: readonly Judged[], { body, certainty }: Opinion): Judged[] {
  return judged.map((item, i) =>
    body[i] && item.verdict && PLACED.has(item.verdict.rule)
      ? { block: item.block, verdict: verdict('body', 'model', certainty[i]!) }
      : item,
  );
}

// What a paragraph is taken for by its place or its last words.
const SET_APART: ReadonlySet<string> = new Set(['subtitle', 'caption', 'author-bio']);
const MAX_SHARE_APART = 0.5;

/** Gives back to the body what was set apart as subtitle, caption or biography, where that would be most of it. */
export function regained(
  judged: readonly Judged[],
  { body, certainty }: Opinion,
): readonly Judged[] {
  const weight = (i: number) => judged[i]!.block.copy.text.length * certainty[i]!;
  const isApart = (i: number) => SET_APART.has(judged[i]!.verdict?.label ?? '');
  let all = 0;
  let apart = 0;
  body.forEach((chosen, i) => {
    if (!chosen) return;
    all += weight(i);
    if (isApart(i)) apart += weight(i);
  });
  if (apart <= all * MAX_SHARE_APART) return judged;
  return judged.map((item, i) =>
    body[i] && isApart(i)
      ? { block: item.block, verdict: verdict('body', 'model', certainty[i]!) }
      : item,
  );
}

/** The first block of the body at or after a block; the body's end when there is none. */
export function nextBody({ body, range }: Opinion, from: number): number {
  const found = body.indexOf(true, from);
  return found < 0 ? (range?.end ?? body.length) : found;
}

/** Whether little of the body stands above a block, so that it may be the title. */
export function isNearTop({ body, judged }: Opinion, title: number): boolean {
  let above = 0;
  let all = 0;
  judged.forEach(({ block }, i) => {
    if (!body[i]) return;
    all += block.copy.text.length;
    if (i < title) above += block.copy.text.length;
  });
  return above < all * MAX_SHARE_ABOVE_TITLE;
}

/** The first block of the body below the title, where the title stands near its top. */
export function startBelowTitle(opinion: Opinion, { start }: Range): number {
  const { title } = opinion;
  return title >= start && isNearTop(opinion, title + 1) ? nextBody(opinion, title + 1) : start;
}
