import type { Span } from '../../document/document.ts';
import { spanOf } from '../../document/spans.ts';
import { type Verdict, verdict } from '../../document/verdict.ts';
import { parseByline } from '../../recognize/byline/index.ts';
import { bylineTail } from '../../recognize/byline/tail.ts';
import { dateLineOf, type LabelledDate } from '../../recognize/dates/line.ts';
import { isNameShaped } from '../../recognize/names.ts';
import type { IconName } from '../../recognize/phrases/icons.ts';
import { FACT_SEPARATOR } from '../../recognize/separators.ts';
import { spelled, words } from '../../recognize/words.ts';
import { phraseKey } from '../../text/fold.ts';
import { matchesOf } from '../../text/matches.ts';
import { wordsOf } from '../../text/shape.ts';
import { keyOf } from '../../text/tokens.ts';
import { visibleRange } from '../../text/visible.ts';
import type { Reading } from './reading.ts';

/** One of the signs of FACT_SEPARATOR. */
const MAY_SEPARATE = /[|•·｜│／–—/-]/;
// Set by hand on the open benchmark's texts: UTF-16 units, beyond which a line is prose; words of a section's name.
const MAX_LINE_LENGTH = 240;
const MAX_SECTION_WORDS = 4;
/** UTF-16 units of a line that is a name and a date. */
const MAX_STAMP_LENGTH = 60;
const CAPITAL = /\p{Lu}/u;
const COMMA_END = /\s*,\s*$/;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly icon: boolean;
  readonly separator: boolean;
}

/** Whether a line may be one of several facts: those are short. */
export function mayBeMixed(text: string): boolean {
  return text.length <= MAX_LINE_LENGTH;
}

/** What is known of a line that may hold several facts. */
interface MixedLine {
  readonly text: string;
  readonly icons: readonly IconName[];
  readonly dates: readonly LabelledDate[];
  readonly reading: Reading;
}

/**
 * The spans of a line that holds several facts: icon names, a section, dates, a byline, parted by bars,
 * dots, dashes or glued icons. Null unless every piece of it can be told.
 */
export function mixedSpans(line: MixedLine): readonly Span[] | null {
  const { text, icons, dates, reading } = line;
  const tail = bylineTail(text, reading.language);
  if (tail !== null) return bylineSpans(text, tail);
  if (icons.length + dates.length === 0 && !MAY_SEPARATE.test(text)) return null;
  const signed = nameBesideDate(line);
  if (signed !== null) return signed;
  const pieces = piecesOf(text, icons, dates);
  if (pieces.length < 2) return null;
  const afterIcon = pieces.some((piece) => piece.icon);
  const spans: Span[] = [];
  let leading: Piece | null = null;
  for (const piece of pieces) {
    const before = spans.at(-1);
    if (piece.separator) {
      if (before) spans.push(spanOf(before, piece.start, piece.end, true));
      else leading = piece;
      continue;
    }
    const found = piece.icon
      ? verdict('icon-name', 'icon-name')
      : (factVerdict(text.slice(piece.start, piece.end), reading, afterIcon) ??
        nameVerdict(text.slice(piece.start, piece.end), dates, spans, reading));
    if (!found) return null;
    if (leading) spans.push(spanOf(found, leading.start, leading.end, true));
    leading = null;
    spans.push(spanOf(found, piece.start, piece.end, false));
  }
  return spans.some((span) => span.label !== 'section') ? spans : null;
}

/** Who wrote and, with only space or a comma between, when: `Press Office 2024-05-14 09:30`, `Jane Roe, 14 May 2024`. */
function nameBesideDate({ text, dates, reading }: MixedLine): readonly Span[] | null {
  const [stamp, second] = dates;
  if (!stamp || second || text.length > MAX_STAMP_LENGTH) return null;
  const { start, end, precision, value } = stamp.date;
  const name = visibleRange(text, 0, nameEnd(text.slice(0, start)));
  if (value === null || name === null || visibleRange(text, end, text.length)) return null;
  const said = text.slice(name.start, name.end);
  const isNamed = precision === 'day' ? isPeople(said, reading) : isNameShaped(said);
  if (name.end === start || !isNamed || dateLineOf(text, reading.language)) return null;
  if (parseByline(text, reading.language)?.confident) return null;
  const byline = verdict('byline', 'name-beside-date');
  return [
    spanOf(byline, name.start, name.end, false),
    spanOf(byline, name.end, start, true),
    spanOf(verdict('date', 'date-line'), start, end, false),
  ];
}

/** Where a name ends before a date: a word that opens the date (`le 3 mai`) and a comma are no part of it. */
function nameEnd(before: string): number {
  const said = before.trimEnd();
  const space = said.lastIndexOf(' ');
  const opener = space > 0 && words('before-date').has(phraseKey(said.slice(space + 1)));
  return (opener ? said.slice(0, space) : said).replace(COMMA_END, '').length;
}

/** The first piece beside a date that is nothing but names of people; null where it is not. */
function nameVerdict(
  text: string,
  dates: readonly LabelledDate[],
  before: readonly Span[],
  reading: Reading,
): Verdict | null {
  const isDay = ({ date }: LabelledDate) =>
    date.value !== null || date.options !== undefined || date.kind === 'relative';
  if (!dates.some(isDay)) return null;
  if (before.some(({ label }) => label === 'byline') || !isPeople(text, reading)) return null;
  return verdict('byline', 'name-beside-date');
}

/** Whether a text is the names of people; one of two words may be a city's, and none ends in a word that opens a date. */
function isPeople(text: string, { language, vocabulary }: Reading): boolean {
  if (!CAPITAL.test(text) || vocabulary.isOrganization(text)) return false;
  if (spelled('city').has(text.toLowerCase())) return false;
  if (words('before-date').has(phraseKey(text.slice(text.lastIndexOf(' ') + 1)))) return false;
  const authors = parseByline(text, language)?.authors ?? [];
  return authors.length > 0 && authors.every(({ kind }) => kind === 'person');
}

/** A byline, and the words of buttons that it was glued to. */
function bylineSpans(text: string, tail: number): readonly Span[] {
  const name = visibleRange(text, 0, tail);
  const byline = verdict('byline', 'byline');
  const buttons = verdict('social', 'byline-tail');
  const end = name?.end ?? tail;
  const gap = end < tail ? [spanOf(byline, end, tail, true)] : [];
  return [
    spanOf(byline, name?.start ?? 0, end, false),
    ...gap,
    spanOf(buttons, tail, text.length, false),
  ];
}

/** What a short line of facts is: a date line, a byline, a section, or a phrase; null when it cannot be told. */
function factVerdict(
  text: string,
  { phrases, vocabulary, language }: Reading,
  trusting: boolean,
): Verdict | null {
  const key = keyOf(text);
  const phrase = phrases(text, key);
  if (phrase) return verdict(phrase.label, phrase.rule);
  if (vocabulary.isReadTime(key)) return verdict('site-template', 'reading-time');
  if (dateLineOf(text, language)) return verdict('date', 'date-line');
  if (vocabulary.isSectionKey(key)) return verdict('section', 'section-name');
  if (parseByline(text, language)?.confident) return verdict('byline', 'byline');
  const short = wordsOf(text).length <= MAX_SECTION_WORDS;
  return trusting && short ? verdict('section', 'beside-icon') : null;
}

function piecesOf(
  text: string,
  icons: readonly IconName[],
  dates: readonly LabelledDate[],
): Piece[] {
  const cuts = [
    ...icons.map(({ start, end }) => ({ start, end, icon: true, separator: false })),
    ...matchesOf(text, FACT_SEPARATOR).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      icon: false,
      separator: true,
    })),
    ...dates.map(({ date }) => ({
      start: date.end,
      end: date.end,
      icon: false,
      separator: true,
    })),
  ].sort((a, b) => a.start - b.start);
  const out: Piece[] = [];
  let from = 0;
  const plain = (start: number, end: number) => {
    const range = visibleRange(text, start, end);
    if (range) out.push({ ...range, icon: false, separator: false });
  };
  for (const cut of cuts) {
    if (cut.start < from) continue;
    plain(from, cut.start);
    const range = visibleRange(text, cut.start, cut.end);
    if (range) out.push({ ...cut, ...range });
    from = cut.end;
  }
  plain(from, text.length);
  return out;
}
