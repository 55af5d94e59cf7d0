import { columnsOf, joinsWithoutSpace } from '../../../text/visible.ts';
import type { Line } from './lines.ts';

// All set by hand; test/stages/blocks/text.test.ts holds the texts that must be told apart.
/** Columns. Mail and terminals wrap at 72 to 80, some software at 100; wider lines are paragraphs. */
const MAX_WIDTH = 100;
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
/** Share of the long lines, and of all that another line follows, which must be full. */
const MIN_SHARE_OF_LONG = 0.7;
const MIN_SHARE_OF_ALL = 0.4;
/** UTF-16 units of a line that is torn in the middle of a sentence, in a text that is not wrapped. */
const MIN_BROKEN_LENGTH = 30;
/** Columns: a line of Han and kana may end up to two characters early, so that none begins with a closing mark. */
const KINSOKU = 6;

// A word in lower case throughout: `folder_openWorld` is an icon's name, glued to a section.
const STARTS_LOWER_CASE = /^\p{Ll}+(?=[\s\p{P}])(?!_)/u;
const ENDS_OPEN = /[\p{L}\p{N},;–—-]$/u;
// A paragraph that fills its line ends in a stop far more often than a wrapped line does.
const STOP = /[.!?。！？]["”’»」]?$/;
const FIRST_WORD = /^\S{1,60}/;

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
  const pairs = lines.flatMap((line, i) => {
    const next = lines[i + 1];
    return next && !line.blank && !next.blank ? [{ line, next }] : [];
  });
  if (pairs.length < MIN_WRAPPED_LINES) return null;
  const widths = pairs.map(({ line }) => measure(line.text)).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * WIDTH_QUANTILE)]!;
  if (width > MAX_WIDTH || width < MIN_WIDTH) return null;
  const tooLong = lines.filter((line) => measure(line.text) > width * MAX_OVERRUN);
  if (tooLong.length > lines.length * MAX_TOO_LONG_SHARE) return null;
  const wrapping = { width, measure };
  const long = pairs.filter(({ line }) => measure(line.text) >= width * LONG_LINE_SHARE);
  const wrapped = long.filter(
    ({ line, next }) => isFull(line.text, next.text, wrapping) && !STOP.test(line.text),
  );
  const enough = wrapped.length >= Math.max(MIN_WRAPPED_LINES, pairs.length * MIN_SHARE_OF_ALL);
  return enough && wrapped.length >= long.length * MIN_SHARE_OF_LONG ? wrapping : null;
}

/** Whether `next` continues the paragraph of `line`, the line above it. */
export function continues(line: string, next: string, wrapping: Wrapping | null): boolean {
  if (wrapping !== null) return isFull(line, next, wrapping);
  return line.length >= MIN_BROKEN_LENGTH && ENDS_OPEN.test(line) && STARTS_LOWER_CASE.test(next);
}

function isFull(line: string, next: string, { width, measure }: Wrapping): boolean {
  if (joinsWithoutSpace(line.at(-1)!, next[0]!)) return measure(line) + KINSOKU >= width;
  const word = FIRST_WORD.exec(next)?.[0] ?? '';
  return measure(line) + 1 + measure(word) > width;
}
