import type { Sequence } from '../sequence.ts';
import type { FeatureTable } from './feature-table.ts';

// Set by hand; the weights were trained on them, so that other values need new ones. Weights as `Counts` has them; a
// score by words, in log-odds, under which they are those of boilerplate; letters of a line in capitals alone; counts of lines above the last are cut off.
const SHORT = 45;
const LONG = 120;
const LOW_WORDS = -0.5;
const MIN_UPPER = 4;
const MOST = 40;
/** How steeply a score by words becomes the probability that a line is boilerplate. */
const STEEPNESS = 2;

/** Of these the share among the lines is a column, */
const SHARES = [
  'prose',
  'long',
  'short',
  'stops',
  'gaps',
  'upper',
  'bars',
  'ruled',
  'words',
  'low',
] as const;
/** and of these the number. */
const NUMBERS = [
  'ruled',
  'low',
  'lowShort',
  'suspects',
  'ruledInside',
  'suspectsInside',
  'shortInside',
] as const;

/** Numbers of a text's lines that are so, and sums over them. */
class Sums {
  weight = 0;
  prose = 0;
  proseWeight = 0;
  long = 0;
  short = 0;
  stops = 0;
  gaps = 0;
  upper = 0;
  bars = 0;
  ruled = 0;
  words = 0;
  wordsOfProse = 0;
  low = 0;
  lowShort = 0;
  suspects = 0;
  /** Of lines between the first and the last line of prose. */
  ruledInside = 0;
  suspectsInside = 0;
  shortInside = 0;
  /** Short ones whose words the prose has too. */
  knownInside = 0;
}

/**
 * Columns that are the same for all lines of a plain text: how clean it is as a whole, so that the model expects little
 * boilerplate where there is little; how many lines a rule has named alike; and how far a line's words lie from those
 * of the text's prose.
 *
 * @param words what each line's words speak for, in log-odds
 * @param stems the share of each line's words that the prose has too; -1 of none
 */
export function documentFeatures(
  table: FeatureTable,
  sequence: Sequence,
  words: Float32Array,
  stems: Float32Array,
): void {
  const { prose } = sequence;
  const n = prose.length;
  const sums = sumsOf(sequence, words, stems);
  const mean = sums.wordsOfProse / Math.max(1, sums.prose);
  const first = prose.indexOf(1);
  const last = prose.lastIndexOf(1);
  const whole = (name: string, value: number) => table.add(`doc:${name}`).fill(value);
  whole('lines', Math.log1p(n));
  whole('weight', Math.log1p(sums.weight / Math.max(1, n)));
  whole('proseWeight', sums.proseWeight / Math.max(1, sums.weight));
  for (const name of SHARES) whole(name, sums[name] / n);
  for (const name of NUMBERS) whole(`${name}Lines`, Math.log1p(sums[name]));
  whole('wordsOfProse', mean);
  whole('lowOfShort', sums.lowShort / Math.max(1, sums.short));
  whole('knownInside', sums.shortInside === 0 ? -1 : sums.knownInside / sums.shortInside);
  whole('above', first < 0 ? -1 : Math.min(MOST, first));
  whole('below', last < 0 ? -1 : Math.min(MOST, n - 1 - last));
  const from = table.add('doc:wordsFrom');
  for (let i = 0; i < n; i++) from[i] = words[i]! - mean;
  namedAlike(table, sequence);
}

function sumsOf(sequence: Sequence, words: Float32Array, stems: Float32Array): Sums {
  const { prose, counts } = sequence;
  const sums = new Sums();
  const first = prose.indexOf(1);
  const last = prose.lastIndexOf(1);
  for (let i = 0; i < prose.length; i++) {
    const { weight, endsStop } = counts[i]!;
    const short = weight < SHORT && endsStop === 0;
    addForm(sums, sequence, i, short);
    addWords(sums, words[i]!, prose[i] === 1, short);
    if (i > first && i < last && short) {
      sums.shortInside += 1;
      if (stems[i]! > 0) sums.knownInside += 1;
    }
    if (i > first && i < last && !prose[i]) sums.suspectsInside += suspicion(words[i]!);
    if (i > first && i < last && sequence.items[i]!.verdict) sums.ruledInside += 1;
  }
  return sums;
}

/** Adds how a line is written. */
function addForm(sums: Sums, { items, counts, prose }: Sequence, i: number, short: boolean): void {
  const { weight, endsStop, letters, upper, bars } = counts[i]!;
  const { line, verdict } = items[i]!;
  sums.weight += weight;
  sums.stops += endsStop;
  if (prose[i]) sums.proseWeight += weight;
  if (weight > LONG) sums.long += 1;
  if (short) sums.short += 1;
  if (line.block.context.gap > 0) sums.gaps += 1;
  if (letters >= MIN_UPPER && upper === letters) sums.upper += 1;
  if (bars > 1) sums.bars += 1;
  if (verdict) sums.ruled += 1;
}

/** Adds what a line's words speak for. */
function addWords(sums: Sums, score: number, prose: boolean, short: boolean): void {
  sums.words += score;
  if (prose) {
    sums.prose += 1;
    sums.wordsOfProse += score;
  } else {
    sums.suspects += suspicion(score);
  }
  if (score >= LOW_WORDS) return;
  sums.low += 1;
  if (short) sums.lowShort += 1;
}

function suspicion(score: number): number {
  return 1 / (1 + Math.exp(STEEPNESS * score));
}

/** How many lines the same rule has named, and how many have the same label. */
function namedAlike(table: FeatureTable, { items }: Sequence): void {
  const rules = new Map<string, number>();
  const labels = new Map<string, number>();
  for (const { verdict } of items) {
    if (!verdict) continue;
    rules.set(verdict.rule, (rules.get(verdict.rule) ?? 0) + 1);
    labels.set(verdict.label, (labels.get(verdict.label) ?? 0) + 1);
  }
  const byRule = table.add('ruleLines');
  const byLabel = table.add('labelLines');
  items.forEach(({ verdict }, i) => {
    if (!verdict) return;
    byRule[i] = Math.min(MOST, rules.get(verdict.rule)!);
    byLabel[i] = Math.min(MOST, labels.get(verdict.label)!);
  });
}
