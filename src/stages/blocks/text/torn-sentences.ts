import { isFunctionWord } from '../../../recognize/function-words.ts';
import { SMALL_LETTER } from '../../../text/letters.ts';
import { endsSentence } from '../../../text/shape.ts';
import type { Line } from './lines.ts';
import { markerOf } from './markers.ts';

// All set by hand; test/stages/blocks/torn-sentences.test.ts holds the texts that must be told apart.
/** Blank lines that may stand between the parts of a torn sentence. */
const MAX_GAP = 1;
/** Joints in the text; one may be a slip of the author's, where it does not begin with a mark. */
const MIN_JOINTS = 2;
/** UTF-16 units of a linked name or a bold word that stands on a line of its own. */
const MAX_NAME = 60;
/** UTF-16 units of a line that is the start of a sentence and no title. */
const MIN_UPPER = 40;
/** Words of the longest line of a torn sentence, at least. */
const MIN_WORDS = 4;
/** A name is at most this share of its sentence's longest line: lines of verse are of one length. */
const MAX_NAME_SHARE = 0.5;
/** Lines of one sentence. */
const MAX_LINES = 40;
/** Share of a text's lines: where more of them keep a space at an end, the spaces tell nothing. */
const MAX_SPACED_SHARE = 0.5;

const SMALL_WORD = `${SMALL_LETTER}+(?=[\\s\\p{P}]|$)(?!_)`;
const GOES_ON = new RegExp(
  `^(?:${SMALL_WORD}|[,;.!?)\\]»”’…،؛،。、，](?:\\s|$|[”’»"])|[’']s(?=\\s))`,
  'u',
);
const HANGS = /[,(«„“]$/u;
const LAST_WORD = /\p{Ll}[\p{L}’']*$/u;
const COLON = /[:：]$/;
const WORD = /\p{L}+/gu;
const ONE_SPACE_BEFORE = /^[ \u00a0](?=\S)/;
const ONE_SPACE_BEHIND = /(?<=\S)[ \u00a0]$/;
const PUNCTUATION = /^(?:[,.)\]،。、，]|[’']s(?=\s))/u;
/** What no line begins with but one that was torn from its sentence. */
const SURELY_TORN = /^(?:[,;)\]،،、，](?=\s|$)|[’']s(?=\s))/u;

/** A line with text, and how many blank lines stand above it. */
interface Item {
  readonly line: Line;
  readonly index: number;
  readonly gap: number;
  /** A space parts it from the line above, as between two words, in a text where most lines have none. */
  readonly spaced: boolean;
  /** It may be part of a sentence over several lines. */
  readonly joins: boolean;
}

/**
 * Where a sentence was torn at inline tags: a line break before and after each linked name or bold word. Gives the
 * numbers of the lines (0-based) that go on with the sentence of the line with text above them. Only in a text that
 * has several such joints, and only sentences that come to an end.
 *
 * @param apart numbers of lines that belong to no sentence
 */
export function tornSentences(
  lines: readonly Line[],
  apart: ReadonlySet<number>,
): ReadonlySet<number> {
  const items = itemsOf(lines, apart);
  const joined = new Set<number>();
  let joints = 0;
  for (let from = 0; from < items.length; ) {
    const to = chainEnd(items, from);
    if (to - from > 1 && isSentence(items.slice(from, to))) {
      for (let i = from + 1; i < to; i++) joined.add(items[i]!.index);
      const sure = items.slice(from + 1, to).some(({ line }) => SURELY_TORN.test(line.text));
      joints += sure ? MIN_JOINTS : to - from - 1;
    }
    from = to;
  }
  return joints >= MIN_JOINTS ? joined : new Set();
}

/** Whether the line goes on with a mark that no space stands before. */
export function startsWithMark(text: string): boolean {
  return PUNCTUATION.test(text);
}

function itemsOf(lines: readonly Line[], apart: ReadonlySet<number>): Item[] {
  const items: Item[] = [];
  const tells = spacesTell(lines);
  let gap = 0;
  lines.forEach((line, index) => {
    if (line.blank) gap += 1;
    else {
      const above = gap === 0 ? lines[index - 1] : undefined;
      const spaced = tells && (startsSpaced(line) || (above !== undefined && endsSpaced(above)));
      items.push({ line, index, gap, spaced, joins: mayJoin(line) && !apart.has(index) });
      gap = 0;
    }
  });
  return items;
}

/** Whether few enough lines keep a space at an end for it to tell that a word stood there. */
function spacesTell(lines: readonly Line[]): boolean {
  const filled = lines.filter((line) => !line.blank);
  const spaced = filled.filter((line) => endsSpaced(line) || startsSpaced(line));
  return spaced.length <= filled.length * MAX_SPACED_SHARE;
}

function endsSpaced({ raw }: Line): boolean {
  return ONE_SPACE_BEHIND.test(raw);
}

/** One space: more of them are an indent. */
function startsSpaced({ raw }: Line): boolean {
  return ONE_SPACE_BEFORE.test(raw);
}

/** Behind the last line of the sentence that begins on a line. */
function chainEnd(items: readonly Item[], from: number): number {
  let to = from + 1;
  while (to < items.length && to - from < MAX_LINES) {
    if (goesOn(items, to)) to += 1;
    // A name between two parts; what stands above it hangs, or is such a part itself.
    else if (isName(items, to) && (to - from > 1 || hangs(items, to))) to += 2;
    else break;
  }
  return Math.min(to, items.length);
}

/** Whether the text above an item must go on: it ends in a short word or a comma, or is long, with no line between. */
function hangs(items: readonly Item[], i: number): boolean {
  const above = items[i - 1]!.line;
  if (endsSentence(above.text)) return false;
  if (HANGS.test(above.text)) return true;
  const last = LAST_WORD.exec(above.text)?.[0];
  if (last !== undefined && isFunctionWord(last)) return true;
  return i > 1 && items[i]!.gap === 0 && above.text.length >= MIN_UPPER;
}

/** Whether an item goes on with the sentence of the one above it. */
function goesOn(items: readonly Item[], i: number): boolean {
  const { line, gap, spaced, joins } = items[i]!;
  const { line: above, joins: aboveJoins } = items[i - 1]!;
  return (
    gap <= MAX_GAP &&
    joins &&
    aboveJoins &&
    (spaced || GOES_ON.test(line.text)) &&
    !endsSentence(above.text) &&
    !COLON.test(above.text)
  );
}

/** Whether an item is a few words, without an end, that the next one goes on from. */
function isName(items: readonly Item[], i: number): boolean {
  const { line, gap, joins } = items[i]!;
  if (gap > MAX_GAP || !joins || line.text.length > MAX_NAME) return false;
  const above = items[i - 1]!;
  if (!above.joins || endsSentence(above.line.text)) return false;
  return i + 1 < items.length && goesOn(items, i + 1);
}

function mayJoin({ markup, text }: Line): boolean {
  return markup?.alone !== true && markerOf(text) === null;
}

/**
 * Whether lines make one sentence, or a piece of one: a line of it begins as no line does; or it ends as sentences do, and a
 * line of it is short beside another.
 */
function isSentence(items: readonly Item[]): boolean {
  const texts = items.map(({ line }) => line.text);
  const sure = texts.slice(1).some((text) => SURELY_TORN.test(text));
  const lengths = texts.map((text) => text.length);
  const longest = Math.max(...lengths);
  const shortest = Math.min(...lengths.slice(1));
  const whole = endsSentence(texts.at(-1)!) && shortest <= longest * MAX_NAME_SHARE;
  return (sure || whole) && texts.some((text) => (text.match(WORD)?.length ?? 0) >= MIN_WORDS);
}
