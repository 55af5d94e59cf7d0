import type { Fact } from '../../document/document.ts';

const ANY_SPACE = /\s/;

const ARTICLE_TYPE = /(?:article|posting|report|newsstory|review|recipe|creativework|howto)$/i;
const PAGE_TYPE = /(?:webpage|itempage|aboutpage)$/i;
const LD_OBJECT = /^(json-ld\[\d+\](?:\/(?:@graph|mainEntity|mainEntityOfPage|\d+))*)\/[^/]+/;
const HTTP = /^https?:\/\//i;
const NAMES_OF_ARTICLES = new Set(['headline', 'articleSection', 'articleBody', 'datePublished']);

/** Facts of one JSON-LD object. */
export interface LdObject {
  readonly pointer: string;
  /** 2 for an article, 1 for something that may be one, 0 for a page about it. */
  readonly rank: number;
  readonly facts: readonly Fact[];
}

/** Facts with one of these names, in the order of the names, then of the page. */
export function factsNamed(facts: readonly Fact[], ...names: readonly string[]): Fact[] {
  return names.flatMap((name) => facts.filter((f) => f.name === name));
}

function rankOf(facts: readonly Fact[]): number {
  const own = facts.find(
    (f) => f.name !== 'author' && f.name !== 'publisher' && f.type !== undefined,
  );
  const type = own?.type ?? '';
  if (ARTICLE_TYPE.test(type)) return 2;
  if (PAGE_TYPE.test(type)) return 0;
  return type === '' && facts.some((f) => NAMES_OF_ARTICLES.has(f.name)) ? 1 : -1;
}

/** The JSON-LD objects that may be the article of the page, the likeliest first. */
export function ldObjects(facts: readonly Fact[]): LdObject[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const pointer = LD_OBJECT.exec(fact.from)?.[1];
    if (pointer === undefined || fact.from.includes('/liveBlogUpdate/')) continue;
    const group = groups.get(pointer);
    if (group) group.push(fact);
    else groups.set(pointer, [fact]);
  }
  return [...groups]
    .map(([pointer, group]) => ({ pointer, rank: rankOf(group), facts: group }))
    .filter((o) => o.rank >= 0)
    .sort((a, b) => b.rank - a.rank);
}

/** The first value of a property in the JSON-LD of the article. */
export function ldFacts(facts: readonly Fact[], name: string): Fact[] {
  for (const object of ldObjects(facts)) {
    const found = object.facts.filter((f) => f.name === name);
    if (found.length > 0) return found;
  }
  return [];
}

/** An absolute http address, or null; a relative one is resolved against `base`. */
export function address(value: string | undefined, base?: string): string | null {
  if (!value || value.length > 2000 || ANY_SPACE.test(value.trim())) return null;
  try {
    const url = new URL(value.trim(), base && HTTP.test(base) ? base : undefined);
    return HTTP.test(url.href) && url.hostname.includes('.') ? url.href : null;
  } catch {
    return null;
  }
}

/** The section that the page's facts name, or null. */
export function sectionFact(facts: readonly Fact[]): string | null {
  const found = [
    ...ldFacts(facts, 'articleSection'),
    ...factsNamed(
      facts,
      'article:section',
      'section',
      'parsely-section',
      'sailthru.section',
      'cxenseparse:category',
    ),
  ];
  return (
    found.map((f) => f.value.trim()).find((v) => v !== '' && v.length <= 60 && !HTTP.test(v)) ??
    null
  );
}
