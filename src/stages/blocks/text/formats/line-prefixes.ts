import { type Line, withMarks } from '../lines.ts';

// Set by hand on texts of corpora.
/** Lines that a text must have for what all begin with to be a mark. */
const MIN_LINES = 5;
/** Shares of a text's lines, 0 to 1: that begin with one mark, and with a number. */
const SHARES = { same: 0.9, numbered: 0.8 } as const;
/** UTF-16 units of text that a line has on average behind its mark or number: rows of a table have less. */
const MIN_MEAN = 40;
/** Numbers that may be the years of a chronology. */
const YEARS = { from: 1000, to: 2100 } as const;

/** `{Author, Unknown} `, `[2023-05-01] `, `news.example | `: what an exporter writes before each line. */
const PREFIX = /^(?:[[{(][^[\]{}()]{1,40}[\]})]|[^\s|]{1,30}\s?\||[^\s\d]{1,30}\t)/u;
/** The box of a list of things to do (`[ ]`) does not. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
/** A line's number and a tab, as the corpora of Leipzig have them (https://wortschatz.uni-leipzig.de/en/download). */
const NUMBER = /^(\d{1,7})\t(?=[^\t]+$)/;

/** Takes off what an exporter has set before each line of a text: one and the same mark, or the line's number and a tab. */
export function withoutLinePrefixes(lines: readonly Line[]): readonly Line[] {
  const open = lines.filter(({ blank }) => !blank);
  if (open.length < MIN_LINES) return lines;
  const prefix = samePrefix(open);
  const lengthOf = prefix === null ? numberLength(open) : (text: string) => lengthIn(text, prefix);
  if (lengthOf === null) return lines;
  return lines.map((line) => {
    const before = line.blank ? 0 : lengthOf(line.text);
    return before === 0 ? line : withMarks(line, { rule: 'line-prefix', before });
  });
}

/** The mark that nearly all lines begin with; null where they share none. */
function samePrefix(open: readonly Line[]): string | null {
  const prefix = PREFIX.exec(open[0]!.text)?.[0] ?? '';
  if (!SAYS_SOMETHING.test(prefix)) return null;
  const rests = open.filter(({ text }) => text.startsWith(prefix));
  if (rests.length < open.length * SHARES.same) return null;
  return meanOf(rests.map(({ text }) => text.length - prefix.length)) < MIN_MEAN ? null : prefix;
}

function lengthIn(text: string, prefix: string): number {
  return text.startsWith(prefix) ? prefix.length : 0;
}

/** How long the number of a line is, where most lines have one and each is one more than the one before. */
function numberLength(open: readonly Line[]): ((text: string) => number) | null {
  const found = open.flatMap(({ text }) => {
    const match = NUMBER.exec(text);
    return match ? [{ number: Number(match[1]), rest: text.length - match[0].length }] : [];
  });
  if (found.length < Math.max(MIN_LINES, open.length * SHARES.numbered)) return null;
  if (found.some(({ number }, i) => i > 0 && number !== found[i - 1]!.number + 1)) return null;
  if (found[0]!.number >= YEARS.from && found.at(-1)!.number <= YEARS.to) return null;
  if (meanOf(found.map(({ rest }) => rest)) < MIN_MEAN) return null;
  return (text) => NUMBER.exec(text)?.[0].length ?? 0;
}

function meanOf(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
}
