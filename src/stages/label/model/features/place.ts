import type { Block } from '../../../../document/document.ts';
import { MODEL_CLOSING } from '../../../../document/label-sets.ts';
import type { Sequence } from '../sequence.ts';
import type { FeatureTable } from './feature-table.ts';

/**
 * Blocks, as far as distances count. Set by hand; the weights were trained on it, so that another value needs new ones.
 */
const FAR = 60;

// What is known of a block's place from the blocks above it, then from those below.
const NAMES = [
  'share',
  'proseBefore',
  'proseLeft',
  'inRange',
  'fromStart',
  'fromEnd',
  'rangeShare',
  'fromTitle',
  'proseSinceTitle',
  'ruledSoFar',
  'sinceClosing',
  'closingSoFar',
  'sinceHeading',
  'proseSinceHeading',
  'toHeading',
  'sinceProse',
  'toProse',
] as const;

type Columns = Readonly<Record<(typeof NAMES)[number], Float32Array>>;

/** What stands above the block that a walk down the page has come to. Weights of prose; -1 for a block that is not there. */
interface Above {
  /** Prose, and that of it which is in the rules' own choice of body. */
  prose: number;
  inRange: number;
  /** Prose above the title, and above the last heading. */
  beforeTitle: number;
  beforeHeading: number;
  /** Blocks that a rule by words or place has named, and those of them that close an article. */
  ruled: number;
  closings: number;
  /** The last blocks of their kinds. */
  lastClosing: number;
  lastHeading: number;
  lastProse: number;
}

/** Columns of where a block stands: in the page, in the rules' own choice of body, below title and heading. */
export function placeFeatures(table: FeatureTable, sequence: Sequence): void {
  const n = sequence.items.length;
  const columns = Object.fromEntries(NAMES.map((name) => [name, table.add(name)])) as Columns;
  const totals = totalsOf(sequence);
  const above: Above = {
    prose: 0,
    inRange: 0,
    beforeTitle: 0,
    beforeHeading: 0,
    ruled: 0,
    closings: 0,
    lastClosing: -1,
    lastHeading: -1,
    lastProse: -1,
  };
  for (let i = 0; i < n; i++) {
    writePlace(columns, i, sequence, above, totals);
    pass(above, i, sequence);
  }
  distanceTo(columns.toHeading, (i) => isHeading(sequence, i));
  distanceTo(columns.toProse, (i) => sequence.prose[i] === 1);
}

/** The page's prose and one more, and the prose in the rules' own choice of body. */
function totalsOf({ counts, prose, start, end }: Sequence): { prose: number; inRange: number } {
  let all = 0;
  let inRange = 0;
  counts.forEach(({ weight }, i) => {
    if (!prose[i]) return;
    all += weight;
    if (i >= start && i < end) inRange += weight;
  });
  return { prose: all + 1, inRange };
}

function writePlace(
  c: Columns,
  i: number,
  sequence: Sequence,
  above: Above,
  totals: { readonly prose: number; readonly inRange: number },
): void {
  const { items, start, end, title } = sequence;
  c.share[i] = i / items.length;
  c.proseBefore[i] = above.prose / totals.prose;
  c.proseLeft[i] = Math.log1p(totals.prose - above.prose - proseAt(sequence, i));
  c.inRange[i] = start < 0 ? -1 : i >= start && i < end ? 1 : 0;
  c.fromStart[i] = clamp(i - start);
  c.fromEnd[i] = clamp(i - end);
  c.rangeShare[i] = above.inRange / (1 + totals.inRange);
  c.fromTitle[i] = title < 0 ? -FAR - 1 : clamp(i - title);
  c.proseSinceTitle[i] =
    title >= 0 && i >= title ? Math.log1p(above.prose - above.beforeTitle) : -1;
  c.ruledSoFar[i] = above.ruled;
  c.sinceClosing[i] = since(above.lastClosing, i);
  c.closingSoFar[i] = above.closings;
  c.sinceHeading[i] = since(above.lastHeading, i);
  c.proseSinceHeading[i] =
    above.lastHeading < 0 ? -1 : Math.log1p(above.prose - above.beforeHeading);
  c.sinceProse[i] = since(above.lastProse, i);
}

/** Counts a block to what stands above the next one. */
function pass(above: Above, i: number, sequence: Sequence): void {
  const { start, end, title, items } = sequence;
  const { line, verdict } = items[i]!;
  const weight = proseAt(sequence, i);
  above.prose += weight;
  if (weight > 0) above.lastProse = i;
  if (i >= start && i < end) above.inRange += weight;
  if (i + 1 === title) above.beforeTitle = above.prose;
  if (verdict && verdict.kind !== 'markup') above.ruled += 1;
  if (verdict && above.prose > 0 && MODEL_CLOSING.has(verdict.label)) {
    above.lastClosing = i;
    above.closings += 1;
  }
  const heading = isHeading(sequence, i);
  if (heading) above.lastHeading = i;
  if (heading || isFirstHeading(line.block)) above.beforeHeading = above.prose;
}

/** Blocks from each one down to the next that is so; FAR where none is near. */
function distanceTo(column: Float32Array, is: (i: number) => boolean): void {
  let next = column.length + FAR;
  for (let i = column.length - 1; i >= 0; i--) {
    column[i] = Math.min(FAR, next - i);
    if (is(i)) next = i;
  }
}

/** The weight of a block if it is prose, else 0. */
function proseAt({ prose, counts }: Sequence, i: number): number {
  return prose[i] ? counts[i]!.weight : 0;
}

function isFirstHeading({ type, level }: Block): boolean {
  return type === 'heading' && level === 1;
}

/** Blocks from the last of a kind down to this one; FAR where there was none. */
function since(last: number, i: number): number {
  return last < 0 ? FAR : clamp(i - last);
}

/** A heading; in plain text a short line without a stop. */
export function isHeading({ html, items, counts }: Sequence, i: number): boolean {
  if (html) return items[i]!.line.block.type === 'heading';
  const { weight, endsStop } = counts[i]!;
  return weight < 60 && endsStop === 0;
}

function clamp(distance: number): number {
  return Math.max(-FAR, Math.min(FAR, distance));
}
