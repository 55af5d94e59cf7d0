import type { Warning } from '../../article.ts';
import type { Element, Titled } from '../../document.ts';
import { parseByline } from '../../recognize/byline.ts';
import type { ParsedDateline } from '../../recognize/dateline.ts';
import { labelledDates } from '../../recognize/dates/line.ts';
import type { Author } from '../../recognize/names.ts';
import { agencyNamed, alternatives, phraseKey } from '../../recognize/words.ts';
import { clean, fromMeta, structured, unique } from './author-facts.ts';
import { nearness, nearTitle, texts } from './spans.ts';

const HANGUL = /\p{Script=Hangul}/u;
const PIECES = /\s*[,|/()·•]\s*/u;

/** Who is credited, and the agency that is named. */
export interface Credits {
  readonly authors: readonly Author[];
  readonly agency: string | null;
  readonly warnings: readonly Warning[];
}

const NOT_LETTERS = /[^\p{L}\p{M}\d]/gu;
const CHINESE_AUTHOR =
  /(?:作者|撰文|文\/|记者)\s?[:：]\s?([\p{Script=Han}·]{2,8})(?![\p{Script=Han}])/u;
const WRITER_WORDS =
  /(?:^|[\s_-])(?:author|authors|byline|autor|auteur|writer|redakteur|contributor|fn|vcard)(?:$|[\s_-])|author-?name|byline/;
const WRITER_DEPTH = 3;
const MOST_UNMARKED = 3;
/** "— РИА Новости, Иван Примеров." */
const REPORTER = /[—–-]\s[^,]{2,24}, (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}.-]+){1,2})\.$/u;
const CREDIT_AGENCY = new RegExp(
  `^\\(?(?:${alternatives('source-label')})\\s?[:：]\\s?(.{2,40}?)\\)?\\.?$`,
  'iu',
);
const ALONE = /^[(（©—–\s-]{0,4}([\p{L}][\p{L}\p{M}./ -]{1,30}?)[)）\s.]{0,3}$/u;
const REPORTERS =
  /^[(（]\s?(?:(?:本报|總台|总台|新华社|中新社)?(?:记者|記者))\s?([^)）]{2,40})[)）]/u;

interface Printed {
  readonly authors: Author[];
  readonly sure: boolean;
}

/** Whether the markup around a block says that it names a writer. */
function writerElement(element: Element | null): boolean {
  for (let e = element, depth = 0; e && depth < WRITER_DEPTH; e = e.parent, depth++)
    if (WRITER_WORDS.test(e.words)) return true;
  return false;
}

/** A name in a short line between title and body, where nothing else tells who wrote. */
function near(document: Titled, language: string | undefined): Author[] {
  if (document.format !== 'html') return [];
  for (const { block, text } of nearTitle(document)) {
    const label = CHINESE_AUTHOR.exec(text);
    if (label) return clean(label[1] as string);
    const parsed = parseByline(text, language);
    const [first] = parsed?.authors ?? [];
    if (!parsed || !first || first.kind !== 'person') continue;
    const marked =
      writerElement(block.context.element) ||
      labelledDates(text, language).some(({ date }) => date.value !== null);
    if (
      parsed.confident ||
      (marked && first.name.includes(' ') && parsed.authors.length <= MOST_UNMARKED)
    )
      return [...parsed.authors];
  }
  return [];
}

/** Authors of the byline lines, those of a line that is surely one first. */
function printed(document: Titled, language: string | undefined): Printed {
  const rankOf = nearness(document);
  const found = texts(document, 'byline')
    .map(({ block, text }) => ({ parsed: parseByline(text, language), rank: rankOf(block) }))
    .sort((a, b) => a.rank - b.rank);
  const sure = found.filter((f) => f.parsed?.confident);
  const used =
    sure.length > 0
      ? sure.filter((f) => f.rank === sure[0]?.rank)
      : found.filter((f) => f.parsed).slice(0, 1);
  return { authors: unique(used.flatMap((f) => f.parsed?.authors ?? [])), sure: sure.length > 0 };
}

const people = (authors: readonly Author[]): number =>
  authors.filter((a) => a.kind === 'person').length;

const holds = (all: readonly Author[], some: readonly Author[]): boolean => {
  const keys = new Set(all.map((a) => phraseKey(a.name)));
  return some.every((a) => keys.has(phraseKey(a.name)));
};

/** Of what the page prints and what its data say, the one to trust. */
function choose(byline: Printed, ld: Author[], meta: Author[]): Author[] {
  const data = people(ld) > 0 ? ld : people(meta) > 0 ? meta : [];
  const { authors, sure } = byline;
  if (data.length > 0) {
    const more = sure && people(authors) > people(data) && holds(authors, data);
    return more
      ? authors
      : sure && people(authors) > 0 && !overlaps(authors, data) && people(ld) === 0
        ? authors
        : data;
  }
  if (authors.length > 0 && (sure || people(authors) > 0)) return authors;
  return ld.length > 0 ? ld : meta.length > 0 ? meta : authors;
}

/** Whether one list names somebody that the other names too, perhaps with more words. */
function overlaps(a: readonly Author[], b: readonly Author[]): boolean {
  return a.some((x) =>
    b.some(
      (y) =>
        phraseKey(x.name).includes(phraseKey(y.name)) ||
        phraseKey(y.name).includes(phraseKey(x.name)),
    ),
  );
}

/** The agency that a line of credit names, or the last line of the body. */
function credited(document: Titled): string | null {
  for (const { text } of texts(document, 'credit')) {
    const source = CREDIT_AGENCY.exec(text)?.[1];
    if (source && agencyNamed(source) !== null) return source;
    const alone = ALONE.exec(text)?.[1];
    if (alone && agencyNamed(alone) !== null) return alone;
  }
  const last = texts(document, 'body').at(-1)?.text;
  const alone = last && last.length < 40 ? ALONE.exec(last)?.[1] : undefined;
  return alone && agencyNamed(alone) !== null ? alone : null;
}

/** Reporters that a Chinese or Korean dateline names. */
function inDateline(dateline: ParsedDateline | null, lead: string): Author[] {
  if (!dateline) return [];
  const after = REPORTERS.exec(lead.slice(dateline.length));
  if (after) return [...(parseByline(`记者 ${after[1]}`)?.authors ?? [])];
  const named = REPORTER.exec(dateline.raw)?.[1];
  if (named) return [{ name: named, kind: 'person' }];
  return [...(parseByline(dateline.raw)?.authors ?? [])].filter((a) => HANGUL.test(a.name));
}

/** Whether a name is the outlet's own. */
function isOutlet(name: string, site: string | null): boolean {
  return (
    site !== null &&
    phraseKey(name).replace(NOT_LETTERS, '') === phraseKey(site).replace(NOT_LETTERS, '')
  );
}

/** Finds authors and agency: bylines, structured data, the dateline and lines of credit. */
export function findCredits(
  document: Titled,
  dateline: ParsedDateline | null,
  lead: string,
  language: string | undefined,
  site: string | null,
): Credits {
  const warnings: Warning[] = [];
  const byline = printed(document, language);
  const outlet = (list: Author[]): Author[] =>
    list.map((a) =>
      a.kind === 'person' && isOutlet(a.name, site) ? { ...a, kind: 'organization' } : a,
    );
  const ld = outlet(structured(document, warnings));
  const meta = outlet(fromMeta(document.facts));
  const authors = choose(byline, ld, meta);
  const named = authors.find(
    (a) => a.kind === 'agency' && (agencyNamed(a.name) !== null || a.name.includes(' ')),
  )?.name;
  const line = texts(document, 'byline')
    .map(({ text }) => lastAgency(text))
    .find((a) => a !== null);
  return {
    authors:
      [authors, inDateline(dateline, lead), near(document, language)].find(
        (list) => list.length > 0,
      ) ?? [],
    agency: dateline?.agency ?? named ?? line ?? credited(document),
    warnings,
  };
}

/** "By Jane Roe, Associated Press", "Von Anna Beispiel, dpa": the agency after a comma, bar or slash, or in brackets. */
function lastAgency(text: string): string | null {
  for (const piece of text.split(PIECES).slice(1)) {
    const name = piece.trim();
    if (name !== '' && agencyNamed(name) !== null) return name;
  }
  return null;
}
