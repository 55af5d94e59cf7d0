import type { Warning } from '../../article.ts';
import type { Fact, Titled } from '../../document.ts';
import { parseByline } from './byline.ts';
import type { ParsedDateline } from './dateline.ts';
import { factsNamed, ldObjects } from './facts.ts';
import { type Author, isNameShaped, kindOf } from './names.ts';
import { texts } from './spans.ts';
import { agencyNamed, phraseKey } from './words.ts';

/** Who is credited, and the agency that is named. */
export interface Credits {
  readonly authors: readonly Author[];
  readonly agency: string | null;
  readonly warnings: readonly Warning[];
}

const META = ['author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'dcterms.creator', 'citation_author', 'byl', 'article:author_name', 'cxenseparse:author', 'creator', 'dc.contributor', 'authors', 'twitter:data1'];
const ADDRESS = /^(?:https?:)?\/\/|^www\.|@\w|\.(?:com|org|net|de)(?:\/|$)/i;
const LIST = /\s*[,;|]\s*|\s+(?:and|und|et|&)\s+/u;
const MOST_AUTHORS = 20;
const LONGEST = 80;
const CREDIT_AGENCY = /^\(?(?:quelle|source|fuente|fonte|źródło|источник|джерело|kaynak|sumber|bron|zdroj|forrás|来源|來源|출처|nguồn|مصدر|المصدر)\s?[:：]\s?(.{2,40}?)\)?\.?$/iu;
const ALONE = /^[(（©—–\s-]{0,4}([\p{L}][\p{L}\p{M}./ -]{1,30}?)[)）\s.]{0,3}$/u;
const REPORTERS = /^[(（]\s?(?:(?:本报|總台|总台|新华社|中新社)?(?:记者|記者))\s?([^)）]{2,40})[)）]/u;

function clean(value: string): Author[] {
  const text = value.trim();
  if (text === '' || text.length > LONGEST * 3) return [];
  const parsed = parseByline(text);
  if (parsed) return [...parsed.authors];
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

function structured(document: Titled, warnings: Warning[]): Author[] {
  for (const object of ldObjects(document.facts)) {
    const found = fromFacts(object.facts.filter((f) => f.name === 'author'), warnings);
    if (found.length > 0) return found;
  }
  return [];
}

/** Authors of the byline lines, those of a line that is surely one first. */
function printed(document: Titled, language: string | undefined): { authors: Author[]; sure: boolean } {
  const parsed = texts(document, 'byline').map(({ text }) => parseByline(text, language)).filter((p) => p !== null);
  const sure = parsed.filter((p) => p.confident);
  const used = sure.length > 0 ? sure : parsed.slice(0, 1);
  return { authors: unique(used.flatMap((p) => p.authors)), sure: sure.length > 0 };
}

const people = (authors: readonly Author[]): number => authors.filter((a) => a.kind === 'person').length;
const holds = (all: readonly Author[], some: readonly Author[]): boolean => {
  const keys = new Set(all.map((a) => phraseKey(a.name)));
  return some.every((a) => keys.has(phraseKey(a.name)));
};

/** Of what the page prints and what its data say, the one to trust. */
function choose(printedOnes: { authors: Author[]; sure: boolean }, ld: Author[], meta: Author[]): Author[] {
  const { authors, sure } = printedOnes;
  if (authors.length > 0 && sure && (people(ld) === 0 || holds(authors, ld))) return authors;
  if (people(ld) > 0) return ld;
  if (authors.length > 0 && (people(authors) > 0 || people(meta) === 0)) return authors;
  return people(meta) > 0 ? meta : ld.length > 0 ? ld : meta;
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
  return [...(parseByline(dateline.raw)?.authors ?? [])].filter((a) => /\p{Script=Hangul}/u.test(a.name));
}

/** Finds authors and agency: bylines, structured data, the dateline and lines of credit. */
export function findCredits(document: Titled, dateline: ParsedDateline | null, lead: string, language: string | undefined): Credits {
  const warnings: Warning[] = [];
  const byline = printed(document, language);
  const ld = structured(document, warnings);
  const meta = fromFacts(factsNamed(document.facts, ...META), warnings.slice());
  const authors = choose(byline, ld, meta);
  const named = authors.find((a) => a.kind === 'agency' && (agencyNamed(a.name) !== null || / /.test(a.name)))?.name;
  const line = texts(document, 'byline').map(({ text }) => lastAgency(text)).find((a) => a !== null);
  return {
    authors: authors.length > 0 ? authors : inDateline(dateline, lead),
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
