import { COMMENTS } from '../../../../document/label-sets.ts';
import type { RuleName } from '../../../../document/rules.ts';
import type { Line } from '../../../read/line.ts';
import type { LabelledLine } from '../../labelled-line.ts';
import { isNamesOnly } from '../../names-only.ts';
import { signedAt } from '../../signed-line.ts';

// Lines behind the last sentence that were left out, at least, and for each that was taken; set by hand on real scraped texts.
const MIN_LEFT = 4;
const LEFT_TIMES = 4;
/** UTF-16 units of a name alone; set by hand. */
const MAX_SIGNATURE = 40;
const SIGNED: ReadonlySet<RuleName> = new Set<RuleName>(['byline-tail', 'name-beside-date']);
const WRITTEN = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
/** Lines of a comment between its date and the button below it; set by hand. */
const MAX_COMMENT_LINES = 3;

/**
 * A byline with a date or the words of buttons beside it, and a job under a byline, are no paragraphs of the body above its
 * first prose, nor is a name or a kicker right below the title.
 */
export function leaveByline(
  lines: readonly LabelledLine[],
  isBody: boolean[],
  title: number,
): void {
  const first = isBody.indexOf(true);
  for (let i = first; i >= 0 && i < lines.length; i++) {
    const { line } = lines[i]!;
    const signed = isSigned(line) || signedAt(lines, i, title) !== null;
    if (line.isProse && !signed) return;
    const isUnder = i === title + 1 && title >= 0 && isUnderTitle(lines, i);
    if (signed || isUnder || isJobUnder(line, lines[i - 1]?.line)) isBody[i] = false;
  }
}

/** Whether a line has a byline with a time or the words of buttons beside it. */
function isSigned({ mixed }: Line): boolean {
  return mixed?.some(({ rule }) => SIGNED.has(rule)) === true;
}

/** Whether a line right below the title is a kicker, says how long it takes to read, or names who wrote what stands below it. */
function isUnderTitle(lines: readonly LabelledLine[], i: number): boolean {
  const { line } = lines[i]!;
  const { vocabulary } = line.reading;
  if (vocabulary.isKickerKey(line.key) || vocabulary.isReadTime(line.key)) return true;
  if (lines[i + 1]?.line.isProse !== true) return false;
  return isNewsroom(line) || (isNamesOnly(line) && !isHeading(lines, i));
}

/** Whether a name is one of several over parts of the article: `Anna Berg`, a paragraph, `Tom Holm`, a paragraph. */
function isHeading(lines: readonly LabelledLine[], i: number): boolean {
  const { key } = lines[i]!.line;
  return lines.some(
    ({ line }, j) =>
      j > i + 1 && line.key !== key && lines[j + 1]?.line.isProse === true && isNamesOnly(line),
  );
}

function isNewsroom({ byline }: Line): boolean {
  const authors = byline?.authors ?? [];
  return authors.some(({ kind }) => kind === 'desk' || kind === 'agency');
}

function isJobUnder(line: Line, above: Line | undefined): boolean {
  if (line.endsSentence || !line.reading.vocabulary.holdsRole(line.key)) return false;
  return above?.byline?.confident === true;
}

/** Short lines behind the body's last sentence, of which most were left out, are one list of links: none is taken. */
export function leaveStrays(lines: readonly LabelledLine[], isBody: boolean[]): void {
  const last = isBody.lastIndexOf(true);
  let sentence = last;
  while (sentence >= 0 && !(isBody[sentence] && lines[sentence]!.line.endsSentence)) sentence -= 1;
  if (sentence < 0) return;
  const taken = isBody.slice(sentence + 1, last + 1).filter(Boolean).length;
  const left = last - sentence - taken;
  if (left < MIN_LEFT || left < taken * LEFT_TIMES) return;
  isBody.fill(false, sentence + 1, last + 1);
}

/** A byline, a date, a signature or a line of signs (`###`) at the body's end is none of its paragraphs. */
export function leaveCredits(lines: readonly LabelledLine[], isBody: boolean[]): void {
  for (let i = isBody.lastIndexOf(true); i >= 0; i = isBody.lastIndexOf(true, i)) {
    const { line } = lines[i]!;
    const isCredit = !line.isProse && (line.byline?.confident || line.dateLine !== null);
    const isRule = !WRITTEN.test(line.text);
    if (!isCredit && !isRule && !isSignature(lines, isBody, i)) return;
    isBody[i] = false;
  }
}

/** A person's name alone in the line below running text, in a text that names nobody else as its author. */
function isSignature(
  lines: readonly LabelledLine[],
  isBody: readonly boolean[],
  i: number,
): boolean {
  const { byline, text } = lines[i]!.line;
  const signs =
    byline?.authors.length === 1 &&
    byline.authors[0]!.kind === 'person' &&
    byline.authors[0]!.name === text &&
    text.length <= MAX_SIGNATURE;
  if (!signs || isBody[i - 1] !== true || !lines[i - 1]!.line.isProse) return false;
  return lines.every(({ line }) => line.byline?.confident !== true);
}

/** What stands between two lines that rules name as a comment's is what its reader wrote. */
export function leaveComments(lines: readonly LabelledLine[], isBody: boolean[]): void {
  let last = Number.NEGATIVE_INFINITY;
  lines.forEach(({ verdict }, i) => {
    if (verdict === null || !COMMENTS.has(verdict.label)) return;
    if (i - last <= MAX_COMMENT_LINES + 1) isBody.fill(false, last + 1, i);
    last = i;
  });
}
