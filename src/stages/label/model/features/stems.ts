import type { Sequence } from '../sequence.ts';
import type { FeatureTable } from './feature-table.ts';

// Set by hand; the weights were trained on them, so that other values need new ones. Slots that stems are hashed to, a
// power of two; lines of prose above and below a line in which its words are looked for.
const SLOTS = 16384;
const REACH = 3;

/** The stems of a text: those of line i begin at `starts[i]`, each the number of its slot among the text's `size`. */
interface Stems {
  readonly numbers: Uint16Array;
  readonly starts: Int32Array;
  readonly size: number;
}
/** A place too far before the first line to count. */
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
  const stems = stemsOf(sequence);
  usedIn(table.add('stems'), stems, prose);
  usedIn(table.add('stemsRange'), stems, chosen);
  usedNear(table.add('stemsAbove'), stems, prose, 0, n, 1);
  usedNear(table.add('stemsBelow'), stems, prose, n - 1, -1, -1);
}

/** Numbers the slots that a text's stems are hashed to, so that tables of them are as small as the text. */
function stemsOf({ stems, stemStarts }: Sequence): Stems {
  const numberOf = new Uint16Array(SLOTS);
  const numbers = new Uint16Array(stems.length);
  let size = 0;
  for (let k = 0; k < stems.length; k++) {
    const slot = slotOf(stems[k]!);
    if (numberOf[slot] === 0) {
      size += 1;
      numberOf[slot] = size;
    }
    numbers[k] = numberOf[slot]! - 1;
  }
  return { numbers, starts: stemStarts, size };
}

/** The share of a line's stems that stand in another line of those that `counts` marks. */
function usedIn(column: Float32Array, { numbers, starts, size }: Stems, counts: Uint8Array): void {
  const lines = new Uint16Array(size);
  const last = new Int32Array(size).fill(-1);
  for (let i = 0; i < column.length; i++) {
    if (!counts[i]) continue;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const slot = numbers[k]!;
      if (last[slot] !== i) lines[slot]! += 1;
      last[slot] = i;
    }
  }
  for (let i = 0; i < column.length; i++) {
    const own = counts[i] ? 1 : 0;
    column[i] = shareOf(starts, i, (k) => lines[numbers[k]!]! > own);
  }
}

/** The share of a line's stems that stand in the last lines of prose met on the way from `from` to `to`. */
function usedNear(
  column: Float32Array,
  { numbers, starts, size }: Stems,
  prose: Uint8Array,
  from: number,
  to: number,
  step: 1 | -1,
): void {
  const seen = new Int32Array(size).fill(NEVER);
  let met = 0;
  for (let i = from; i !== to; i += step) {
    column[i] = shareOf(starts, i, (k) => met - seen[numbers[k]!]! <= REACH);
    if (!prose[i]) continue;
    met += 1;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) seen[numbers[k]!] = met;
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
