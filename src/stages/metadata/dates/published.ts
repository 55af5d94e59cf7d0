import { once } from '../../../assets/once.ts';
import type { Article, Warning } from '../../../contract/article.ts';
import type { ParsedDateline } from '../../../recognize/dateline/parsed-dateline.ts';
import { datePieces } from '../../../recognize/dates/date-words.ts';
import { structuredDate } from '../../../recognize/dates/iso.ts';
import { toLocal } from '../../../recognize/dates/local.ts';
import type { Labelled } from '../../label/labelled.ts';
import {
  type Dated,
  dated,
  fromFacts,
  fromUrl,
  type Reader,
  saysModified,
  timesThat,
} from './date-facts.ts';
import {
  fromRelative,
  type PageDates,
  type PrintedDate,
  pageDates,
  printed,
  relative,
} from './date-lines.ts';
import { fromText, PAGE_DATE } from './from-text.ts';
import { oneLabelled } from './labelled-dates.ts';
import { markedDates } from './marked-dates.ts';
import { isSameDay, reconcile } from './reconcile.ts';

/** The dates of an article. */
export interface Dates {
  readonly published: Dated | null;
  readonly modified: Dated | null;
  readonly pageDate: Article['pageDate'];
  readonly relativeDate: string | null;
  readonly warnings: readonly Warning[];
}

/** Rule of a date that a page gives for its last change, and no other. */
const ONLY_UPDATE = 'only-update';
/** German and Dutch sites print the state of an article where others print its publication. */
const standing = once(() => new RegExp(`\\b${datePieces('state-of')}\\b`, 'u'));

/** Date lines, and the one that says when the article was published. */
interface Chosen {
  readonly lines: readonly PrintedDate[];
  readonly line: PrintedDate | undefined;
}

function choose(lines: readonly PrintedDate[]): Chosen {
  const state = lines.length === 1 && standing().test(lines[0]?.text ?? '') ? lines[0] : undefined;
  const first = lines.find((l) => l.found.label !== 'modified');
  const labelled = lines.find((l) => l.found.label === 'published' && l.rank === first?.rank);
  return { lines, line: labelled ?? first ?? state };
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
  document: Labelled,
  dateline: ParsedDateline | null,
  lead: string,
  language: string | undefined,
  url: string | null,
): Dates {
  const { page, origin } = document;
  const reader: Reader = { language, fetched: origin.fetched, warnings: [] };
  const ld = fromFacts(page.jsonLd('datePublished'), reader);
  const meta =
    fromFacts(page.listed('published'), reader) ?? fromFacts(page.jsonLd('dateCreated'), reader);
  const changed = fromFacts([...page.jsonLd('dateModified'), ...page.listed('modified')], reader);
  const known = [ld ?? meta, changed].flatMap((d) => (d ? [d.value] : []));
  const { lines, line } = choose(printed(document, reader, known));
  const above = pageDates(document, language);
  const ago = relative(document, language);
  const stamps = [
    ...page.named('datePublished'),
    ...page.listed('published'),
    ...page.named('time'),
  ].map((f) => structuredDate(f.value)?.value ?? '');
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
    fromFacts(timesThat(page, saysModified), reader) ??
    (update ? dated(update.date, 'text', update.found.date.raw) : null);
  const published =
    stated ??
    sentDate(document, reader, line) ??
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
function isReading(
  page: PageDates['page'],
  published: Dated | null,
  { format }: Labelled,
): boolean {
  if (page === null || published?.from === PAGE_DATE) return false;
  const day = page.value.slice(0, 10);
  return (
    format !== 'html' || (day.length === 10 && (!published || day > published.value.slice(0, 10)))
  );
}

/** The day that the sender of the input states, where the article prints no other beside its title. */
function sentDate(document: Labelled, reader: Reader, line: PrintedDate | undefined): Dated | null {
  const sent = fromFacts(document.page.named('stated:published'), reader);
  if (sent === null) return null;
  const printed = shown(document, reader, line);
  const day = printed?.value.slice(0, 10);
  return day === undefined || isSameDay(sent.value, day) ? sent : null;
}

/** What readers see beside the title: a date line or an element that is called the date. */
function shown(document: Labelled, reader: Reader, line: PrintedDate | undefined): Dated | null {
  return line && line.rank <= 1
    ? dated(line.date, 'text', line.found.date.raw)
    : markedDates(document, reader).near;
}

/** The day of the last change, where a page prints no other date. */
function onlyUpdate(
  document: Labelled,
  reader: Reader,
  update: PrintedDate | undefined,
): Dated | null {
  const found = update
    ? dated(update.date, 'text-modified', update.found.date.raw)
    : (markedDates(document, reader).modified ?? oneLabelled(document, 'modified', reader));
  return found && { ...found, from: ONLY_UPDATE, certainty: 'inferred' };
}
