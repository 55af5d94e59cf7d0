import { isMarksOnly, type Line, withMarks } from '../lines.ts';

const QUOTE = /^(?:>[ \t]?)+/;
// Elsewhere two and more stand before links.
const SINGLE = /^>(?!>)/;
const ATTRIBUTION = /[:：]$/;
const SENDER = /[@\d]/;
const MAIL = /\S@\S/;
const DIGIT = /\d/;
/** Lines in a row that begin with the mark; a single one may point to a link. Set by hand. */
const MIN_RUN = 3;
/** Share of a text's lines from which on the whole text is quoted. Set by hand. */
const WHOLE = 0.7;
/** UTF-16 units of the line that says who wrote what is quoted; set by hand. */
const MAX_ATTRIBUTION = 200;

/**
 * Takes off the `>` that mail programs and Markdown set before quoted lines. What is quoted is a quote, unless nearly
 * the whole text is. The line that says who wrote it (`On 3 May Ann wrote:`) is no part of the article, nor is a mail that
 * is answered below it.
 *
 * @param lenient a single line counts too: the text is Markdown or a mail
 */
export function withoutQuoteMarks(all: readonly Line[], lenient: boolean): readonly Line[] {
  const lines = withoutReply(all);
  const quoted = lenient ? quotedLines(lines, QUOTE, 1) : quotedLines(lines, SINGLE, MIN_RUN);
  const count = quoted.filter(Boolean).length;
  if (count === 0) return lines;
  const open = lines.filter(({ blank, markup }) => !blank && markup?.role == null).length;
  const whole = count >= open * WHOLE;
  return lines.map((line, i) => {
    if (quoted[i]) {
      const before = QUOTE.exec(line.text)![0].length;
      return withMarks(line, { rule: 'quote-mark', before, type: whole ? null : 'quote' });
    }
    return isAttribution(lines, quoted, i)
      ? withMarks(line, { rule: 'quote-mark', role: 'field', alone: true })
      : line;
  });
}

/** The mail that is answered, quoted to the text's end below a line with who wrote it, when, and from which address. */
function withoutReply(lines: readonly Line[]): readonly Line[] {
  let start = lines.length;
  while (start > 0 && (lines[start - 1]!.blank || QUOTE.test(lines[start - 1]!.text))) start -= 1;
  const written = lines[start - 1];
  const isQuoted = lines.slice(start).some(({ blank }) => !blank);
  if (!isQuoted || written === undefined || !isWritten(written.text)) return lines;
  const mark = { rule: 'quote-mark', role: 'field', alone: true } as const;
  return lines.map((line, i) => (i < start - 1 || line.blank ? line : withMarks(line, mark)));
}

function isWritten(text: string): boolean {
  if (text.length > MAX_ATTRIBUTION || !ATTRIBUTION.test(text)) return false;
  return MAIL.test(text) && DIGIT.test(text);
}

function quotedLines(lines: readonly Line[], mark: RegExp, minRun: number): boolean[] {
  const out = lines.map(() => false);
  let run = 0;
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i];
    if (
      line !== undefined &&
      !isMarksOnly(line) &&
      line.markup?.role == null &&
      mark.test(line.text)
    ) {
      run += 1;
      continue;
    }
    if (run >= minRun) out.fill(true, i - run, i);
    run = 0;
  }
  return out;
}

function isAttribution(lines: readonly Line[], quoted: readonly boolean[], i: number): boolean {
  const { text, blank } = lines[i]!;
  if (blank || text.length > MAX_ATTRIBUTION) return false;
  if (!ATTRIBUTION.test(text) || !SENDER.test(text)) return false;
  const next = lines[i + 1]?.blank ? i + 2 : i + 1;
  return quoted[next] === true;
}
