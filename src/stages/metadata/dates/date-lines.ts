import type { Article } from '../../../contract/article.ts';
import { type FoundDate, findDate } from '../../../recognize/dates/find.ts';
import { isAfter, type StructuredDate, stated } from '../../../recognize/dates/iso.ts';
import type { LabelledDate } from '../../../recognize/dates/line.ts';
import { resolveAgo } from '../../../recognize/dates/relative.ts';
import type { Labelled } from '../../label/labelled.ts';
import { dateOf, datesOf, type LabelledText, nearness, nearTitle, texts } from '../spans.ts';
import { type Dated, dated, type Reader } from './date-facts.ts';

/** In UTF-16 units: a date that opens the first paragraph ends in this stretch (set by hand on the open benchmark). */
const LEAD_DATE = 60;
const AFTER_LEAD = /^\s*(?:[–—|„“«"]|-\s|:\s)/u;

/** Of two readings of "03/05/2024" the one that another date of the page is, or that is not in the future. */
function settle(
  date: FoundDate,
  others: readonly string[],
  fetched: string | undefined,
): StructuredDate | null {
  const sure = stated(date);
  if (sure || !date.options) return sure;
  const past = date.options.filter((o) => !isAfter(o, fetched));
  const known = past.filter((o) => others.some((v) => v.slice(0, 10) === o.slice(0, 10)));
  const [value] =
    known.length === 1 ? known : past.length === 1 && date.options.length === 2 ? past : [];
  return value === undefined ? null : { value, precision: date.precision };
}

/** A date that a short line near the title states: alone, with a label, or with a time of day. */
export function fromNear(document: Labelled, reader: Reader): Dated | null {
  for (const near of nearTitle(document)) {
    const found = datesOf(near, reader.language).filter(
      ({ date }) => date.value !== null && date.precision !== 'month',
    );
    const [first] = found;
    if (!first || found.some((f) => f.label === 'modified')) continue;
    const sure =
      first.label === 'published' ||
      first.date.precision !== 'day' ||
      dateOf(near, reader.language) !== null;
    const date = sure || found.length === 1 ? stated(first.date) : null;
    if (date && !isAfter(date.value, reader.fetched))
      return dated(date, 'text-near-title', first.date.raw, sure ? 'stated' : 'inferred');
  }
  return null;
}

/** "29.11.2022 – The council …": a full date that opens the first paragraph. */
export function fromLead(lead: string, reader: Reader): Dated | null {
  const found = findDate(lead.slice(0, LEAD_DATE), reader.language);
  if (found?.start !== 0 || found.precision === 'month' || !AFTER_LEAD.test(lead.slice(found.end)))
    return null;
  const date = stated(found);
  return date && !isAfter(date.value, reader.fetched) ? dated(date, 'text-lead', found.raw) : null;
}

/** A date of a date line or byline. */
export interface PrintedDate {
  readonly text: string;
  /** 0 between title and body, more the further away. */
  readonly rank: number;
  readonly found: LabelledDate;
  readonly date: StructuredDate;
}

/** Dates of the date lines and bylines, the nearest to the title first. */
export function printed(
  document: Labelled,
  reader: Reader,
  known: readonly string[],
): PrintedDate[] {
  const rankOf = nearness(document);
  const read = (found: LabelledText) =>
    datesOf(found, reader.language).map((one) => ({
      text: found.text,
      one,
      rank: rankOf(found.index),
    }));
  const found = [...texts(document, 'date'), ...texts(document, 'byline')].flatMap(read);
  // a date above the title that says "published" is no day of reading
  found.push(
    ...texts(document, 'page-date')
      .flatMap(read)
      .filter(({ one }) => one.label !== null),
  );
  const sure = [...known, ...found.map(({ one }) => one.date.value ?? '')];
  const out: PrintedDate[] = [];
  for (const { text, one, rank } of found) {
    const date = settle(one.date, sure, reader.fetched);
    if (date && date.precision !== 'month' && !isAfter(date.value, reader.fetched))
      out.push({ text, found: one, date, rank });
  }
  return out.sort((a, b) => a.rank - b.rank);
}

/** The first relative date of the date lines. */
export function relative(document: Labelled, language: string | undefined): FoundDate | null {
  const found = texts(document, 'date').flatMap((text) => datesOf(text, language));
  return found.find(({ date }) => date.kind === 'relative')?.date ?? null;
}

/** The date that a relative one means, seen from the day of reading. */
export function fromRelative(ago: FoundDate, fetched: string | undefined): Dated | null {
  const time = ago.ago && fetched ? resolveAgo(ago.ago, fetched) : null;
  if (time === null || !ago.ago) return null;
  const { unit } = ago.ago;
  if (unit === 'year')
    return dated({ value: time.slice(0, 4), precision: 'year' }, 'relative', ago.raw, 'inferred');
  if (unit === 'month' || unit === 'week')
    return dated({ value: time.slice(0, 7), precision: 'month' }, 'relative', ago.raw, 'inferred');
  return dated({ value: time.slice(0, 10), precision: 'day' }, 'relative', ago.raw, 'inferred');
}

/** Dates above the title. */
export interface PageDates {
  readonly page: Article['pageDate'];
  /** Earlier days above the title. */
  readonly others: readonly FoundDate[];
  /** The same as `page`, where it stands between title and body of a web page, which is no place for the day of reading. */
  readonly near: FoundDate | null;
}

/** The day of reading; of several dates above the title it is the latest, and the others are the article's. */
export function pageDates(document: Labelled, language: string | undefined): PageDates {
  const rankOf = nearness(document);
  const found = texts(document, 'page-date').flatMap((text) =>
    datesOf(text, language).map(({ label, date }) => ({
      label,
      date,
      rank: rankOf(text.index),
    })),
  );
  const plain = found.filter((f) => f.label === null && f.date.value !== null);
  const [first] = plain.toSorted((a, b) => (day(a.date) > day(b.date) ? -1 : 1));
  if (!first) return { page: null, others: [], near: null };
  const { date } = first;
  return {
    page: { value: date.value as string, from: 'text', raw: date.raw },
    others: plain.map((f) => f.date).filter((d) => day(d) < day(date)),
    near: document.format === 'html' && first.rank === 0 ? date : null,
  };
}

const day = (date: FoundDate): string => (date.value ?? '').slice(0, 10);
