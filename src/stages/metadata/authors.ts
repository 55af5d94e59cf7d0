import type { Warning } from '../../article.ts';
import type { Element, Fact, Titled } from '../../document.ts';
import { parseByline } from './byline.ts';
import type { ParsedDateline } from './dateline.ts';
import { labelledDates } from './dates/line.ts';
import { factsNamed, ldObjects } from './facts.ts';
import { type Author, isNameShaped, kindOf } from './names.ts';
import { nearTitle, texts } from './spans.ts';
import { agencyNamed, phraseKey } from './words.ts';

/** Who is credited, and the agency that is named. */
export interface Credits {
  readonly authors: readonly Author[];
  readonly agency: string | null;
  readonly warnings: readonly Warning[];
}

const META = ['author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'dcterms.creator', 'citation_author', 'byl', 'article:author_name', 'cxenseparse:author', 'creator', 'dc.contributor', 'authors', 'article.author'];
const ADDRESS = /^(?:https?:)?\/\/|^www\.|@\w|^[\w.-]+\.[a-z]{2,4}\//i;
const LIST = /\s*[,;|]\s*|\s+(?:and|und|et|&)\s+/u;
const WRITTEN = /written|verfasst|geschrieben|écrit|escrito|scritto|autor|author|posted|автор|написано/iu;
const NOT_LETTERS = /[^\p{L}\p{M}\d]/gu;
const CHINESE_AUTHOR = /(?:作者|撰文|文\/|记者)\s?[:：]\s?([\p{Script=Han}·]{2,8})(?![\p{Script=Han}])/u;
const WRITER_WORDS = /(?:^|[\s_-])(?:author|authors|byline|autor|auteur|writer|redakteur|contributor|fn|vcard)(?:$|[\s_-])|author-?name|byline/;
const WRITER_DEPTH = 3;
const MOST_UNMARKED = 3;
/** "— РИА Новости, Иван Примеров." */
const REPORTER = /[—–-]\s[^,]{2,24}, (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}.-]+){1,2})\.$/u;
const MOST_AUTHORS = 20;
const LONGEST = 80;
const MOST_WORDS = 8;
/** Numbers, and the defaults of content systems. */
const NO_NAME = /^[^\p{L}]*$|^\d|^(?:admin|administrator|user|root|author|autor|unknown|undefined|null|none|n\/a|anonymous|guest)$/iu;
const CREDIT_AGENCY = /^\(?(?:quelle|source|fuente|fonte|źródło|источник|джерело|kaynak|sumber|bron|zdroj|forrás|来源|來源|출처|nguồn|مصدر|المصدر)\s?[:：]\s?(.{2,40}?)\)?\.?$/iu;
const ALONE = /^[(（©—–\s-]{0,4}([\p{L}][\p{L}\p{M}./ -]{1,30}?)[)）\s.]{0,3}$/u;
const REPORTERS = /^[(（]\s?(?:(?:本报|總台|总台|新华社|中新社)?(?:记者|記者))\s?([^)）]{2,40})[)）]/u;

function clean(value: string): Author[] {
  const text = value.trim();
  if (text === '' || text.length > LONGEST * 3) return [];
  const parsed = parseByline(text);
  if (parsed) return [...parsed.authors];
  if (text.split(/\s+/u).length > MOST_WORDS || NO_NAME.test(text)) return [];
  const pieces = text.split(LIST).filter(Boolean);
  const names = pieces.every((p) => isNameShaped(p)) ? pieces : [text];
  return names.filter((n) => n.length <= LONGEST).map((name) => ({ name, kind: kindOf(name) }));
}

function unique(authors: readonly Author[]): Author[] {
  const seen = new Set<string>();
  return authors.filter(({ name }) => {
    const key = phraseKey(name);
    return key !== '' && !seen.has(key) && seen.add(key) !== undefined;
  });
}

function fromFacts(facts: readonly Fact[], warnings: Warning[]): Author[] {
  const out: Author[] = [];
  for (const fact of facts.slice(0, MOST_AUTHORS)) {
    if (ADDRESS.test(fact.value)) {
      warnings.push({ code: 'structured-data', message: `${fact.from} is no name: ${JSON.stringify(fact.value.slice(0, LONGEST))}` });
      continue;
    }
    const person = fact.type === 'Person' && isNameShaped(fact.value.trim());
    const found: Author[] = person ? [{ name: fact.value.trim(), kind: kindOf(fact.value) }] : clean(fact.value);
    out.push(...found.map((a) => (fact.type === 'Organization' || fact.type === 'NewsMediaOrganization') && a.kind === 'person' && found.length === 1 ? { ...a, kind: 'organization' as const } : a));
  }
  return unique(out);
}

/** The first meta element that names somebody. */
function fromMeta(facts: readonly Fact[]): Author[] {
  for (const name of META) {
    const found = fromFacts(factsNamed(facts, name), []);
    if (found.length > 0) return found;
  }
  return fromFacts(cards(facts), []);
}

function structured(document: Titled, warnings: Warning[]): Author[] {
  for (const object of ldObjects(document.facts)) {
    const found = fromFacts(object.facts.filter((f) => f.name === 'author'), warnings);
    if (found.length > 0) return found;
  }
  return [];
}

interface Printed {
  readonly authors: Author[];
  readonly sure: boolean;
}

/** Whether the markup around a block says that it names a writer. */
function writerElement(element: Element | null): boolean {
  for (let e = element, depth = 0; e && depth < WRITER_DEPTH; e = e.parent, depth++) if (WRITER_WORDS.test(e.words)) return true;
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
    const marked = writerElement(block.context.element) || labelledDates(text, language).some(({ date }) => date.value !== null);
    if (parsed.confident || (marked && first.name.includes(' ') && parsed.authors.length <= MOST_UNMARKED)) return [...parsed.authors];
  }
  return [];
}

/** Authors of the byline lines, those of a line that is surely one first. */
function printed(document: Titled, language: string | undefined): Printed {
  const parsed = texts(document, 'byline').map(({ text }) => parseByline(text, language)).filter((p) => p !== null);
  const sure = parsed.filter((p) => p.confident);
  const used = sure.length > 0 ? sure : parsed.slice(0, 1);
  return { authors: unique(used.flatMap((p) => p.authors)), sure: sure.length > 0 };
}

const people = (authors: readonly Author[]): number => authors.filter((a) => a.kind === 'person').length;

/** "Written by" in the cards of Twitter, where the first label says so. */
function cards(facts: readonly Fact[]): Fact[] {
  return WRITTEN.test(factsNamed(facts, 'twitter:label1')[0]?.value ?? '') ? factsNamed(facts, 'twitter:data1') : [];
}

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
    return more ? authors : sure && people(authors) > 0 && !overlaps(authors, data) && people(ld) === 0 ? authors : data;
  }
  if (authors.length > 0 && (sure || people(authors) > 0)) return authors;
  return ld.length > 0 ? ld : meta.length > 0 ? meta : authors;
}

/** Whether one list names somebody that the other names too, perhaps with more words. */
function overlaps(a: readonly Author[], b: readonly Author[]): boolean {
  return a.some((x) => b.some((y) => phraseKey(x.name).includes(phraseKey(y.name)) || phraseKey(y.name).includes(phraseKey(x.name))));
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
  return [...(parseByline(dateline.raw)?.authors ?? [])].filter((a) => /\p{Script=Hangul}/u.test(a.name));
}

/** Whether a name is the outlet's own. */
function isOutlet(name: string, site: string | null): boolean {
  return site !== null && phraseKey(name).replace(NOT_LETTERS, '') === phraseKey(site).replace(NOT_LETTERS, '');
}

/** Finds authors and agency: bylines, structured data, the dateline and lines of credit. */
export function findCredits(document: Titled, dateline: ParsedDateline | null, lead: string, language: string | undefined, site: string | null): Credits {
  const warnings: Warning[] = [];
  const byline = printed(document, language);
  const outlet = (list: Author[]): Author[] => list.map((a) => (a.kind === 'person' && isOutlet(a.name, site) ? { ...a, kind: 'organization' } : a));
  const ld = outlet(structured(document, warnings));
  const meta = outlet(fromMeta(document.facts));
  const authors = choose(byline, ld, meta);
  const named = authors.find((a) => a.kind === 'agency' && (agencyNamed(a.name) !== null || / /.test(a.name)))?.name;
  const line = texts(document, 'byline').map(({ text }) => lastAgency(text)).find((a) => a !== null);
  return {
    authors: [authors, inDateline(dateline, lead), near(document, language)].find((list) => list.length > 0) ?? [],
    agency: dateline?.agency ?? named ?? line ?? credited(document),
    warnings,
  };
}

/** "By Jane Roe, Associated Press", "Von Anna Beispiel, dpa": the agency after a comma, bar or slash, or in brackets. */
function lastAgency(text: string): string | null {
  for (const piece of text.split(/\s*[,|/()·•]\s*/u).slice(1)) {
    const name = piece.trim();
    if (name !== '' && agencyNamed(name) !== null) return name;
  }
  return null;
}
