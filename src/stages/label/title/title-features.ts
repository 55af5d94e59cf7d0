import { once } from '../../../assets/once.ts';
import { isCredit } from '../../../recognize/byline/other-work.ts';
import { isOutlet } from '../../../recognize/outlets.ts';
import { createNamer } from '../../../recognize/phrases/naive-bayes.ts';
import { isCutOff } from '../../../recognize/repeats.ts';
import { cutsOf, hasBar } from '../../../recognize/separators.ts';
import { SMALL_LETTER } from '../../../text/letters.ts';
import { endsOpen, weightOf, wordsOf } from '../../../text/shape.ts';
import type { LabelledLine } from '../labelled-line.ts';
import { endsInCredit } from '../line-rules/credit-end.ts';
import { kickerOf } from './kicker.ts';

const STOP = /[.。۔।։][\p{Pe}\p{Pf}\p{Pi}"'”’»\s]*$/u;
/** In UTF-16 units: a stop, and the quotes and brackets behind it. */
const LAST_MARKS = 12;
const STARTS_LOWER = new RegExp(`^[\\p{P}\\s]*${SMALL_LETTER}`, 'u');
const CAPTIONS: ReadonlySet<string> = new Set(['caption', 'credit']);
const ASCII = /^[\x00-\x7f]*$/;
const THAI_LIKE = /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/gu;
/** What `Line.weight` gives a letter of these beyond one. */
const SURPLUS = 1.5;
const MARKS = /\p{M}/gu;
const DIGITS = /\p{Nd}/gu;
const COLON = /[:：]\s*\S/;
/** An entry of a live blog: `5.58pm Sale hospital on generator`. */
const TIME_FIRST = /^\d{1,2}[.:h]\d{2}(?!\d)/u;
/** A ticker: `SENSEX 73,158.24 ▲ 535.15`, `Gold +0.4%`. */
const RATES = /[▲▼△▽]|[+−-]\d+(?:[.,]\d+)?\s?%|(?:^|\s)\d{1,3}(?:[.,]\d{3})*[.,]\d{2}$/u;
const LONG_WORD = /\p{L}{4,}/gu;
const CAPITAL = /^\p{Lu}/u;
// Shares of a text's characters and words, words, and certainties, 0 to 1. Set by hand; what each tells is fitted.
const MANY_DIGITS = 0.2;
const NEARLY_ALL = 0.8;
const MIN_LONG_WORDS = 3;
const SURE = 0.92;
const FEW_WORDS = 3;
/** `Line.weight` that no line of so few words has, that words need not be counted in most. */
const MAX_SHORT = 90;
/** In `Line.weight`. */
const LONG = 120;
/** Words of a headline before a bar, at least, and of a name behind one, at most; set by hand. */
const MIN_HEADLINE = 4;
const MAX_AFFIX = 5;

const namer = once(createNamer);

/** What is known of a line by name: 0 or 1, shares, certainties. */
export type Features = Readonly<Record<string, boolean | number>>;

/** Whether a line ends with a stop, not with a question or exclamation mark. */
function endsWithStop(text: string): boolean {
  return STOP.test(text.slice(-LAST_MARKS));
}

/** The headline of a line: what stands before the names of a section and a site, if they stand behind bars. */
export function headlineOf(text: string): string {
  if (!hasBar(text)) return text;
  const [first, ...others] = cutsOf(text).filter(({ kind }) => kind === 'bar');
  if (first === undefined) return text;
  const ends = [...others.map(({ start }) => start), text.length];
  const starts = [first, ...others].map(({ end }) => end);
  const isTail = starts.every((start, i) => countWords(text.slice(start, ends[i])) <= MAX_AFFIX);
  const head = text.slice(0, first.start);
  return isTail && countWords(head) >= MIN_HEADLINE ? head : text;
}

function countWords(text: string): number {
  return wordsOf(text).length;
}

/** Its `Line.weight` without marks, of which some alphabets have one a letter; a letter of Thai and its like counts once. */
export function lettersIn(text: string, weight: number): number {
  if (ASCII.test(text)) return weight;
  const marks = text.match(MARKS)?.length ?? 0;
  return weight - marks - SURPLUS * (text.match(THAI_LIKE)?.length ?? 0);
}

/** What a line looks like: its length in `Line.weight`, its words, its marks. */
export function shapeOf({ line }: LabelledLine, headline: string) {
  const { text, block } = line;
  const isWhole = headline === text;
  const words = isWhole ? line.words : countWords(headline);
  const weight = lettersIn(headline, isWhole ? line.weight : weightOf(headline));
  const stop = endsWithStop(headline);
  const titled = isTitleCase(headline);
  return {
    w8: weight < 8,
    w12: weight >= 8 && weight < 12,
    w20: weight >= 12 && weight < 20,
    w30: weight >= 20 && weight < 30,
    w120: weight > 120 && weight <= 180,
    w180: weight > 180 && weight <= 260,
    w260: weight > 260,
    words1: words === 1,
    words2: words === 2,
    words3: words === 3,
    stop,
    titled,
    stopTitled: titled && stop,
    sentences: line.sentences > 1,
    open: endsOpen(headline),
    cut: isCutOff(headline),
    lower: STARTS_LOWER.test(text),
    digits: (headline.match(DIGITS)?.length ?? 0) > headline.length * MANY_DIGITS,
    colon: COLON.test(headline),
    time: TIME_FIRST.test(text),
    rates: RATES.test(text),
    bar: isWhole && hasBar(text),
    tail: !isWhole,
    item: block.type === 'list-item',
  };
}

/** Whether nearly all of several longer words have a capital, as many English headlines do. */
function isTitleCase(text: string): boolean {
  const long = text.match(LONG_WORD) ?? [];
  if (long.length < MIN_LONG_WORDS) return false;
  return long.filter((word) => CAPITAL.test(word)).length >= long.length * NEARLY_ALL;
}

/** What a line's words tell that it is. */
export function factsOf({ line, verdict, setAside }: LabelledLine) {
  const { text, key, byline, reading } = line;
  const { vocabulary } = reading;
  const named = verdict?.kind === 'words' ? verdict.certainty : 0;
  return {
    fact: line.isBylineOrDate,
    name: byline !== null && !byline.confident,
    dated: line.dates.length > 0,
    dateline: line.dateline !== null,
    icon: line.icons.length > 0,
    readTime: vocabulary.isReadTime(key),
    section: vocabulary.isSectionKey(key),
    kicker: vocabulary.isKickerKey(key),
    credit: isCredit(text),
    captioned:
      CAPTIONS.has((verdict ?? setAside)?.label ?? '') ||
      (isCredit(text) && COLON.test(text)) ||
      endsInCredit(text, reading),
    outlet: isOutlet(text),
    networks: vocabulary.networksIn(key) > 1,
    kickerBefore: kickerOf(text, vocabulary) !== null,
    phrase: named > SURE,
    named: named > 0 && named <= SURE,
    namer: namer()(text, key)?.certainty ?? 0,
  };
}

/** Whether a line's words tell that it is something else than a title. */
export function isNamed(facts: ReturnType<typeof factsOf>): boolean {
  const { fact, name, dated, icon, readTime, section, kicker, phrase, named } = facts;
  const plain =
    facts.namer === 0 &&
    !facts.credit &&
    !facts.networks &&
    !(fact || name || dated || icon || readTime);
  return !plain || section || kicker || phrase || named;
}

/**
 * Where a line stands.
 *
 * @param bodyStart index of the first line that is taken for body; -1 when there is none.
 * @param parted whether blank lines part any lines of the text.
 */
export function placeOf(
  lines: readonly LabelledLine[],
  index: number,
  bodyStart: number,
  parted: boolean,
) {
  const { line } = lines[index]!;
  const next = lines[index + 1]?.line;
  const before = lines[index - 1]?.line;
  const between = bodyStart < 0 ? 0 : bodyStart - index - 1;
  const first = index === 0;
  const continued = next !== undefined && STARTS_LOWER.test(next.text);
  const over = first && next?.isProse === true;
  const stop = endsWithStop(line.text);
  const { gap } = line.block.context;
  const gapBelow = next?.block.context.gap ?? 1;
  return {
    first,
    firstOver: over,
    firstShort: first && line.words <= FEW_WORDS,
    firstLong: over && !stop && !continued && lettersIn(line.text, line.weight) > LONG,
    firstStop: first && stop,
    firstStopOver: over && stop,
    above0: between === 0,
    above1: between === 1,
    above2: between === 2,
    above5: between > 2 && between <= 5,
    above60: between > 10,
    nextLower: continued,
    beforeProse: before?.isProse === true && !endsInCredit(before.text, before.reading),
    gluedBelow: parted && gapBelow === 0,
    gluedAbove: parted && gap === 0 && index > 0,
    farBelow: gapBelow > Math.max(1, gap),
  };
}

/** Whether a few words stand right above a line, as sections and menus do. */
function isUnderShort(lines: readonly LabelledLine[], index: number): boolean {
  const before = lines[index - 1]?.line;
  if (before === undefined || before.weight > MAX_SHORT) return false;
  return before.words <= FEW_WORDS && !before.endsSentence;
}

/** What the words of the lines around a line tell. */
export function factsAround(lines: readonly LabelledLine[], index: number) {
  const next = lines[index + 1]?.line;
  return {
    nextFact: next?.isBylineOrDate === true,
    factBelowNext: next?.isBylineOrDate === false && lines[index + 2]?.line.isBylineOrDate === true,
    underShort: isUnderShort(lines, index),
    // A name under a name is one of a list.
    nextName: next?.byline?.confident === false && lines[index]!.line.byline === null,
    nextDateline: next !== undefined && next.dateline !== null,
    beforeFact: lines[index - 1]?.line.isBylineOrDate === true,
  };
}
