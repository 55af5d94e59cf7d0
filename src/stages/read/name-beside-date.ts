import type { Span } from '../../document/document.ts';
import type { RuleName } from '../../document/rules.ts';
import { spanOf } from '../../document/spans.ts';
import { type Verdict, verdict } from '../../document/verdict.ts';
import { parseByline } from '../../recognize/byline/index.ts';
import { dateLineOf, type LabelledDate } from '../../recognize/dates/line.ts';
import { isNameShaped } from '../../recognize/names.ts';
import { spelled, words } from '../../recognize/words.ts';
import { phraseKey } from '../../text/fold.ts';
import { visibleRange } from '../../text/visible.ts';
import type { Reading } from './reading.ts';

/** The rule that such a name is labelled by. */
export const NAME_BESIDE_DATE: RuleName = 'name-beside-date';
/** UTF-16 units of a line that is a name and a date; set by hand. */
const MAX_LENGTH = 60;
const CAPITAL = /\p{Lu}/u;
/** Behind a date and a comma stands the saint of the day. */
const GOES_ON = /^[,;]/;
const COMMA_END = /\s*,\s*$/;

/** A line and the dates in it. */
interface DatedLine {
  readonly text: string;
  readonly dates: readonly LabelledDate[];
  readonly reading: Reading;
}

/** Who wrote and, with only space or a comma between, at which time: `Press Office 2024-05-14 09:30`. */
export function nameBesideTime(line: DatedLine): readonly Span[] | null {
  return line.dates[0]?.date.precision === 'day' ? null : besideDate(line, isNameShaped);
}

/** The same with a day alone, where the name is a person's or several are: `Jane Roe, 14 May 2024`. */
export function nameBesideDay(line: DatedLine): readonly Span[] | null {
  const { text, reading } = line;
  if (line.dates[0]?.date.precision !== 'day') return null;
  if (parseByline(text, reading.language)?.confident) return null;
  return besideDate(line, (name) => isPeople(name, reading));
}

function besideDate(
  { text, dates, reading }: DatedLine,
  isName: (text: string) => boolean,
): readonly Span[] | null {
  const [stamp, second] = dates;
  if (!stamp || second || text.length > MAX_LENGTH) return null;
  const { start, end, value } = stamp.date;
  const name = visibleRange(text, 0, nameEnd(text.slice(0, start)));
  if (value === null || name === null || visibleRange(text, end, text.length)) return null;
  if (name.end === start || !isName(text.slice(name.start, name.end))) return null;
  if (dateLineOf(text, reading.language)) return null;
  const byline = verdict('byline', NAME_BESIDE_DATE);
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

/** Whether a date says a day: that of this year, or so many days ago, too. */
export function isDay({ date }: LabelledDate): boolean {
  return date.value !== null || date.options !== undefined || date.kind === 'relative';
}

/** What a piece of a dated line is that is nothing but names of people; null where it is not. */
export function nameVerdict(text: string, reading: Reading): Verdict | null {
  return isPeople(text, reading) ? verdict('byline', NAME_BESIDE_DATE) : null;
}

/** Whether a text is the names of people; one of two words may be a city's, and none ends in a word that opens a date. */
function isPeople(text: string, { language, vocabulary }: Reading): boolean {
  if (!CAPITAL.test(text) || GOES_ON.test(text) || vocabulary.isOrganization(text)) return false;
  if (spelled('city').has(text.toLowerCase())) return false;
  if (words('before-date').has(phraseKey(text.slice(text.lastIndexOf(' ') + 1)))) return false;
  const authors = parseByline(text, language)?.authors ?? [];
  return authors.length > 0 && authors.every(({ kind }) => kind === 'person');
}
