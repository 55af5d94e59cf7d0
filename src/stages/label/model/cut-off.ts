import type { Label } from '../../../contract/labels.ts';
import {
  OFFERS,
  OFFERS_WITH_GAP,
  SURE_OFFERS,
  SURE_WITH_GAP,
} from '../../../document/label-sets.ts';
import type { RuleName } from '../../../document/rules.ts';
import type { Line } from '../../read/line.ts';
import { isTime } from '../../read/time-line.ts';
import type { LabelledLine } from '../labelled-line.ts';
import type { Sequence } from './sequence.ts';

/** What to avoid more: text that is not the article's (`precision`), or the loss of text that is (`recall`). */
export type Favor = 'precision' | 'balanced' | 'recall';

/** Which lines of a sequence are body, and the score down to which each would be. */
export interface Picked {
  readonly picked: readonly boolean[];
  readonly limits: Float32Array;
}

/** What a decision aims at. */
interface Aim {
  /** How much more recall counts than precision. */
  readonly beta: number;
  /** The least and the highest score that may be the cut-off. */
  readonly least: number;
  readonly most: number;
  /** Below this score a line at either end of a page's body is taken off again. */
  readonly edge: number;
}

const AIMS: Readonly<Record<Favor, Aim>> = {
  precision: { beta: 0.5, least: 0.4, most: 0.8, edge: 0.7 },
  balanced: { beta: 1, least: 0.15, most: 0.5, edge: 0.4 },
  recall: { beta: 2, least: 0.05, most: 0.3, edge: 0.2 },
};

/** The highest cut-off of a plain text: of a clean one, of one with some boilerplate, of a dirty one; and of offers. */
interface Highest {
  readonly clean: number;
  readonly some: number;
  readonly dirty: number;
  readonly offer: number;
}

// In plain text a lost line of the article costs more than a kept line of boilerplate, the more so the fewer lines are in
// doubt. With so many lines below IN_DOUBT the cut-off is at most `clean`, `some` and `dirty`, in between on straight lines:
// by default a lost line counts 24, 3 and 2 times a kept one. Found by cross-validation over sites on articles with
// nothing and with little to remove (scripts/train/validate.mjs).
const IN_DOUBT = 0.3;
const LINES_IN_DOUBT = { clean: 1, some: 4, dirty: 20 } as const;
/** How much a line in doubt counts where no rule names a single line of the text; found in the same way. */
const UNNAMED = 0.5;

// A line that a rule by words names as an offer of the page is body from `offer` on: of such lines of the open benchmark's
// almost clean texts that scored less, 1 of 15 was the article's.
const HIGHEST: Readonly<Record<Favor, Highest>> = {
  precision: { clean: 0.3, some: 0.55, dirty: 0.8, offer: 0.8 },
  balanced: { clean: 0.04, some: 0.25, dirty: 0.35, offer: 0.5 },
  recall: { clean: 0.01, some: 0.1, dirty: 0.2, offer: 0.3 },
};
const POINTER: RuleName = 'phrase-with-gap';
const CRUMBS: RuleName = 'line-of-crumbs';
/** A line that is surely an offer, or a breadcrumb, is body from this score on only; set by hand. */
const SURE_OFFER = 0.95;
/** Words of a phrase that no article says: of such lines of the open benchmark's texts none was the article's. */
const LONG_PHRASE = 5;
/** UTF-16 units of a pointer's label and headline; set by hand. */
const MAX_POINTER = 140;
/** Words of a pointer that ends as a sentence does; set by hand. */
const MAX_POINTER_WORDS = 18;
/** UTF-16 units of a copyright line; set by hand. */
const MAX_COPYRIGHT = 100;
const YEAR = /(?:^|\D)(?:19|20)\d{2}(?:\D|$)/u;
/** The words of an address count for none. */
const ADDRESS = /:\/\//;
/** In plain text a line at either end is taken off below so many times the cut-off; set by hand. */
const EDGE_TIMES = 1.25;

// A line counts beside its words, in words: in plain text losing a short one is as bad as losing a long one.
const LINE_WORDS = { html: 5, text: 30 } as const;
// Lines of a hole between two lines of the body, the scores that fill it, lines behind the body that may be taken still, the
// score for that, and the share of links above which nothing is. All set by hand on the open benchmark; of pages, these, the
// edge and the words of a line were tried by cross-validation over sites, where neighbouring values come out the same.
const MAX_HOLE = 4;
const IN_HOLE = { html: 0.1, text: 0.3, sentence: 0.05 } as const;
const MAX_TAIL = 6;
const IN_TAIL = 0.25;
const MAX_LINK_SHARE = 0.5;

/**
 * Which items are body: those that make the expected F1 of the whole highest; then likely ones in a short hole
 * between two of them, where the rules are for it too; sentences that follow; times of a live blog above what is body.
 */
export function pickBody(sequence: Sequence, scores: Float32Array, favor: Favor): Picked {
  const aim = AIMS[favor];
  const most = sequence.html ? aim.most : highestOfText(sequence, scores, favor);
  const limit = bestLimit(sequence, scores, aim.beta, Math.min(aim.least, most), most);
  const limits = Float32Array.from(scores, (_, i) =>
    Math.max(limit, offerLimit(sequence.items[i]!, sequence.html, favor)),
  );
  const body = Array.from(scores, (score, i) => score >= limits[i]!);
  fillHoles(body, scores, sequence);
  trim(body, scores, sequence, sequence.html ? aim.edge : limit * EDGE_TIMES);
  if (!sequence.html && favor !== 'precision') fillEnd(body, scores, sequence);
  for (let i = body.length - 2; i >= 0; i--) {
    if (!body[i] && body[i + 1] && isTime(sequence.items[i]!.line.text)) body[i] = true;
  }
  return { picked: body, limits };
}

/**
 * The least score of a line of plain text that a rule by words names as an offer, `Also read: …` too, as a breadcrumb, as a
 * copyright line with its year, or as a phrase of many words, whatever it is labelled; 0 of others.
 */
function offerLimit({ verdict, line }: LabelledLine, html: boolean, favor: Favor): number {
  if (html || verdict === null) return 0;
  const { label, rule } = verdict;
  const isLong = line.words >= LONG_PHRASE && !ADDRESS.test(line.text);
  const isSure = SURE_OFFERS.has(label) || isLong;
  if (rule === CRUMBS || isCopyright(label, line) || (rule === 'phrase' && isSure))
    return SURE_OFFER;
  if (rule === POINTER && SURE_WITH_GAP.has(label) && !maySwallow(line)) return SURE_OFFER;
  const isOffer = OFFERS.has(label) || (rule === POINTER && OFFERS_WITH_GAP.has(label));
  return isOffer ? HIGHEST[favor].offer : 0;
}

/** A gap at the end of a phrase takes all that stands behind it, sentences of the article too. */
function maySwallow({ endsSentence, sentences, text, words }: Line): boolean {
  return sentences > 1 || text.length > MAX_POINTER || (endsSentence && words > MAX_POINTER_WORDS);
}

/** A copyright line with its year: others may be sentences about copyright. */
function isCopyright(label: Label, { text }: Line): boolean {
  return label === 'copyright' && text.length <= MAX_COPYRIGHT && YEAR.test(text);
}

/** The highest cut-off of a plain text: the fewer lines are in doubt, and the fewer a rule has named, the lower. */
function highestOfText({ items }: Sequence, scores: Float32Array, favor: Favor): number {
  const { clean, some, dirty } = HIGHEST[favor];
  const named = items.some(({ verdict }) => verdict !== null && verdict.label !== 'body');
  const weight = named ? 1 : UNNAMED;
  const doubts = scores.reduce((sum, score) => sum + (score < IN_DOUBT ? weight : 0), 0);
  return doubts < LINES_IN_DOUBT.some
    ? between(
        clean,
        some,
        (doubts - LINES_IN_DOUBT.clean) / (LINES_IN_DOUBT.some - LINES_IN_DOUBT.clean),
      )
    : between(
        some,
        dirty,
        (doubts - LINES_IN_DOUBT.some) / (LINES_IN_DOUBT.dirty - LINES_IN_DOUBT.some),
      );
}

/** The value that lies a share of the way from one to another; the share is held between 0 and 1. */
function between(from: number, to: number, share: number): number {
  return from + (to - from) * Math.min(1, Math.max(0, share));
}

/** The score down to which items are taken so that the expected F-measure, by words, is highest. */
function bestLimit(
  { counts, html }: Sequence,
  scores: Float32Array,
  beta: number,
  least: number,
  most: number,
): number {
  const order = Array.from(scores, (_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const size = (i: number) => counts[i]!.words + (html ? LINE_WORDS.html : LINE_WORDS.text);
  const expected = order.reduce((sum, i) => sum + scores[i]! * size(i), 0);
  let taken = 0;
  let right = 0;
  let best = -1;
  let limit = most;
  for (const i of order) {
    taken += size(i);
    right += scores[i]! * size(i);
    const f1 = right / (taken + beta * beta * expected + 1e-9);
    if (f1 <= best) continue;
    best = f1;
    limit = scores[i]!;
  }
  return Math.min(most, Math.max(least, limit));
}

function inRange({ start, end, items }: Sequence, i: number): boolean {
  const { verdict, line } = items[i]!;
  return (
    i >= start && i < end && verdict === null && line.block.context.linkShare <= MAX_LINK_SHARE
  );
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

/** Lines that end as sentences do, and items of lists, are seldom boilerplate in the midst of a text. */
function leastIn(sequence: Sequence, i: number): number {
  if (sequence.html) return IN_HOLE.html;
  return isSentence(sequence, i) ? IN_HOLE.sentence : IN_HOLE.text;
}

function isSentence({ items, counts }: Sequence, i: number): boolean {
  return counts[i]!.endsStop === 1 || items[i]!.line.block.type === 'list-item';
}

/**
 * Sentences and lists that follow a plain text, with nothing between them but lines that a rule names. A page's last list
 * is told by where it stands in the markup (`layout/whole-lists.ts`).
 */
function fillEnd(body: boolean[], scores: Float32Array, sequence: Sequence): void {
  const end = body.lastIndexOf(true) + 1;
  if (end === 0) return;
  for (let i = end; i < Math.min(body.length, end + MAX_TAIL); i++) {
    if (sequence.items[i]!.verdict) continue;
    if (!isSentence(sequence, i) || scores[i]! <= IN_TAIL) return;
    body[i] = true;
  }
}

/** Takes unsure lines off both ends that the rules do not count to the body either. */
function trim(body: boolean[], scores: Float32Array, sequence: Sequence, edge: number): void {
  const loose = (i: number) => !sequence.prose[i] && scores[i]! < edge && !inRange(sequence, i);
  for (let i = body.indexOf(true); i >= 0 && loose(i); i = body.indexOf(true, i)) body[i] = false;
  for (let i = body.lastIndexOf(true); i >= 0 && loose(i); i = body.lastIndexOf(true))
    body[i] = false;
}
