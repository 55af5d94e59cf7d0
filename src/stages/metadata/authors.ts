import type { Warning } from '../../article.ts';
import type { Element, Titled } from '../../document.ts';
import { isNotWriting, parseByline } from '../../recognize/byline.ts';
import type { ParsedDateline } from '../../recognize/dateline.ts';
import { isDateLabel, labelledDates } from '../../recognize/dates/line.ts';
import type { Author } from '../../recognize/names.ts';
import { agencyNamed, alternatives, phraseKey, words } from '../../recognize/words.ts';
import { clean, fromMeta, structured, unique } from './author-facts.ts';
import { nearness, nearTitle, texts } from './spans.ts';
import { type Writers, writers } from './writers.ts';

const HANGUL = /\p{Script=Hangul}/u;
const OUTLET_MARK = /\s[-–—|]\s/u;
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
const LABEL_END = /[:：]\s*$/u;
const LONGEST_LABEL = 30;
const LONGEST_NAME = 60;
const MOST_UNMARKED = 3;
/** Bylines further from title and body belong to comments and other articles: of 19 in the benchmarks none was right. */
const FURTHEST = 10;
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
  /** See nearness. */
  readonly rank: number;
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
    const parsed = isDateLabel(text) ? null : parseByline(text, language);
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

/** A label in a block of its own ("Author:") and the name in the next. */
function labelled(document: Titled, language: string | undefined): readonly Author[] {
  const rankOf = nearness(document);
  for (const [i, { copy }] of document.blocks.entries()) {
    const next = document.blocks[i + 1];
    if (!next || copy.text.length > LONGEST_LABEL || !LABEL_END.test(copy.text)) continue;
    if (next.copy.text.length > LONGEST_NAME || !words('byline-prefix').has(phraseKey(copy.text)))
      continue;
    const parsed =
      rankOf(next) <= FURTHEST && parseByline(`${copy.text} ${next.copy.text}`, language);
    if (parsed) return parsed.authors;
  }
  return [];
}

/** Authors of the byline lines, those of a line that is surely one first. */
function printed(document: Titled, language: string | undefined): Printed {
  const rankOf = nearness(document);
  const found = texts(document, 'byline')
    .filter(({ text }) => !isNotWriting(text))
    .map(({ block, text }) => ({ parsed: parseByline(text, language), rank: rankOf(block) }))
    .filter(({ parsed, rank }) => parsed && rank <= FURTHEST)
    .sort((a, b) => a.rank - b.rank);
  const sure = found.filter((f) => f.parsed?.confident);
  const used = sure.length > 0 ? sure.filter((f) => f.rank === sure[0]?.rank) : found.slice(0, 1);
  return {
    authors: unique(used.flatMap((f) => f.parsed?.authors ?? [])),
    sure: sure.length > 0,
    rank: used[0]?.rank ?? 0,
  };
}

const people = (authors: readonly Author[]): number =>
  authors.filter((a) => a.kind === 'person').length;

const holds = (all: readonly Author[], some: readonly Author[]): boolean => {
  const keys = new Set(all.map((a) => phraseKey(a.name)));
  return some.every((a) => keys.has(phraseKey(a.name)));
};

/** Everything that names an author of a page. */
interface Sources {
  readonly byline: Printed;
  readonly ld: readonly Author[];
  readonly meta: readonly Author[];
  readonly marked: Writers;
  readonly near: readonly Author[];
  readonly labelled: readonly Author[];
}

/** Of what the page prints and what its data say, the one to trust: people before others, then in the order of trust. */
function choose({ byline, ld, meta, marked, near, labelled }: Sources): readonly Author[] {
  const { authors, sure, rank } = byline;
  const [certain, bare, far] = sure
    ? [authors, [], []]
    : rank <= 1
      ? [[], authors, []]
      : [[], [], authors];
  const all = [ld, certain, marked.near, meta, bare, marked.only, near, labelled];
  const desk = ld.some((a) => a.kind === 'desk') ? ld : null;
  const chosen = desk ?? all.find((a) => people(a) > 0) ?? all.find((a) => a.length > 0) ?? far;
  // some places name the first author only
  const more = [certain, marked.near, ld].find(
    (a) => people(a) > people(chosen) && holds(a, chosen),
  );
  return more ?? chosen;
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

const letters = (text: string): string => phraseKey(text).replace(NOT_LETTERS, '');

/** The names of an outlet: as the page states it, and the label of its address ("wral" of www.wral.com). */
function outletNames(site: string | null, url: string | null): ReadonlySet<string> {
  const labels = url ? new URL(url).hostname.split('.') : [];
  const host = labels.slice(0, -1).filter((l) => l.length > 3);
  const own = [site ?? '', host.at(-1) ?? '', labels.slice(-2).join('.')].map(letters);
  return new Set(own.filter(Boolean));
}

/** An author without the outlet's name beside it; an outlet alone is an organization. */
function withoutOutlet(author: Author, outlet: ReadonlySet<string>): Author {
  if (author.kind === 'person' && outlet.has(letters(author.name)))
    return { ...author, kind: 'organization' };
  const pieces = author.name.split(OUTLET_MARK);
  const others = pieces.filter((p) => !outlet.has(letters(p)));
  return pieces.length > others.length && others.length === 1
    ? { ...author, name: others[0] as string }
    : author;
}

/** Finds authors and agency: bylines, structured data, the dateline and lines of credit. */
export function findCredits(
  document: Titled,
  dateline: ParsedDateline | null,
  lead: string,
  language: string | undefined,
  site: string | null,
  url: string | null,
): Credits {
  const warnings: Warning[] = [];
  const byline = printed(document, language);
  const names = outletNames(site, url);
  const outlet = (list: Author[]): Author[] => unique(list.map((a) => withoutOutlet(a, names)));
  const ld = outlet(structured(document, warnings));
  const meta = outlet(fromMeta(document.facts));
  const authors = choose({
    byline,
    ld,
    meta,
    marked: writers(document, language),
    near: near(document, language),
    labelled: labelled(document, language),
  });
  const named = authors.find(
    (a) => a.kind === 'agency' && (agencyNamed(a.name) !== null || a.name.includes(' ')),
  )?.name;
  const line = texts(document, 'byline')
    .map(({ text }) => lastAgency(text))
    .find((a) => a !== null);
  return {
    authors: authors.length > 0 ? authors : inDateline(dateline, lead),
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
