import type { Sequence } from '../sequence.ts';
import type { FeatureTable } from './feature-table.ts';

const CLOSING: ReadonlySet<string> = new Set([
  'comments',
  'comment-form',
  'related',
  'tags',
  'copyright',
  'newsletter',
]);
/**
 * Blocks, as far as distances count. Set by hand; the weights were trained on it, so that another value needs new ones.
 */
const FAR = 60;

/** Columns of where a block stands: in the page, in the rules' own choice of body, below title and heading. */
export function placeFeatures(table: FeatureTable, sequence: Sequence): void {
  const { items, counts, prose, start, end, title } = sequence;
  const n = items.length;
  const total = counts.reduce((sum, { weight }, i) => sum + (prose[i] ? weight : 0), 0) + 1;
  const names = [
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
  const c = Object.fromEntries(names.map((name) => [name, table.add(name)])) as Record<
    (typeof names)[number],
    Float32Array
  >;
  const rangeProse = counts.reduce(
    (sum, { weight }, i) => sum + (prose[i] && i >= start && i < end ? weight : 0),
    0,
  );
  let before = 0;
  let inside = 0;
  let ruled = 0;
  let closing = -1;
  let closings = 0;
  let heading = -1;
  let atHeading = 0;
  let lastProse = -1;
  let atTitle = 0;
  for (let i = 0; i < n; i++) {
    const { line, verdict } = items[i]!;
    const { block } = line;
    const weight = prose[i] ? counts[i]!.weight : 0;
    c.share[i] = i / n;
    c.proseBefore[i] = before / total;
    c.proseLeft[i] = Math.log1p(total - before - weight);
    c.inRange[i] = start < 0 ? -1 : i >= start && i < end ? 1 : 0;
    c.fromStart[i] = clamp(i - start);
    c.fromEnd[i] = clamp(i - end);
    c.rangeShare[i] = inside / (1 + rangeProse);
    c.fromTitle[i] = title < 0 ? -FAR - 1 : clamp(i - title);
    if (i === title) atTitle = before;
    c.proseSinceTitle[i] = title >= 0 && i >= title ? Math.log1p(before - atTitle) : -1;
    c.ruledSoFar[i] = ruled;
    c.sinceClosing[i] = closing < 0 ? FAR : clamp(i - closing);
    c.closingSoFar[i] = closings;
    c.sinceHeading[i] = heading < 0 ? FAR : clamp(i - heading);
    c.proseSinceHeading[i] = heading < 0 ? -1 : Math.log1p(before - atHeading);
    c.sinceProse[i] = lastProse < 0 ? FAR : clamp(i - lastProse);
    if (weight > 0) lastProse = i;
    before += weight;
    if (i >= start && i < end) inside += weight;
    if (verdict && verdict.kind !== 'markup') ruled += 1;
    if (verdict && before > 0 && CLOSING.has(verdict.label)) {
      closing = i;
      closings += 1;
    }
    if (isHeading(sequence, i)) {
      heading = i;
      atHeading = before;
    }
    if (block.type === 'heading' && block.level === 1) atHeading = before;
  }
  let nextHeading = n + FAR;
  let nextProse = n + FAR;
  for (let i = n - 1; i >= 0; i--) {
    c.toHeading[i] = Math.min(FAR, nextHeading - i);
    c.toProse[i] = Math.min(FAR, nextProse - i);
    if (isHeading(sequence, i)) nextHeading = i;
    if (prose[i]) nextProse = i;
  }
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
