import type { Article, Warning } from '../../article.ts';
import type { Fact, Titled } from '../../document.ts';
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
import type { ParsedDateline } from './dateline.ts';
import { type FoundDate, findDate } from './dates/find.ts';
import { isAfter, type StructuredDate, stated, structuredDate } from './dates/iso.ts';
import { isDateLine, type LabelledDate, labelledDates } from './dates/line.ts';
import { toLocal } from './dates/local.ts';
import { resolveAgo } from './dates/relative.ts';
import { factsNamed, ldFacts } from './facts.ts';
import { inferYear } from './infer.ts';
import { bodyTexts, type LabelledText, nearTitle, texts } from './spans.ts';

/** The dates of an article. */
export interface Dates {
  readonly published: Dated | null;
  readonly modified: Dated | null;
  readonly pageDate: Article['pageDate'];
  readonly relativeDate: string | null;
  readonly warnings: readonly Warning[];
}

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
function fromNear(document: Titled, reader: Reader): Dated | null {
  for (const { text } of nearTitle(document)) {
    const found = labelledDates(text, reader.language).filter(
      ({ date }) => date.value !== null && date.precision !== 'month',
    );
    const [first] = found;
    if (!first || found.some((f) => f.label === 'modified')) continue;
    const sure =
      first.label === 'published' ||
      first.date.precision !== 'day' ||
      isDateLine(text, reader.language) !== null;
    const date = sure || found.length === 1 ? stated(first.date) : null;
    if (date && !isAfter(date.value, reader.fetched))
      return dated(date, 'text-near-title', first.date.raw, sure ? 'stated' : 'inferred');
  }
  return null;
}

interface Line {
  readonly text: string;
  readonly found: LabelledDate;
  readonly date: StructuredDate;
}

function printed(document: Titled, reader: Reader, known: readonly string[]): Line[] {
  const read = ({ text }: LabelledText) =>
    labelledDates(text, reader.language).map((one) => ({ text, one }));
  const found = [...texts(document, 'date'), ...texts(document, 'byline')].flatMap(read);
  // a date above the title that says "published" is no day of reading
  found.push(
    ...texts(document, 'page-date')
      .flatMap(read)
      .filter(({ one }) => one.label !== null),
  );
  const sure = [...known, ...found.map(({ one }) => one.date.value ?? '')];
  const out: Line[] = [];
  for (const { text, one } of found) {
    const date = settle(one.date, sure, reader.fetched);
    if (date && date.precision !== 'month' && !isAfter(date.value, reader.fetched))
      out.push({ text, found: one, date });
  }
  return out;
}

function relative(document: Titled, language: string | undefined): FoundDate | null {
  const found = texts(document, 'date').flatMap(({ text }) => labelledDates(text, language));
  return found.find(({ date }) => date.kind === 'relative')?.date ?? null;
}

function fromRelative(ago: FoundDate, fetched: string | undefined): Dated | null {
  const time = ago.ago && fetched ? resolveAgo(ago.ago, fetched) : null;
  if (time === null || !ago.ago) return null;
  const { unit } = ago.ago;
  if (unit === 'year')
    return dated({ value: time.slice(0, 4), precision: 'year' }, 'relative', ago.raw, 'inferred');
  if (unit === 'month' || unit === 'week')
    return dated({ value: time.slice(0, 7), precision: 'month' }, 'relative', ago.raw, 'inferred');
  return dated({ value: time.slice(0, 10), precision: 'day' }, 'relative', ago.raw, 'inferred');
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

/** The day of reading; of several dates above the title it is the latest, and the others are the article's. */
function pageDates(
  document: Titled,
  language: string | undefined,
): { page: Article['pageDate']; others: FoundDate[] } {
  const found = texts(document, 'page-date').flatMap(({ text }) => labelledDates(text, language));
  const plain = found.filter((f) => f.label === null && f.date.value !== null).map((f) => f.date);
  const latest = plain.reduce<FoundDate | null>(
    (a, b) => (a === null || day(b) > day(a) ? b : a),
    null,
  );
  if (!latest) return { page: null, others: [] };
  return {
    page: { value: latest.value as string, from: 'text', raw: latest.raw },
    others: plain.filter((d) => day(d) < day(latest)),
  };
}

const day = (date: FoundDate): string => (date.value ?? '').slice(0, 10);

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
    ld ??
    fromFacts([...factsNamed(facts, ...PUBLISHED_META), ...ldFacts(facts, 'dateCreated')], reader);
  const changed = fromFacts(
    [...ldFacts(facts, 'dateModified'), ...factsNamed(facts, ...MODIFIED_META)],
    reader,
  );
  const time = meta ?? fromFacts(timesThat(facts, TIME_PUBLISHED, TIME_MODIFIED), reader);
  const known = [time?.value, changed?.value].filter((v): v is string => v !== undefined);
  const lines = printed(document, reader, known);
  const above = pageDates(document, language);
  const earlier = above.others.length === 1 ? stated(above.others[0] as FoundDate) : null;
  const standing = lines.length === 1 && STANDING.test(lines[0]?.text ?? '') ? lines[0] : undefined;
  const line =
    lines.find((l) => l.found.label === 'published') ??
    lines.find((l) => l.found.label === null) ??
    standing;
  const stamps = factsNamed(facts, 'datePublished', ...PUBLISHED_META, 'time').map(
    (f) => structuredDate(f.value)?.value ?? '',
  );
  const local = [...stamps, ...lines.map((l) => l.date.value)];
  const update = lines.find((l) => l.found.label === 'modified' && l !== line);
  const ago = relative(document, language);
  const published =
    time ??
    fromTimes(facts, line ? [line] : [], reader) ??
    (line ? dated(line.date, 'text', line.found.date.raw) : null) ??
    (earlier ? dated(earlier, 'text', above.others[0]?.raw ?? '') : null) ??
    fromDateline(document, dateline, lead, reader) ??
    fromNear(document, reader) ??
    fromUrl(url, reader) ??
    (ago ? fromRelative(ago, origin.fetched) : null);
  const modified =
    changed ??
    fromFacts(timesThat(facts, TIME_MODIFIED), reader) ??
    (update ? dated(update.date, 'text', update.found.date.raw) : null);
  return {
    published: published && { ...published, value: toLocal(published.value, local) },
    modified:
      modified && published && modified.value.slice(0, 10) < published.value.slice(0, 10)
        ? null
        : modified,
    pageDate: above.page,
    relativeDate: ago?.raw ?? null,
    warnings: reader.warnings,
  };
}
