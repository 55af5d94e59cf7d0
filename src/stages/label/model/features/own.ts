import type { BodyType } from '../../../../contract/labels.ts';
import { MODEL_GROUPS, MODEL_LABELS, WORD_RULES } from '../../../../document/label-sets.ts';
import type { Sequence } from '../sequence.ts';
import type { FeatureTable } from './feature-table.ts';

/** Types of blocks by the number that the column `type` has for them; -1 for paragraphs. */
export const TYPES: readonly BodyType[] = [
  'heading',
  'list-item',
  'quote',
  'caption',
  'table',
  'preformatted',
];

// Set by hand; the weights were trained on them. UTF-16 units: longer lines are no dates; how far a colon is looked for.
const MAX_DATE_LINE = 80;
const COLON_REACH = 40;
const COLON = /[:：]/;

/** Columns of a block by itself: length, words, punctuation, links, type, and what the rules say of it. */
export function ownFeatures(table: FeatureTable, { items, counts, html, prose }: Sequence): void {
  const each = (name: string, value: (i: number) => number) => {
    const column = table.add(name);
    for (let i = 0; i < items.length; i++) column[i] = value(i);
  };
  each('weight', (i) => Math.log1p(counts[i]!.weight));
  each('words', (i) => counts[i]!.words);
  each('stops', (i) => counts[i]!.stops);
  each('commas', (i) => counts[i]!.commas / (1 + counts[i]!.words));
  each('endsStop', (i) => counts[i]!.endsStop);
  each('endsOpen', (i) => counts[i]!.endsOpen);
  each('case', (i) => counts[i]!.startsUpper - counts[i]!.startsLower);
  each('upper', (i) => counts[i]!.upper / (1 + counts[i]!.letters));
  each('digits', (i) => counts[i]!.digits / (1 + counts[i]!.letters + counts[i]!.digits));
  each('quotes', (i) => Math.min(8, counts[i]!.quotes));
  each('bars', (i) => Math.min(8, counts[i]!.bars));
  each('wordLength', (i) => counts[i]!.letters / (1 + counts[i]!.words));
  each('unspaced', (i) =>
    counts[i]!.unspaced > 0 ? counts[i]!.unspaced / (1 + counts[i]!.letters) : 0,
  );
  each('sentence', (i) => counts[i]!.words / (1 + counts[i]!.stops));
  each('prose', (i) => prose[i]!);
  each('rule', (i) => {
    const { verdict } = items[i]!;
    return verdict && verdict.kind !== 'markup' ? verdict.certainty : 0;
  });
  each('group', (i) => {
    const { verdict } = items[i]!;
    return verdict ? 1 + MODEL_GROUPS.findIndex((labels) => labels.has(verdict.label)) : -1;
  });
  each('type', (i) => TYPES.indexOf(items[i]!.line.block.type));
  if (!html) {
    each('wordRule', (i) => {
      const rule = items[i]!.verdict?.rule;
      return rule === undefined ? -1 : WORD_RULES.indexOf(rule);
    });
    each('label', (i) => {
      const { verdict } = items[i]!;
      return verdict ? MODEL_LABELS.indexOf(verdict.label) : -1;
    });
    each('date', (i) => {
      const { line } = items[i]!;
      return counts[i]!.digits > 0 && line.text.length <= MAX_DATE_LINE && line.dateLine ? 1 : 0;
    });
    each('capitals', (i) => counts[i]!.upper / (1 + counts[i]!.words));
    each('colon', (i) => colonIn(items[i]!.line.text));
    each('gap', (i) => Math.min(9, items[i]!.line.block.context.gap));
    each('gapAfter', (i) => Math.min(9, items[i + 1]?.line.block.context.gap ?? 9));
    return;
  }
  each('link', (i) => items[i]!.line.block.context.linkShare);
  each('bold', (i) => items[i]!.line.block.context.boldShare);
  each('markup', (i) => {
    const { verdict } = items[i]!;
    return verdict?.kind === 'markup' ? verdict.certainty : 0;
  });
  each('level', (i) => items[i]!.line.block.level ?? items[i]!.line.block.depth ?? 0);
}

/** Where a line's first colon stands; COLON_REACH where none is near its start. */
function colonIn(text: string): number {
  const at = text.slice(0, COLON_REACH).search(COLON);
  return at < 0 ? COLON_REACH : at;
}
