import type { PageFacts } from '../read/page-facts.ts';

const SEPARATOR = /\s*[,;،、，]\s*/u;
/** In UTF-16 units: what is longer is a sentence (set by hand on the open benchmark's pages). */
const LONGEST = 60;
/** Some pages list hundreds of keywords for search engines. */
const MOST = 50;

/** An article's tags as the first of the page's lists gives them, each once, in its order. */
export function tagsOf(page: PageFacts): string[] {
  const lists = [
    page.named('article:tag'),
    page.jsonLd('keywords'),
    [...page.named('parsely-tags'), ...page.named('sailthru.tags')],
    page.named('news_keywords'),
    page.named('keywords'),
  ];
  const list = lists.find((facts) => facts.length > 0) ?? [];
  const tags = new Map<string, string>();
  for (const tag of list.flatMap(({ value }) => value.split(SEPARATOR))) {
    const text = tag.trim();
    const key = text.toLowerCase();
    if (text === '' || text.length > LONGEST || tags.has(key)) continue;
    if (tags.size >= MOST) break;
    tags.set(key, text);
  }
  return [...tags.values()];
}
