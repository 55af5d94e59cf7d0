import type { BodyType } from '../../../../contract/labels.ts';
import { MODEL_GROUPS } from '../../../../document/label-sets.ts';
import type { Counts } from '../../../../text/counts.ts';
import type { LabelledLine } from '../../labelled-line.ts';
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
/** Quotation marks, bars: more of them say no more. Set by hand; the weights were trained on it. */
const MOST_SIGNS = 8;

const OF_COUNTS = [
  'weight',
  'words',
  'stops',
  'commas',
  'endsStop',
  'endsOpen',
  'case',
  'upper',
  'digits',
  'quotes',
  'bars',
  'wordLength',
  'unspaced',
  'sentence',
] as const;
const OF_VERDICT = ['rule', 'group', 'type'] as const;
const OF_ELEMENT = ['link', 'bold', 'markup', 'level'] as const;

type Columns<Name extends string> = Readonly<Record<Name, Float32Array>>;

/** Columns of a block by itself: length, words, punctuation, links, type, and what the rules say of it. */
export function ownFeatures(table: FeatureTable, { items, counts, html, prose }: Sequence): void {
  const ofCounts = columnsOf(table, OF_COUNTS);
  const ofVerdict = columnsOf(table, OF_VERDICT);
  table.add('prose').set(prose);
  const ofElement = html ? columnsOf(table, OF_ELEMENT) : null;
  for (let i = 0; i < items.length; i++) {
    writeCounts(ofCounts, i, counts[i]!);
    writeVerdict(ofVerdict, i, items[i]!);
    if (ofElement) writeElement(ofElement, i, items[i]!);
  }
}

function columnsOf<Name extends string>(
  table: FeatureTable,
  names: readonly Name[],
): Columns<Name> {
  return Object.fromEntries(names.map((name) => [name, table.add(name)])) as Columns<Name>;
}

function writeCounts(c: Columns<(typeof OF_COUNTS)[number]>, i: number, of: Counts): void {
  const { words, letters, digits, stops } = of;
  c.weight[i] = Math.log1p(of.weight);
  c.words[i] = words;
  c.stops[i] = stops;
  c.commas[i] = of.commas / (1 + words);
  c.endsStop[i] = of.endsStop;
  c.endsOpen[i] = of.endsOpen;
  c.case[i] = of.startsUpper - of.startsLower;
  c.upper[i] = of.upper / (1 + letters);
  c.digits[i] = digits / (1 + letters + digits);
  c.quotes[i] = Math.min(MOST_SIGNS, of.quotes);
  c.bars[i] = Math.min(MOST_SIGNS, of.bars);
  c.wordLength[i] = letters / (1 + words);
  c.unspaced[i] = of.unspaced / (1 + letters);
  c.sentence[i] = words / (1 + stops);
}

function writeVerdict(
  c: Columns<(typeof OF_VERDICT)[number]>,
  i: number,
  { line, verdict }: LabelledLine,
): void {
  c.rule[i] = verdict && verdict.kind !== 'markup' ? verdict.certainty : 0;
  c.group[i] = verdict ? 1 + MODEL_GROUPS.findIndex((labels) => labels.has(verdict.label)) : -1;
  c.type[i] = TYPES.indexOf(line.block.type);
}

function writeElement(
  c: Columns<(typeof OF_ELEMENT)[number]>,
  i: number,
  { line, verdict }: LabelledLine,
): void {
  const { context, level, depth } = line.block;
  c.link[i] = context.linkShare;
  c.bold[i] = context.boldShare;
  c.markup[i] = verdict?.kind === 'markup' ? verdict.certainty : 0;
  c.level[i] = level ?? depth ?? 0;
}
