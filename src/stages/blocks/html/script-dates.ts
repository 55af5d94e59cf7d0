import type { Fact } from '../../../document/document.ts';

const PUBLISHED =
  /(?:publish|Publish|posted|createdAt)[A-Za-z_]{0,12}\\?"\s?:\s?\\?"(\d{4}-\d\d-\d\d[T ]?[\d:.+Z-]{0,24})/g;
const MOST = 40;
const LONGEST = 2_000_000;

/** Dates that the scripts of a page hold under names such as `publishedAt`: facts named `script-date`. */
export function scriptDates(scripts: readonly string[]): Fact[] {
  const facts: Fact[] = [];
  for (const text of scripts) {
    for (const match of text.slice(0, LONGEST).matchAll(PUBLISHED)) {
      if (facts.length >= MOST) return facts;
      facts.push({ from: 'script', name: 'script-date', value: match[1] as string });
    }
  }
  return facts;
}
