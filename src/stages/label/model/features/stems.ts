import type { Sequence } from '../sequence.ts';
import type { FeatureTable } from './feature-table.ts';

// Set by hand; the weights were trained on them, so that other values need new ones. Slots that stems are hashed to, a
// power of two; lines of prose above and below a line in which its words are looked for.
const SLOTS = 16384;
const REACH = 3;
const NEVER = -1 - REACH;

/**
 * Columns of how far the stems of a line's longer words stand in other prose of the text: anywhere, in the rules' own
 * choice of body, in the three lines of prose above and in the three below; -1 where the line has none. A heading has
 * words of what it stands over; a label or a teaser between two paragraphs has not.
 */
export function stemFeatures(table: FeatureTable, sequence: Sequence): void {
  const { prose, items, start, end } = sequence;
  const n = items.length;
  const chosen = Uint8Array.from(prose, (is, i) =>
    is && i >= start && i < end && items[i]!.verdict === null ? 1 : 0,
  );
  usedIn(table.add('stems'), sequence, prose);
  usedIn(table.add('stemsRange'), sequence, chosen);
  usedNear(table.add('stemsAbove'), sequence, 0, n, 1);
  usedNear(table.add('stemsBelow'), sequence, n - 1, -1, -1);
}

/** The share of a line's stems that stand in another line of those that `counts` marks. */
function usedIn(column: Float32Array, { stems, stemStarts }: Sequence, counts: Uint8Array): void {
  const lines = new Uint16Array(SLOTS);
  const last = new Int32Array(SLOTS).fill(-1);
  for (let i = 0; i < column.length; i++) {
    if (!counts[i]) continue;
    for (let k = stemStarts[i]!; k < stemStarts[i + 1]!; k++) {
      const slot = slotOf(stems[k]!);
      if (last[slot] !== i) lines[slot]! += 1;
      last[slot] = i;
    }
  }
  for (let i = 0; i < column.length; i++) {
    const own = counts[i] ? 1 : 0;
    column[i] = shareOf(stemStarts, i, (k) => lines[slotOf(stems[k]!)]! > own);
  }
}

/** The share of a line's stems that stand in the last lines of prose met on the way from `from` to `to`. */
function usedNear(
  column: Float32Array,
  { stems, stemStarts, prose }: Sequence,
  from: number,
  to: number,
  step: 1 | -1,
): void {
  const seen = new Int32Array(SLOTS).fill(NEVER);
  let met = 0;
  for (let i = from; i !== to; i += step) {
    column[i] = shareOf(stemStarts, i, (k) => met - seen[slotOf(stems[k]!)]! <= REACH);
    if (!prose[i]) continue;
    met += 1;
    for (let k = stemStarts[i]!; k < stemStarts[i + 1]!; k++) seen[slotOf(stems[k]!)] = met;
  }
}

function shareOf(starts: Int32Array, i: number, is: (k: number) => boolean): number {
  const from = starts[i]!;
  const to = starts[i + 1]!;
  if (from === to) return -1;
  let count = 0;
  for (let k = from; k < to; k++) if (is(k)) count += 1;
  return count / (to - from);
}

function slotOf(stem: number): number {
  return (stem >>> 5) & (SLOTS - 1);
}
