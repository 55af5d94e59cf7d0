import { isAfter, stated } from '../../../recognize/dates/iso.ts';
import { dateLineOf, type LabelledDate, labelledDates } from '../../../recognize/dates/line.ts';
import type { Labelled } from '../../label/labelled.ts';
import { aroundTitle } from '../spans.ts';
import { type Dated, dated, type Reader, saysModified, saysPublished } from './date-facts.ts';

/** A date that stands in an element which markup calls the date. */
interface MarkedDate {
  readonly text: string;
  /** Words of its markup. */
  readonly type: string;
  readonly date: Dated;
  readonly label: LabelledDate['label'];
}

/** Dates of the elements whose markup calls them the date. */
export interface MarkedDates {
  /** The first between title and body. */
  readonly near: Dated | null;
  /** The one day that all elements give that are called the publication. */
  readonly only: Dated | null;
  readonly modified: Dated | null;
  /** They are those of a page that lists articles, and holds none itself. */
  readonly isList: boolean;
}

const RULE = 'marked-date';
/** Days in a page without an article, from which on they are those of its list of articles. Set by hand. */
const MIN_DAYS_OF_LIST = 5;

function labelOf(type: string): LabelledDate['label'] {
  if (saysModified(type)) return 'modified';
  return saysPublished(type) ? 'published' : null;
}

function read(document: Labelled, reader: Reader): MarkedDate[] {
  return document.page.named('dated').flatMap(({ value, type = '' }) => {
    const all = labelledDates(value, reader.language);
    const [first] = all;
    const date = first && stated(first.date);
    if (!first || !date || date.precision === 'month' || all.length > 2) return [];
    if (isAfter(date.value, reader.fetched)) return [];
    const label = first.label ?? labelOf(type);
    // a sentence with a date in it is no date, whatever its class says
    if (dateLineOf(value, reader.language) === null && first.label === null) return [];
    return [{ text: value, type, date: dated(date, RULE, first.date.raw), label }];
  });
}

/** Reads the elements whose class or itemprop calls them the date. */
export function markedDates(document: Labelled, reader: Reader): MarkedDates {
  const found = read(document, reader);
  const published = found.filter((f) => f.label === 'published');
  const days = daysOf(published);
  const here = aroundTitle(document)
    .map(({ text }) => found.filter((f) => text.includes(f.text)))
    .find((f) => f.length > 0);
  return {
    near: here?.find((f) => f.label !== 'modified')?.date ?? null,
    only: days.size === 1 ? (published[0]?.date ?? null) : null,
    modified: here?.find((f) => f.label === 'modified')?.date ?? null,
    isList: !hasBody(document) && isList(found),
  };
}

/** All of one make, and of many days. */
function isList(found: readonly MarkedDate[]): boolean {
  const makes = new Set(found.map((f) => f.type));
  return makes.size === 1 && daysOf(found).size >= MIN_DAYS_OF_LIST;
}

function hasBody({ layout }: Labelled): boolean {
  return layout.bodyStart < layout.bodyEnd;
}

function daysOf(found: readonly MarkedDate[]): Set<string> {
  return new Set(found.map((f) => f.date.value.slice(0, 10)));
}
