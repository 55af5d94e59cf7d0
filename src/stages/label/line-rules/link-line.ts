import type { RemovedLabel } from '../../../contract/labels.ts';
import { type Verdict, verdict } from '../../../document/verdict.ts';
import { keyOf } from '../../../text/tokens.ts';
import type { Line } from '../../read/line.ts';
import type { Reading } from '../../read/reading.ts';

const BAR = /\s*[|｜•·»]\s*/u;
const HAS_BAR = /[|｜•·»]/u;
const NO_PARTS: readonly string[] = [];
const SPACE = /\s+/u;
// Set by hand on the open benchmark's texts: UTF-16 units of the line; items that bars or only spaces part, and of the latter where all are known; the share
// of items that are known, 0 to 1; UTF-16 units of an item.
const MAX_LENGTH = 300;
const MIN_ITEMS_BARRED = 3;
const MIN_ITEMS_SPACED = 4;
const MIN_ITEMS_KNOWN = 3;
const MIN_KNOWN_SHARE = 0.5;
const MAX_ITEM_LENGTH = 24;

/** A line of a menu that has lost its markup: names of sections and links, parted by bars or only by spaces. */
export function linkLineVerdict(line: Line): Verdict | null {
  const { text } = line;
  if (text.length > MAX_LENGTH || line.endsSentence) return null;
  const parts = HAS_BAR.test(text) ? text.split(BAR).filter((item) => item !== '') : NO_PARTS;
  const isBarred = parts.length >= MIN_ITEMS_BARRED;
  const items = isBarred ? parts : text.split(SPACE);
  if (!isBarred && items.length < MIN_ITEMS_KNOWN) return null;
  const known = knownLabels(items, line.reading);
  // A few words parted by spaces are a headline unless all of them are known: `Home News Sport`.
  const needed = isBarred || items.length >= MIN_ITEMS_SPACED ? 2 : items.length;
  if (known !== null && known.length >= needed) {
    return verdict(mostFrequent(known), 'line-of-links');
  }
  const isShort = isBarred && items.every((item) => item.length <= MAX_ITEM_LENGTH);
  return isShort ? verdict('navigation', 'line-of-short-parts') : null;
}

/** The labels of the items that are known; null when too few are. */
function knownLabels(
  items: readonly string[],
  { phrases, vocabulary }: Reading,
): RemovedLabel[] | null {
  const known: RemovedLabel[] = [];
  let unknown = 0;
  for (const item of items) {
    const key = keyOf(item);
    const label = vocabulary.isSectionKey(key) ? 'navigation' : phrases(item, key)?.label;
    if (label !== undefined) known.push(label);
    else unknown += 1;
    // Most lines are prose, and soon known to be none of links.
    if (items.length - unknown < items.length * MIN_KNOWN_SHARE) return null;
  }
  return known;
}

function mostFrequent(labels: readonly RemovedLabel[]): RemovedLabel {
  const count = (label: RemovedLabel) => labels.filter((other) => other === label).length;
  return labels.reduce((best, label) => (count(label) > count(best) ? label : best));
}
