import type { BodyType } from '../../../../contract/labels.ts';
import { MODEL_GROUPS } from '../../../../document/label-sets.ts';
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
