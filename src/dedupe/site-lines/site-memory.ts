import { hashOf } from '../../text/hash.ts';
import { keyOf } from '../../text/tokens.ts';

/** What is known of the lines of one site. */
export interface SiteLines {
  /** Pages that were counted. */
  readonly pages: number;
  /** On how many of them a line stands, by its key; 0 for one that was not seen or is forgotten. */
  countOf(key: number): number;
}

/** Lines of many sites, as pages are read. */
export interface SiteMemory {
  /** Counts the lines of a page; a page that was counted before, perhaps under another address, is left out. */
  learn(site: string, lines: readonly string[]): void;
  of(site: string): SiteLines;
  /** All that is known, for a file. */
  snapshot(): SiteSnapshot;
}

/** What a memory holds, as JSON. */
export interface SiteSnapshot {
  readonly format: typeof SITE_MEMORY_FORMAT;
  readonly sites: Readonly<Record<string, StoredSite>>;
}

interface StoredSite {
  /** What the pages are known by. */
  readonly pages: readonly number[];
  /** Key of a line and its count, one behind the other. */
  readonly lines: readonly number[];
}

interface Site {
  readonly pages: Set<number>;
  readonly lines: Map<number, number>;
}

/** Name and version of the layout. */
export const SITE_MEMORY_FORMAT = 'copydesk.sites/1';
/**
 * Lines of a site that are kept; where there are more, those that stood on one page are forgotten. Set by hand: the
 * templates of a site have some hundred.
 */
const MAX_LINES = 20_000;
/** A page is known by its longest lines, of which some are the article's, as many of them. Set by hand. */
const LONGEST = 3;
/** Seed of the second hash of a key, any number but that of the first. */
const OTHER_SEED = 0x5bd1e995;
// The two hashes make one of 53 bits, which is what a number holds.
const LOW_BITS = 2 ** 32;
const HIGH_SHIFT = 11;
const LEADING = /^([^:：]{3,30})[:：]\s*\S/;

/** Key of a line: the same for lines that differ in case, punctuation and numbers. 0 for a line without words. */
export function lineKey(line: string): number {
  const key = keyOf(line);
  return key === '' ? 0 : hashOfKey(key);
}

/** Key of what stands before a line's colon: `Read more: …`; 0 where it has none. */
export function prefixKey(line: string): number {
  const prefix = LEADING.exec(line)?.[1];
  return prefix === undefined ? 0 : hashOfKey(`${keyOf(prefix)}:`);
}

function hashOfKey(key: string): number {
  return (hashOf(key, OTHER_SEED) >>> HIGH_SHIFT) * LOW_BITS + (hashOf(key) >>> 0);
}

/**
 * A memory.
 * @param stored what an earlier one held; default nothing
 */
export function createSiteMemory(stored?: SiteSnapshot): SiteMemory {
  const sites = new Map<string, Site>();
  for (const [name, { pages, lines }] of Object.entries(stored?.sites ?? {})) {
    const counts = new Map<number, number>();
    for (let i = 0; i + 1 < lines.length; i += 2) counts.set(lines[i]!, lines[i + 1]!);
    sites.set(name, { pages: new Set(pages), lines: counts });
  }
  return {
    learn(name, lines) {
      const site = sites.get(name) ?? { pages: new Set(), lines: new Map() };
      sites.set(name, site);
      learnPage(site, lines);
    },
    of(name) {
      const site = sites.get(name);
      return { pages: site?.pages.size ?? 0, countOf: (key) => site?.lines.get(key) ?? 0 };
    },
    snapshot: () => ({
      format: SITE_MEMORY_FORMAT,
      sites: Object.fromEntries(
        [...sites]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, site]) => [name, storedSite(site)]),
      ),
    }),
  };
}

function learnPage(site: Site, lines: readonly string[]): void {
  const longest = [...lines].sort((a, b) => b.length - a.length).slice(0, LONGEST);
  const page = hashOfKey(longest.map(keyOf).join('\n'));
  if (site.pages.has(page)) return;
  site.pages.add(page);
  const keys = new Set(lines.flatMap((line) => [lineKey(line), prefixKey(line)]));
  keys.delete(0);
  for (const key of keys) site.lines.set(key, (site.lines.get(key) ?? 0) + 1);
  if (site.lines.size > MAX_LINES) forget(site.lines);
}

function forget(lines: Map<number, number>): void {
  for (const [key, count] of lines) if (count === 1) lines.delete(key);
}

function storedSite({ pages, lines }: Site): StoredSite {
  const sorted = [...lines].sort(([a], [b]) => a - b);
  return { pages: [...pages].sort((a, b) => a - b), lines: sorted.flat() };
}
