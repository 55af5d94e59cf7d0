import { SMALL_LETTER } from '../../../text/letters.ts';
import { columnsOf, joinsWithoutSpace } from '../../../text/visible.ts';
import { isTorn } from './hyphens.ts';
import type { Line } from './lines.ts';

// All set by hand; test/stages/blocks/text.test.ts holds the texts that must be told apart.
/** Columns. Mail and terminals wrap at 72 to 80, some software at 100; wider lines are mostly paragraphs. */
const USUAL_WIDTH = 100;
/** Columns beyond which no line is taken for wrapped. */
const MAX_WIDTH = 160;
/** Share of the long lines that must be full at a width beyond the usual one. */
const MIN_SHARE_OF_WIDE = 0.85;
/** Full lines of such a width, at least. */
const MIN_WIDE_LINES = 8;
/** Columns. Narrower ones are lists and verse. */
const MIN_WIDTH = 24;
/** Lines that another line follows; fewer are chance. */
const MIN_WRAPPED_LINES = 3;
/** The width is that which this share of the lines does not exceed. */
const WIDTH_QUANTILE = 0.9;
// A wrapped text has few lines that run over: an address, a heading.
/** Times the width. */
const MAX_OVERRUN = 1.15;
/** Share of all lines. */
const MAX_TOO_LONG_SHARE = 0.05;
// Lines of boilerplate may stand below one another in a wrapped text, so short lines count for little.
/** Share of the width from which on a line is long. */
const LONG_LINE_SHARE = 0.6;
// Share of the long lines, and of all that another line follows, which must be full.
const MIN_SHARE_OF_LONG = 0.7;
const MIN_SHARE_OF_ALL = 0.4;
/** So many full lines are enough among any number of short ones: dumps of pages have long menus. */
const SURE_WRAPPED_LINES = 15;
/** Share of the width from which on a line may have been broken early. */
const NEARLY_FULL = 0.8;
/** UTF-16 units of a line that is torn in the middle of a sentence, in a text that is not wrapped. */
const MIN_BROKEN_LENGTH = 30;
/** Columns: a line of Han and kana may end up to two characters early, so that none begins with a closing mark. */
const KINSOKU = 6;

// A word in lower case throughout: `folder_openWorld` is an icon's name, glued to a section.
const STARTS_LOWER_CASE = new RegExp(`^${SMALL_LETTER}+(?=[\\s\\p{P}])(?!_)`, 'u');
const ENDS_OPEN = /[\p{L}\p{N},;–—-]$/u;
// A paragraph that fills its line ends in a stop far more often than a wrapped line does.
const STOP = /[.!?。！？]["”’»」]?$/;
/** What a list's item or a turn of a talk begins with. */
const STARTS_ANEW = /^(?:[-–—•*·]|\d+[.)]\s|["“«„])/u;
const FIRST_WORD = /^\S{1,60}/;
const LETTER = /\p{L}/u;
// Programs that wrap leave a line with an address long, or make one.
const ADDRESS = /:\/\//;

/** How long a line is: by the columns it takes, or by its characters, as some software wraps wide scripts. */
type Measure = (text: string) => number;

/** How a text is hard-wrapped. */
export interface Wrapping {
  readonly width: number;
  readonly measure: Measure;
}

/**
 * How a text is hard-wrapped, or null. A line is wrapped when the next line's first word would not have
 * fitted on it; a text is, when most lines that another line follows are.
 */
export function wrappingOf(lines: readonly Line[]): Wrapping | null {
  return wrappingBy(lines, columnsOf) ?? wrappingBy(lines, (text) => text.length);
}

function wrappingBy(lines: readonly Line[], measure: Measure): Wrapping | null {
  const width = widthOf(lines, measure);
  if (width === null || hasLongLines(lines, width, measure)) return null;
  const wrapping = { width, measure };
  let pairs = 0;
  let long = 0;
  let wrapped = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i]!, lines[i + 1]!];
    if (line.blank || next.blank || !LETTER.test(line.text)) continue;
    pairs += 1;
    if (reachOf(line, measure) < width * LONG_LINE_SHARE) continue;
    long += 1;
    if (!STOP.test(line.text) && isFull(line, next, wrapping)) wrapped += 1;
    else if (ADDRESS.test(line.text)) long -= 1;
  }
  const isWide = width > USUAL_WIDTH;
  const ofAll = pairs * MIN_SHARE_OF_ALL;
  const least = isWide ? Math.max(MIN_WIDE_LINES, ofAll) : Math.min(SURE_WRAPPED_LINES, ofAll);
  const share = isWide ? MIN_SHARE_OF_WIDE : MIN_SHARE_OF_LONG;
  return wrapped >= Math.max(MIN_WRAPPED_LINES, least) && wrapped >= long * share ? wrapping : null;
}

/** The width that most lines which another line follows keep; null where it is none that software wraps at. */
function widthOf(lines: readonly Line[], measure: Measure): number | null {
  const widths: number[] = [];
  let tooWide = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!;
    if (line.blank || lines[i + 1]!.blank) continue;
    const width = reachOf(line, measure);
    widths.push(width);
    if (width > MAX_WIDTH) tooWide += 1;
  }
  const at = Math.floor(widths.length * WIDTH_QUANTILE);
  // Most texts have a paragraph on each line, and need not be sorted.
  if (widths.length < MIN_WRAPPED_LINES || widths.length - tooWide <= at) return null;
  const width = widths.sort((a, b) => a - b)[at]!;
  return width < MIN_WIDTH ? null : width;
}

function hasLongLines(lines: readonly Line[], width: number, measure: Measure): boolean {
  let tooLong = 0;
  for (const line of lines) {
    if (reachOf(line, measure) > width * MAX_OVERRUN && !ADDRESS.test(line.text)) tooLong += 1;
  }
  return tooLong > lines.length * MAX_TOO_LONG_SHARE;
}

/** Whether `next` continues the paragraph of `line`, the line above it. */
export function continues(line: Line, next: Line, wrapping: Wrapping | null): boolean {
  if (wrapping === null) return isBroken(line.text, next.text);
  return (
    isFull(line, next, wrapping) ||
    isTorn(line.text, next.text) ||
    (isNearlyFull(line, wrapping) && goesOn(line.text, next.text))
  );
}

/** Whether nothing shows that a line ends and another begins; between scripts without spaces lines are full, or end. */
function goesOn(text: string, next: string): boolean {
  if (joinsWithoutSpace(text.at(-1)!, next[0]!)) return false;
  return ENDS_OPEN.test(text) && !STARTS_ANEW.test(next);
}

/** Some programs break a line a word or two early. */
function isNearlyFull(line: Line, { width, measure }: Wrapping): boolean {
  return reachOf(line, measure) >= width * NEARLY_FULL;
}

/** Whether a text was broken in the middle of a sentence before `next`, though nothing wraps it. */
export function isBroken(text: string, next: string): boolean {
  return text.length >= MIN_BROKEN_LENGTH && ENDS_OPEN.test(text) && STARTS_LOWER_CASE.test(next);
}

function isFull(line: Line, next: Line, { width, measure }: Wrapping): boolean {
  const reach = reachOf(line, measure);
  if (joinsWithoutSpace(line.text.at(-1)!, next.text[0]!)) return reach + KINSOKU >= width;
  const word = FIRST_WORD.exec(next.text)?.[0] ?? '';
  return reach + 1 + measure(word) > width;
}

/** How far a line reaches to the right. */
function reachOf({ text, indent }: Line, measure: Measure): number {
  return indent + measure(text);
}
