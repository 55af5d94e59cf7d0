import { MODEL_LABELS, WORD_RULES } from '../../../../document/label-sets.ts';
import type { Sequence } from '../sequence.ts';
import type { FeatureTable } from './feature-table.ts';

// Set by hand; the weights were trained on them. UTF-16 units: longer lines are no dates; how far a colon is looked for.
// Blank lines: more of them say no more.
const MAX_DATE_LINE = 80;
const COLON_REACH = 40;
const MOST_BLANKS = 9;
const COLON = /[:：]/;

/** Columns of a line of plain text by itself: the rule that named it, date, capitals, colon, blank lines around it. */
export function ownTextFeatures(table: FeatureTable, { items, counts }: Sequence): void {
  const wordRule = table.add('wordRule');
  const label = table.add('label');
  const date = table.add('date');
  const capitals = table.add('capitals');
  const colon = table.add('colon');
  const gap = table.add('gap');
  const gapAfter = table.add('gapAfter');
  items.forEach(({ line, verdict }, i) => {
    const { digits, upper, words } = counts[i]!;
    wordRule[i] = verdict ? WORD_RULES.indexOf(verdict.rule) : -1;
    label[i] = verdict ? MODEL_LABELS.indexOf(verdict.label) : -1;
    date[i] = digits > 0 && line.text.length <= MAX_DATE_LINE && line.dateLine ? 1 : 0;
    capitals[i] = upper / (1 + words);
    colon[i] = colonIn(line.text);
    gap[i] = Math.min(MOST_BLANKS, line.block.context.gap);
    gapAfter[i] = Math.min(MOST_BLANKS, items[i + 1]?.line.block.context.gap ?? MOST_BLANKS);
  });
}

/** Where a line's first colon stands; COLON_REACH where none is near its start. */
function colonIn(text: string): number {
  const at = text.slice(0, COLON_REACH).search(COLON);
  return at < 0 ? COLON_REACH : at;
}
