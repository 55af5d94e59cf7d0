import { TRUSTED_NAMES } from '../../../document/label-sets.ts';
import type { RuleName } from '../../../document/rules.ts';
import type { Read } from '../../read/index.ts';
import { type LabelledLine, setAside } from '../labelled-line.ts';
import { type Favor, pickBody } from '../model/cut-off.ts';
import { pageFeatures } from '../model/features/page.ts';
import { evaluate, type Forest } from '../model/forest.ts';
import { type Features, featuresOf } from '../model/index.ts';
import type { Advice } from '../model/sequence.ts';
import { type Weights, weightsFor } from '../model/weights.ts';
import { titleLine } from '../title/title-advice.ts';
import type { SaidTitles } from '../title/title-in-page.ts';
import { titleBlock } from '../title/title-in-page.ts';
import { withEntryTimes } from './adjust/entry-times.ts';
import { adjustFewLines, adjustPage, adjustText } from './adjust/index.ts';
import { appendedArticle, withoutAppended } from './appended-articles.ts';
import { extendedEnd } from './body-edges.ts';
import { containerOf } from './containers.ts';
import { bodyRange, type Range } from './prose-range.ts';
import { withSiteAdvice } from './site-advice.ts';

/** Which lines are likely the article's body, as the model or, for a few lines, the rules see it. */
export interface Prediction {
  readonly byModel: boolean;
  /** The lines as the rules labelled them, without the verdicts that the model has set aside. */
  readonly lines: readonly LabelledLine[];
  /** From the first line of the body to behind the last; null when there is none. */
  readonly range: Range | null;
  /** For each line whether it is body. */
  readonly isBody: readonly boolean[];
  /** For each line the probability that it is body, by the model; 0 where it was not asked. */
  readonly certainty: Float32Array;
  /** Index of the title by the rules, where the model was asked; -1 when there is none. */
  readonly title: number;
  /** The probability that there is an article; 1 in plain text. */
  readonly article: number;
}

// Lines that are known by their words are the rules' to name: the model overrules none that is so sure, and others only
// where it is surer than this. Probabilities; set by hand on the open benchmark's pages.
export const MAX_OVERRULED = 0.8;
export const OVERRULING = 0.6;
/** Score from which on a line below a body of a few lines goes on with it; set by hand, as it is in longer texts. */
const MIN_FEW = 0.3;
/** The share of the body's characters that may stand above its title (set by hand on the open benchmark's pages). */
const MAX_SHARE_ABOVE_TITLE = 0.15;

/**
 * Where title and body stand by the rules alone, which the model takes as advice.
 *
 * @param said what the page says of its title; null in plain text.
 * @public The training script imports it from the build.
 */
export function adviceOf(lines: readonly LabelledLine[], said: SaidTitles | null): Advice {
  const range = bodyRange(lines);
  const start = range?.start ?? lines.length;
  const title = said
    ? titleBlock(lines, said, start)
    : titleLine(lines, Math.min(start, lines.length - 1));
  return { range, title: title ?? -1 };
}

/** What the model says of a document's visible lines, and what it says it of. */
export interface Scored {
  readonly weights: Weights;
  readonly features: Features;
  /** For each item of the features' sequence the model's score of it as body, 0 to 1. */
  readonly scores: Float32Array;
}

/** Asks the model how much each visible line looks like the body. */
export function scoresOf(
  lines: readonly LabelledLine[],
  read: Read,
  said: SaidTitles | null,
): Scored {
  const html = read.format === 'html';
  const weights = weightsFor(html);
  const features = featuresOf(lines, read.page, html, adviceOf(lines, said), weights);
  const { names, columns, rows } = features.table;
  const scores = evaluate(weights.blocks, names, columns, rows, weights.stops);
  return { weights, features, scores };
}

/** The body as the model sees it. */
export function predictByModel(
  lines: readonly LabelledLine[],
  read: Read,
  said: SaidTitles | null,
  favor: Favor,
): Prediction {
  const html = read.format === 'html';
  const { weights, features, scores: own } = scoresOf(lines, read, said);
  const { sequence } = features;
  const scores = withSiteAdvice(sequence, own, read.site);
  const certainty = new Float32Array(lines.length);
  const isBody: boolean[] = lines.map(() => false);
  const { picked } = pickBody(sequence, scores, favor);
  scores.forEach((score, k) => {
    const i = sequence.index[k]!;
    certainty[i] = calibrated(score, weights.calibration);
    isBody[i] = picked[k]! && mayBeBody(lines[i]!, certainty[i]!, html);
  });
  const title = sequence.title < 0 ? -1 : sequence.index[sequence.title]!;
  if (html) adjustPage(lines, isBody, title, certainty);
  else adjustText(lines, isBody, title);
  const appended = html ? appendedArticle(lines, title, isBody) : lines.length;
  isBody.fill(false, appended);
  const open = lines.map((item, i) => (isBody[i] ? setAside(item) : item));
  const timed = html ? withEntryTimes(open, isBody) : open;
  return {
    byModel: true,
    lines: withoutAppended(timed, appended),
    range: rangeOf(isBody),
    isBody,
    certainty,
    title,
    article: weights.page ? articleOf(features, own, weights.page) : 1,
  };
}

/**
 * The body of a plain text of a few lines as the rules see it: the best stretch of prose, with what follows it. Below it,
 * where place alone would tell, lines that the model takes for body go on with it: verse, results.
 */
export function predictFewLines(lines: readonly LabelledLine[], read: Read): Prediction {
  const byRules = predictByRules(lines);
  const { range } = byRules;
  if (range === null) return byRules;
  const { features, scores: own } = scoresOf(lines, read, null);
  const scores = withSiteAdvice(features.sequence, own, read.site);
  const likely = new Set<number>();
  // A text of which no rule names a line is left whole.
  const isUnnamed = lines.every(({ verdict }) => verdict === null);
  scores.forEach((score, k) => {
    if (isUnnamed || score >= MIN_FEW) likely.add(features.sequence.index[k]!);
  });
  let end = range.end;
  for (; end < lines.length && likely.has(end); end++) {
    const { line, verdict } = lines[end]!;
    if (verdict !== null || line.isBylineOrDate) break;
  }
  const isBody = byRules.isBody.map((known, i) => known || (i >= range.end && i < end));
  adjustFewLines(lines, isBody);
  return { ...byRules, isBody, range: rangeOf(isBody) };
}

/** The body of a few lines as the rules see it: the best stretch of prose, with what follows it. */
function predictByRules(lines: readonly LabelledLine[]): Prediction {
  const prose = bodyRange(lines);
  const isBody: boolean[] = lines.map(() => false);
  let range: Range | null = null;
  if (prose) {
    const container = containerOf(lines.slice(prose.start, prose.end).map(({ line }) => line));
    range = { start: prose.start, end: extendedEnd(lines, prose, container) };
    isBody.fill(true, range.start, range.end);
  }
  return {
    byModel: false,
    lines,
    range,
    isBody,
    certainty: new Float32Array(lines.length),
    title: -1,
    article: 1,
  };
}

/** Rules that the model of plain text has no say about. */
const SETTLED: ReadonlySet<RuleName> = new Set<RuleName>([
  'stated',
  'running-head',
  'shortcode',
  'browser-mark',
]);

/**
 * Whether what a rule has said lets a line be body at such a certainty of the model. In plain text it does, but for what
 * the text's format states and what printed pages have around their text: the model has learnt there which rules are right in which texts.
 */
export function mayBeBody(
  { verdict: known }: LabelledLine,
  certainty: number,
  html: boolean,
): boolean {
  if (!known) return true;
  if (!html) return !SETTLED.has(known.rule);
  if (known.kind === 'markup') return certainty > (TRUSTED_NAMES.has(known.label) ? OVERRULING : 0);
  return known.certainty < MAX_OVERRULED && certainty > OVERRULING;
}

/** The share of body among lines of such a score. */
function calibrated(score: number, table: readonly number[]): number {
  const place = score * (table.length - 1);
  const low = Math.min(table.length - 2, Math.floor(place));
  return table[low]! + (table[low + 1]! - table[low]!) * (place - low);
}

/** The first line of the body at or after a line; the body's end when there is none. */
export function nextBody({ isBody, range }: Prediction, from: number): number {
  const found = isBody.indexOf(true, from);
  return found < 0 ? (range?.end ?? isBody.length) : found;
}

/** Whether little of the body stands above a line, so that it may be the title. */
export function isNearTop({ isBody, lines }: Prediction, title: number): boolean {
  let above = 0;
  let all = 0;
  lines.forEach(({ line }, i) => {
    if (!isBody[i]) return;
    all += line.text.length;
    if (i < title) above += line.text.length;
  });
  return above < all * MAX_SHARE_ABOVE_TITLE;
}

function articleOf({ sequence, table }: Features, scores: Float32Array, forest: Forest): number {
  const page = pageFeatures(sequence, table, scores);
  return evaluate(forest, page.names, page.columns, 1)[0]!;
}

function rangeOf(isBody: readonly boolean[]): Range | null {
  const start = isBody.indexOf(true);
  return start < 0 ? null : { start, end: isBody.lastIndexOf(true) + 1 };
}
