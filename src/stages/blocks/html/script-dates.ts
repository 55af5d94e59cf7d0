import type { Fact } from '../../../document/document.ts';
import { createFact } from '../../../document/facts.ts';

const PUBLISHED =
  /(?:publish|Publish|posted|createdAt)[A-Za-z_]{0,12}\\?"\s?:\s?\\?"(\d{4}-\d\d-\d\d[T ]?[\d:.+Z-]{0,24})/g;
// Bounds on work and on facts: dates a page, UTF-16 units a script. Set by hand, far above what articles have.
const MOST = 40;
const LONGEST = 2_000_000;

/** Dates that the scripts of a page hold under names such as `publishedAt`: facts named `script-date`. */
export function scriptDates(scripts: readonly string[]): Fact[] {
  const facts: Fact[] = [];
  for (const text of scripts) {
    for (const match of text.slice(0, LONGEST).matchAll(PUBLISHED)) {
      if (facts.length >= MOST) return facts;
      facts.push(createFact('script', 'script-date', match[1]!, undefined));
    }
  }
  return facts;
}
