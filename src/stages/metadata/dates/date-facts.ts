import type { Article, Warning } from '../../../contract/article.ts';
import type { Fact } from '../../../document/document.ts';
import { namesPart } from '../../../recognize/class-names.ts';
import { isAfter, type StructuredDate, structuredDate } from '../../../recognize/dates/iso.ts';
import type { PageFacts } from '../../read/page-facts.ts';

/** A date of an article. */
export type Dated = NonNullable<Article['published']>;

/** Whether the class of a time element says that it is when an article was published. */
export const saysPublished = namesPart('time-published');
/** Whether it says that it is when it was changed. */
export const saysModified = namesPart('time-modified');
/** Whether it says the first and not the second. */
export const saysOnlyPublished = (names: string): boolean =>
  saysPublished(names) && !saysModified(names);
/** A value that begins with a day. */
export const TIME_DAY = /^\d{4}-\d{2}-\d{2}/;
const URL_DATE = /\/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/._-]|$)/;
/** The default of a clock that was never set. */
const EPOCH = /^1970-01-01(?:T00:00|$)/;
/** In UTF-16 units: as much of a bad value a warning shows. */
const WARN_LENGTH = 60;

/** What dates are read with. */
export interface Reader {
  readonly language: string | undefined;
  readonly fetched: string | undefined;
  readonly warnings: Warning[];
}

/** A date for the article. */
export function dated(
  date: StructuredDate,
  from: string,
  raw: string,
  certainty: Dated['certainty'] = 'stated',
): Dated {
  return { value: date.value, precision: date.precision, certainty, from, raw };
}

/** The first fact that is a date and not after the day of reading. */
export function fromFacts(facts: readonly Fact[], reader: Reader): Dated | null {
  for (const fact of facts) {
    const date = structuredDate(fact.value, reader.language);
    if (date === null) {
      const value = fact.value.slice(0, WARN_LENGTH);
      reader.warnings.push({
        code: 'structured-data',
        message: `${fact.from} is no date: ${JSON.stringify(value)}`,
      });
    } else if (!EPOCH.test(date.value) && !isAfter(date.value, reader.fetched))
      return dated(date, fact.from, fact.value);
  }
  return null;
}

/** The time elements whose class says so. */
export const timesThat = (page: PageFacts, says: (names: string) => boolean): Fact[] =>
  page.named('time').filter((f) => f.type !== undefined && says(f.type));

/** The day in an address. */
export function fromUrl(url: string | null, reader: Reader): Dated | null {
  const match = url && URL_DATE.exec(url);
  if (!match) return null;
  const date = structuredDate(`${match[1]}-${match[2]}-${match[3]}`);
  return date && !isAfter(date.value, reader.fetched)
    ? dated(date, 'url', match[0].slice(1), 'inferred')
    : null;
}
