import { dateNumbers, dateWordSet } from '../date-words.ts';
import type { Token } from '../tokens.ts';
import { type MonthAt, monthAt } from './month-words.ts';
import { shortYear, thaiYear, yearNumber } from './year-numbers.ts';

/** A day as written: a year or a day may be missing. */
export interface WrittenDay {
  /** First token. */
  readonly from: number;
  /** One past the last token. */
  readonly to: number;
  readonly year: number | null;
  readonly month: number;
  /** Other months that the word names in other languages. */
  readonly others: readonly number[];
  readonly day: number | null;
  readonly calendar: 'gregorian' | 'persian';
}

const ordinals = dateWordSet('ordinal');
const beforeMonth = dateWordSet('before-month');
const beforeYear = dateWordSet('before-year');
const behindYear = dateWordSet('after-year');
const yearWords = dateWordSet('year-word');
const MARKS = new Set(['.', ',', '-', '/', 'º', 'ª', '·', '،']);
const COMMA = new Set([',', '.', '/', '-', '،', "'"]);

/** Hindi agencies spell the first ten days out. */
const numbers = dateNumbers('number-word');

const dayNumber = (t: Token | undefined): number | null => {
  if (t?.kind === 'word') return numbers().get(t.text) ?? null;
  if (t?.kind !== 'number' || t.text.length > 2) return null;
  const n = Number(t.text);
  return n >= 1 && n <= 31 ? n : null;
};

/** Skips up to `most` tokens that are marks or connecting words. */
function skip(
  tokens: readonly Token[],
  at: number,
  words: ReadonlySet<string>,
  marks: ReadonlySet<string>,
  most = 3,
): number {
  let i = at;
  while (i < at + most) {
    const t = tokens[i];
    if (!t || t.kind === 'number' || !(t.kind === 'mark' ? marks.has(t.text) : words.has(t.text)))
      break;
    i++;
  }
  return i;
}

const written = (
  from: number,
  to: number,
  year: number | null,
  month: MonthAt,
  day: number | null,
): WrittenDay => {
  const persian = month.persian || (year !== null && year < 1500);
  return {
    from,
    to,
    year,
    month: month.number,
    others: month.others,
    day,
    calendar: persian ? 'persian' : 'gregorian',
  };
};

/** "24 November 2021", "24. listopadu 2021", "24 de noviembre", "3rd of May". */
export function dayFirst(
  tokens: readonly Token[],
  at: number,
  language?: string,
): WrittenDay | null {
  const day = dayNumber(tokens[at]);
  if (day === null) return null;
  let i = at + 1;
  const suffix = tokens[i];
  if (
    suffix &&
    suffix.start === tokens[at]?.end &&
    ordinals().has(suffix.text) &&
    !monthAt(tokens, i, language)
  )
    i++;
  if (
    tokens[i]?.text === '-' &&
    tokens[i + 1]?.kind === 'word' &&
    ordinals().has(tokens[i + 1]?.text ?? '')
  )
    i += 2;
  i = monthAt(tokens, i, language) ? i : skip(tokens, i, beforeMonth(), MARKS);
  const month = monthAt(tokens, i, language);
  if (!month) return null;
  const y = skip(tokens, month.to, beforeYear(), COMMA, 4);
  const year = yearNumber(tokens[y]);
  if (year !== null) return written(at, afterYear(tokens, y + 1), year, month, day);
  const short = shortYear(tokens, month.to);
  if (short !== null) return written(at, month.to + 2, short, month, day);
  const thai = thaiYear(tokens, y);
  if (thai !== null) return written(at, y + 1, thai, month, day);
  return written(at, month.to, null, month, day);
}

function afterYear(tokens: readonly Token[], at: number): number {
  const t = tokens[at];
  if (t?.kind !== 'word' || !yearWords().has(t.text)) return at;
  const dot = tokens[at + 1];
  return dot?.text === '.' && dot.start === t.end ? at + 2 : at + 1;
}

/** "November 24, 2021", "Nov. 24", "November 2021". */
export function monthFirst(
  tokens: readonly Token[],
  at: number,
  language?: string,
): WrittenDay | null {
  const month = monthAt(tokens, at, language);
  if (!month) return null;
  let i = month.to;
  if (tokens[i]?.text === '.' && tokens[i]?.start === tokens[i - 1]?.end) i++;
  if (tokens[i]?.text === '-' || tokens[i]?.text === 'the') i++;
  const day = dayNumber(tokens[i]);
  if (day === null) {
    const y = skip(tokens, i, beforeYear(), COMMA, 2);
    const year = yearNumber(tokens[y]);
    return year === null ? null : written(at, afterYear(tokens, y + 1), year, month, null);
  }
  const colon = tokens[i + 1];
  if (colon?.text === ':' && colon.start === tokens[i]?.end) return null;
  let end = i + 1;
  const suffix = tokens[end];
  if (suffix && suffix.start === tokens[i]?.end && ordinals().has(suffix.text)) end++;
  // Lithuanian "lapkričio 24 d."
  if (tokens[end]?.text === 'd' && tokens[end + 1]?.text === '.') end++;
  const y = skip(tokens, end, beforeYear(), COMMA, 2);
  const year = yearNumber(tokens[y]);
  if (year !== null) return written(at, y + 1, year, month, day);
  return written(at, end, null, month, day);
}

/** "2021. november 24.", "2021 m. lapkričio 24 d.", "2021. gada 24. novembris". */
export function yearFirst(
  tokens: readonly Token[],
  at: number,
  language?: string,
): WrittenDay | null {
  const year = yearNumber(tokens[at]);
  if (year === null) return null;
  const i = skip(tokens, at + 1, behindYear(), MARKS);
  const rest = dayFirst(tokens, i, language) ?? monthFirst(tokens, i, language);
  if (!rest || rest.day === null || rest.year !== null) return null;
  let to = rest.to;
  if (tokens[to]?.text === 'd' && tokens[to + 1]?.text === '.') to += 2;
  else if (tokens[to]?.text === '.' && tokens[to]?.start === tokens[to - 1]?.end) to++;
  return { ...rest, from: at, to, year };
}

/** "ngày 24 tháng 11 năm 2021", "24 tháng 11, 2021". */
export function vietnamese(tokens: readonly Token[], at: number): WrittenDay | null {
  const day = dayNumber(tokens[at]);
  if (day === null || tokens[at + 1]?.text !== 'thang') return null;
  const month = dayNumber(tokens[at + 2]);
  if (month === null || month > 12) return null;
  let i = at + 3;
  if (tokens[i]?.text === ',' || tokens[i]?.text === 'nam') i++;
  const year = yearNumber(tokens[i]);
  return {
    from: at,
    to: year === null ? at + 3 : i + 1,
    year,
    month,
    others: [],
    day,
    calendar: 'gregorian',
  };
}
