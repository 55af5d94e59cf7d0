import type { Fact } from '../../document/document.ts';

const ARTICLE_TYPE = /(?:article|posting|report|newsstory|review|recipe|creativework|howto)$/i;
const PAGE_TYPE = /(?:webpage|itempage|aboutpage)$/i;
// The pointer of a fact is that of its object and the property's name; only objects that may be the page's article.
const POINTER = /^(json-ld\[\d+\](?:\/(?:@graph|mainEntity|mainEntityOfPage|\d+))*)\/[^/]+/;
const ENTRY_OF_LIVE_BLOG = '/liveBlogUpdate/';
const NAMES_OF_ARTICLES = new Set(['headline', 'articleSection', 'articleBody', 'datePublished']);

/** Facts of one JSON-LD object that may be the page's article. */
export interface JsonLdObject {
  readonly pointer: string;
  /** 2 for an article, 1 for something that may be one, 0 for a page about it. */
  readonly rank: number;
  readonly facts: readonly Fact[];
}

/** The JSON-LD objects that may be the article of the page, the likeliest first. */
export function jsonLdObjects(facts: readonly Fact[]): readonly JsonLdObject[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const pointer = POINTER.exec(fact.from)?.[1];
    if (pointer === undefined || fact.from.includes(ENTRY_OF_LIVE_BLOG)) continue;
    const group = groups.get(pointer);
    if (group) group.push(fact);
    else groups.set(pointer, [fact]);
  }
  return [...groups]
    .map(([pointer, group]) => ({ pointer, rank: rankOf(group), facts: group }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => b.rank - a.rank);
}

/** See JsonLdObject.rank; -1 for what is no article and no page about one. */
function rankOf(facts: readonly Fact[]): number {
  const own = facts.find(
    ({ name, type }) => name !== 'author' && name !== 'publisher' && type !== undefined,
  );
  const type = own?.type ?? '';
  if (ARTICLE_TYPE.test(type)) return 2;
  if (PAGE_TYPE.test(type)) return 0;
  return type === '' && facts.some(({ name }) => NAMES_OF_ARTICLES.has(name)) ? 1 : -1;
}
