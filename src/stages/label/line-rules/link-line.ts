import type { RemovedLabel } from '../../../contract/labels.ts';
import type { Vocabulary } from '../../../recognize/vocabulary.ts';
import { endsSentence } from '../../read/shape.ts';
import type { PhraseMatcher } from '../phrases/index.ts';
import { type Verdict, verdict } from '../verdict.ts';

const BAR = /\s*[|｜•·»]\s*/u;
const SPACE = /\s+/u;
const MAX_LENGTH = 300;
const MIN_ITEMS_BARRED = 3;
const MIN_ITEMS_SPACED = 4;
const MIN_KNOWN_SHARE = 0.5;
const MAX_ITEM_LENGTH = 24;

/** A line of a menu that has lost its markup: names of sections and links, parted by bars or only by spaces. */
export function linkLineVerdict(
  text: string,
  phrases: PhraseMatcher,
  vocabulary: Vocabulary,
): Verdict | null {
  if (text.length > MAX_LENGTH || endsSentence(text)) return null;
  const barred = text.split(BAR).filter((item) => item !== '');
  const items = barred.length >= MIN_ITEMS_BARRED ? barred : text.split(SPACE);
  if (items !== barred && items.length < MIN_ITEMS_SPACED) return null;
  const known = knownLabels(items, phrases, vocabulary);
  if (known !== null && known.length >= 2) {
    return verdict(mostFrequent(known), 'line-of-links', 0.9);
  }
  const short = items.every((item) => item.length <= MAX_ITEM_LENGTH);
  return items === barred && short ? verdict('navigation', 'line-of-links', 0.7) : null;
}

/** The labels of the items that are known; null when too few are. */
function knownLabels(
  items: readonly string[],
  phrases: PhraseMatcher,
  vocabulary: Vocabulary,
): RemovedLabel[] | null {
  const known: RemovedLabel[] = [];
  let unknown = 0;
  for (const item of items) {
    const label = vocabulary.isSection(item) ? 'navigation' : phrases(item)?.label;
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
