import type { Fact } from '../../../document/document.ts';
import type { ParsedDateline } from '../../../recognize/dateline/parsed-dateline.ts';
import { type FoundDate, findDate } from '../../../recognize/dates/find.ts';
import {
  isAfter,
  type StructuredDate,
  stated,
  structuredDate,
} from '../../../recognize/dates/iso.ts';
import type { Labelled } from '../../label/labelled.ts';
import type { PageFacts } from '../../read/page-facts.ts';
import { bodyTexts, nearTitle, texts } from '../spans.ts';
import {
  type Dated,
  dated,
  fromFacts,
  fromUrl,
  type Reader,
  saysModified,
  saysOnlyPublished,
  TIME_DAY,
  timesThat,
} from './date-facts.ts';
import { fromLead, fromNear, type PageDates, type PrintedDate } from './date-lines.ts';
import { inferYear } from './infer-year.ts';
import { oneLabelled } from './labelled-dates.ts';
import { markedDates } from './marked-dates.ts';

/** Rule of a date that was taken for the day of reading, but stands between title and body. */
export const PAGE_DATE = 'text-below-title';
/** Paragraphs in which a date is looked for as a last resort (set by hand on the open benchmark). */
const PARAGRAPHS = 6;

/** The unmarked time element that states the day of a date line; without date lines, the one day that all of them state. */
function fromTimes(page: PageFacts, lines: readonly PrintedDate[], reader: Reader): Dated | null {
  const found = page
    .named('time')
    .filter((f) => !saysModified(f.type ?? '') && TIME_DAY.test(f.value))
    .map((fact) => ({ fact, date: structuredDate(fact.value, reader.language) }))
    .filter(
      (f): f is { fact: Fact; date: StructuredDate } =>
        f.date !== null && !isAfter(f.date.value, reader.fetched),
    );
  const days = new Set(found.map((f) => f.date.value.slice(0, 10)));
  const chosen =
    lines.length > 0
      ? found.find((f) =>
          lines.some((l) => l.date.value.slice(0, 10) === f.date.value.slice(0, 10)),
        )
      : days.size === 1
        ? found[0]
        : undefined;
  return chosen ? dated(chosen.date, chosen.fact.from, chosen.fact.value) : null;
}

/**
 * The time element in a date line below the title, where the line itself names no year: `Published on 14 May` with
 * `datetime="2024-05-14"`. Null where elements with the same words state other days.
 */
function fromTimeBeside(document: Labelled, reader: Reader): Dated | null {
  const { all } = document.page;
  const shown = all.flatMap((fact, i) => {
    const next = all[i + 1];
    const isPair = fact.name === 'time' && next?.name === 'dated' && next.from === 'time';
    return isPair && !saysModified(fact.type ?? '') ? [{ fact, text: next.value }] : [];
  });
  if (shown.length === 0) return null;
  for (const { index, text, line } of nearTitle(document)) {
    if (index < document.layout.title || line?.dateLine == null) continue;
    const found = shown.filter((pair) => text.includes(pair.text));
    const days = new Set(found.map(({ fact }) => fact.value.slice(0, 10)));
    const date = days.size === 1 ? fromFacts([found[0]!.fact], reader) : null;
    if (date) return date;
  }
  return null;
}

function fromDateline(
  document: Labelled,
  dateline: ParsedDateline | null,
  lead: string,
  reader: Reader,
): Dated | null {
  if (!dateline?.date) return null;
  const found = findDate(dateline.date, reader.language);
  const full = found && stated(found);
  if (full && full.precision !== 'month') {
    return isAfter(full.value, reader.fetched) ? null : dated(full, 'dateline', dateline.date);
  }
  const body = [
    ...texts(document, 'title').map((t) => t.text),
    ...texts(document, 'subtitle').map((t) => t.text),
    ...bodyTexts(document).map((t) => t.text),
  ];
  const value = inferYear(dateline.date, lead.slice(dateline.length), body, reader.language);
  if (value === null || isAfter(value, reader.fetched)) return null;
  return dated({ value, precision: 'day' }, 'dateline-weekday', dateline.date, 'inferred');
}

/** Where a text may say when it was published. */
export interface Sources {
  readonly document: Labelled;
  readonly reader: Reader;
  readonly dateline: ParsedDateline | null;
  readonly lead: string;
  readonly url: string | null;
}

/** When the page's text says that the article was published, the surest places first. */
export function fromText(
  { document, reader, dateline, lead, url }: Sources,
  line: PrintedDate | undefined,
  above: PageDates,
): Dated | null {
  const marked = markedDates(document, reader);
  if (marked.isList) return null;
  const earlier = above.others.length === 1 ? stated(above.others[0] as FoundDate) : null;
  return (
    fromTimes(document.page, line ? [line] : [], reader) ??
    (line ? dated(line.date, 'text', line.found.date.raw) : null) ??
    fromTimeBeside(document, reader) ??
    fromFacts(timesThat(document.page, saysOnlyPublished), reader) ??
    (earlier ? dated(earlier, 'text', above.others[0]?.raw ?? '') : null) ??
    marked.near ??
    fromDateline(document, dateline, lead, reader) ??
    fromNear(document, reader) ??
    marked.only ??
    oneLabelled(document, 'published', reader) ??
    fromPageDate(above.near, reader) ??
    firstParagraphs(document, lead, reader) ??
    fromUrl(url, reader) ??
    fromScripts(document.page, reader)
  );
}

/** A date that opens one of the first paragraphs. */
function firstParagraphs(document: Labelled, lead: string, reader: Reader): Dated | null {
  const others = bodyTexts(document).slice(0, PARAGRAPHS);
  for (const text of [lead, ...others.map((t) => t.text)]) {
    const found = fromLead(text, reader);
    if (found) return found;
  }
  return null;
}

/** The one day that the scripts of a page hold as its publication. */
function fromScripts(page: PageFacts, reader: Reader): Dated | null {
  const found = page.named('script-date');
  const days = new Set(found.map((f) => f.value.slice(0, 10)));
  const date = days.size === 1 ? fromFacts(found, reader) : null;
  return date && { ...date, certainty: 'inferred' };
}

function fromPageDate(near: FoundDate | null, reader: Reader): Dated | null {
  const date = near && stated(near);
  return date && !isAfter(date.value, reader.fetched) ? dated(date, PAGE_DATE, near.raw) : null;
}
