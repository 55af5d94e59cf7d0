import { alternatives, spelled, startingWith } from '../words.ts';

const OPEN = /^[([\s]+/u;
const CREDIT = new RegExp(
  `^(?:(?:(?:${alternatives('credit-more')}) )?(?:${alternatives('credit-prefix')})(?!\\p{L}))`,
  'iu',
);
const CREDIT_LATER = new RegExp(
  `[,;/|.·•–—-]?\\s*(?:\\(?(?:and )?(?:${alternatives('credit-word')})(?!\\p{L})[^,;]{0,6}(?:${alternatives('by-word')}|:|：).{0,80}|(?:${alternatives('picture-label')}).{0,40})$`,
  'iu',
);
const NOT_WRITERS = new RegExp(
  `^\\(?(?:(?:${alternatives('reporting-more')}) )?(?:${alternatives('not-writing-by')})(?!\\p{L})`,
  'iu',
);
/** The same behind a name: `Jane Roe Edited by Tom Doe`. */
const NOT_WRITERS_LATER = new RegExp(
  `(?<=\\p{L}[.)]?)[\\s,;|•·–—-]+\\(?(?:and )?(?:${alternatives('not-writing-by')})(?!\\p{L}).*$`,
  'iu',
);

const mayBeOther = startingWith('not-writing-by', 'reporting-more');
const mayBeCredit = startingWith('credit-prefix', 'credit-more');
const CREDIT_SIGNS = /^(?:©|\(c\))/i;
const OTHER_WORK = [...spelled('not-writing-by')];
const CREDIT_WORDS = [...spelled('credit-word'), ...spelled('picture-label')];

/** Whether a line begins with other work than writing. */
export function isOtherWork(line: string): boolean {
  return mayBeOther(line) && NOT_WRITERS.test(line);
}

/** Whether a line begins with the credit of a picture or a source. */
export function beginsCredit(line: string): boolean {
  return CREDIT_SIGNS.test(line) || (mayBeCredit(line) && CREDIT.test(line));
}

/** A line of names without the credit of a picture behind them. */
export function withoutCredit(text: string): string {
  const lower = text.toLowerCase();
  if (!CREDIT_WORDS.some((word) => lower.includes(word))) return text;
  return text.replace(CREDIT_LATER, '');
}

/** A line of names without those behind them that did other work. */
export function withoutOtherWork(text: string): string {
  const lower = text.toLowerCase();
  if (!OTHER_WORK.some((work) => lower.indexOf(work) > 0)) return text;
  return text.replace(NOT_WRITERS_LATER, '');
}

/** Whether a line credits other work than writing: "Edited by: Jane Roe". */
export function isNotWriting(line: string): boolean {
  return isOtherWork(line.trim());
}

/** Whether a text is the credit of a picture or a source: "(Image: Example)", "Foto: Jane Roe". */
export function isCredit(text: string): boolean {
  return beginsCredit(text.replace(OPEN, ''));
}
