import { type Verdict, verdict } from '../../../document/verdict.ts';
import type { Line } from '../../read/line.ts';

/** `Line.weight` of a running head at most; set by hand. */
const MAX_WEIGHT = 120;
/** `- 4 -`: the number of a page between dashes. */
const PAGE_NUMBER = /^[-–—]\s?\d{1,4}\s?[-–—]$/u;
const PAGE_NUMBERS = '-#-';

/**
 * Finds the heads and numbers of pages that a dump of a printed text has between its paragraphs: lines with a page's
 * number, and numbers between dashes, that recur with prose between them.
 */
export function runningHeads(lines: readonly Line[]): (line: Line) => Verdict | null {
  /** By what makes lines alike: how much prose stands above the first one. */
  const first = new Map<string, number>();
  const recurring = new Set<string>();
  let prose = 0;
  for (const line of lines) {
    const make = makeOf(line);
    if (make === null) {
      if (line.isProse) prose += 1;
    } else if ((first.get(make) ?? prose) < prose) recurring.add(make);
    else first.set(make, prose);
  }
  if (recurring.size === 0) return () => null;
  return (line) => {
    const make = makeOf(line);
    return make !== null && recurring.has(make) ? verdict('site-template', 'running-head') : null;
  };
}

/** What the heads of a text's pages have in common; null for a line that is none. */
function makeOf({ text, key, weight, reading }: Line): string | null {
  if (PAGE_NUMBER.test(text)) return PAGE_NUMBERS;
  const isHead = weight <= MAX_WEIGHT && key.includes('#') && reading.vocabulary.namesPage(key);
  return isHead ? key : null;
}
