import type { Article, Warning } from '../../article.ts';
import type { Fact, Titled } from '../../document.ts';
import type { ParsedDateline } from '../../recognize/dateline.ts';
import { type FoundDate, findDate } from '../../recognize/dates/find.ts';
import { isAfter, type StructuredDate, stated, structuredDate } from '../../recognize/dates/iso.ts';
import { toLocal } from '../../recognize/dates/local.ts';
import {
  type Dated,
  dated,
  fromFacts,
  fromUrl,
  MODIFIED_META,
  PUBLISHED_META,
  type Reader,
  TIME_DAY,
  TIME_MODIFIED,
  TIME_PUBLISHED,
  timesThat,
} from './date-facts.ts';
import {
  fromLead,
  fromNear,
  fromRelative,
  type Line,
  type PageDates,
  pageDates,
  printed,
  relative,
} from './date-lines.ts';
import { factsNamed, ldFacts } from './facts.ts';
import { inferYear } from './infer.ts';
import { oneLabelled } from './labelled-dates.ts';
import { markedDates } from './marked-dates.ts';
import { reconcile } from './reconcile.ts';
import { bodyTexts, texts } from './spans.ts';

/** The dates of an article. */
export interface Dates {
  readonly published: Dated | null;
  readonly modified: Dated | null;
  readonly pageDate: Article['pageDate'];
  readonly relativeDate: string | null;
  readonly warnings: readonly Warning[];
}

/** Rule of a date that was taken for the day of reading, but stands between title and body. */
const PAGE_DATE = 'text-below-title';
/** Rule of a date that a page gives for its last change, and no other. */
const ONLY_UPDATE = 'only-update';
const PARAGRAPHS = 6;
/** German and Dutch sites print the state of an article where others print its publication. */
const STANDING = /\bStand\b/u;

/** The unmarked time element that states the day of a date line; without date lines, the one day that all of them state. */
function fromTimes(facts: readonly Fact[], lines: readonly Line[], reader: Reader): Dated | null {
  const found = facts
    .filter((f) => f.name === 'time' && !TIME_MODIFIED.test(f.type ?? '') && TIME_DAY.test(f.value))
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

function fromDateline(
  document: Titled,
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

interface Sources {
  readonly document: Titled;
  readonly reader: Reader;
  readonly dateline: ParsedDateline | null;
  readonly lead: string;
  readonly url: string | null;
}

/** Date lines, and the one that says when the article was published. */
interface Chosen {
  readonly lines: readonly Line[];
  readonly line: Line | undefined;
}

function choose(lines: readonly Line[]): Chosen {
  const standing = lines.length === 1 && STANDING.test(lines[0]?.text ?? '') ? lines[0] : undefined;
  const first = lines.find((l) => l.found.label !== 'modified');
  const labelled = lines.find((l) => l.found.label === 'published' && l.rank === first?.rank);
  return { lines, line: labelled ?? first ?? standing };
}

/** When the page's text says that the article was published. */
function fromText(
  { document, reader, dateline, lead, url }: Sources,
  line: Line | undefined,
  above: PageDates,
): Dated | null {
  const marked = markedDates(document, reader);
  const earlier = above.others.length === 1 ? stated(above.others[0] as FoundDate) : null;
  return (
    fromTimes(document.facts, line ? [line] : [], reader) ??
    (line ? dated(line.date, 'text', line.found.date.raw) : null) ??
    fromFacts(timesThat(document.facts, TIME_PUBLISHED, TIME_MODIFIED), reader) ??
    (earlier ? dated(earlier, 'text', above.others[0]?.raw ?? '') : null) ??
    marked.near ??
    fromDateline(document, dateline, lead, reader) ??
    fromNear(document, reader) ??
    marked.only ??
    oneLabelled(document, 'published', reader) ??
    fromPageDate(above.near, reader) ??
    firstParagraphs(document, lead, reader) ??
    fromUrl(url, reader) ??
    fromScripts(document.facts, reader)
  );
}

/** A date that opens one of the first paragraphs. */
function firstParagraphs(document: Titled, lead: string, reader: Reader): Dated | null {
  const others = bodyTexts(document).slice(0, PARAGRAPHS);
  for (const text of [lead, ...others.map((t) => t.text)]) {
    const found = fromLead(text, reader);
    if (found) return found;
  }
  return null;
}

/** The one day that the scripts of a page hold as its publication. */
function fromScripts(facts: readonly Fact[], reader: Reader): Dated | null {
  const found = factsNamed(facts, 'script-date');
  const days = new Set(found.map((f) => f.value.slice(0, 10)));
  const date = days.size === 1 ? fromFacts(found, reader) : null;
  return date && { ...date, certainty: 'inferred' };
}

function fromPageDate(near: FoundDate | null, reader: Reader): Dated | null {
  const date = near && stated(near);
  return date && !isAfter(date.value, reader.fetched) ? dated(date, PAGE_DATE, near.raw) : null;
}

/** A change before publication is none. */
function later(modified: Dated | null, published: Dated | null): Dated | null {
  const earlier =
    modified && published && modified.value.slice(0, 10) < published.value.slice(0, 10);
  return earlier ? null : modified;
}

/**
 * Finds when an article was published and modified: structured data first, then date lines, the dateline, the address.
 * @param lead the first paragraph, whose start the dateline is
 */
export function findPublished(
  document: Titled,
  dateline: ParsedDateline | null,
  lead: string,
  language: string | undefined,
  url: string | null,
): Dates {
  const { facts, origin } = document;
  const reader: Reader = { language, fetched: origin.fetched, warnings: [] };
  const ld = fromFacts(ldFacts(facts, 'datePublished'), reader);
  const meta =
    fromFacts(factsNamed(facts, ...PUBLISHED_META), reader) ??
    fromFacts(ldFacts(facts, 'dateCreated'), reader);
  const changed = fromFacts(
    [...ldFacts(facts, 'dateModified'), ...factsNamed(facts, ...MODIFIED_META)],
    reader,
  );
  const known = [ld ?? meta, changed].flatMap((d) => (d ? [d.value] : []));
  const { lines, line } = choose(printed(document, reader, known));
  const above = pageDates(document, language);
  const ago = relative(document, language);
  const stamps = factsNamed(facts, 'datePublished', ...PUBLISHED_META, 'time').map(
    (f) => structuredDate(f.value)?.value ?? '',
  );
  const local = [...stamps, ...lines.map((l) => l.date.value)];
  const inZone = (date: Dated | null): Dated | null =>
    date && { ...date, value: toLocal(date.value, local) };
  const stated = reconcile({
    ld: inZone(ld),
    meta: inZone(meta),
    modified: inZone(changed),
    url: fromUrl(url, reader),
    printed: () => shown(document, reader, line),
  });
  const update = lines.find((l) => l.found.label === 'modified' && l !== line);
  const modified =
    changed ??
    fromFacts(timesThat(facts, TIME_MODIFIED), reader) ??
    (update ? dated(update.date, 'text', update.found.date.raw) : null);
  const published =
    stated ??
    inZone(fromText({ document, reader, dateline, lead, url }, line, above)) ??
    (ago ? fromRelative(ago, origin.fetched) : null) ??
    onlyUpdate(document, reader, update);
  return {
    published,
    modified: later(modified, published),
    pageDate: isReading(above.page, published, document) ? above.page : null,
    relativeDate: ago?.raw ?? null,
    warnings: reader.warnings,
  };
}

/** Whether a date above the title of a web page is the day of reading: a day after that of publication. */
function isReading(page: PageDates['page'], published: Dated | null, { format }: Titled): boolean {
  if (page === null || published?.from === PAGE_DATE) return false;
  const day = page.value.slice(0, 10);
  return (
    format !== 'html' || (day.length === 10 && (!published || day > published.value.slice(0, 10)))
  );
}

/** What readers see beside the title: a date line or an element that is called the date. */
function shown(document: Titled, reader: Reader, line: Line | undefined): Dated | null {
  return line && line.rank <= 1
    ? dated(line.date, 'text', line.found.date.raw)
    : markedDates(document, reader).near;
}

/** The day of the last change, where a page prints no other date. */
function onlyUpdate(document: Titled, reader: Reader, update: Line | undefined): Dated | null {
  const found = update
    ? dated(update.date, 'text-modified', update.found.date.raw)
    : (markedDates(document, reader).modified ?? oneLabelled(document, 'modified', reader));
  return found && { ...found, from: ONLY_UPDATE, certainty: 'inferred' };
}
