import type { LabelledBlock, Positions } from '../../../document/document.ts';
import { fromSource } from '../../../document/edits.ts';
import { cutsOf } from '../../../recognize/separators.ts';
import { keyOf } from '../../../text/tokens.ts';
import { visibleRange } from '../../../text/visible.ts';
import type { Part } from './affixes.ts';
import type { Stated } from './stated.ts';

/** Words that two sources agree on at least: fewer may be a section or a topic. Set by hand. */
const MIN_WORDS = 3;

/** A heading that holds more than the headline: a lead before it or a deck behind it. */
export interface Inner {
  readonly title: Part;
  readonly before: Part | null;
  readonly behind: Part | null;
}

/**
 * Finds the headline inside a page's heading where both its JSON-LD and its Open Graph title say so, and
 * the cut falls between two text nodes or on a separator. Null where the heading is the headline.
 */
export function innerTitle(
  block: LabelledBlock,
  positions: Positions,
  stated: readonly Stated[],
): Inner | null {
  const key = sharedKey(stated);
  const { text } = block.copy;
  if (key === null || keyOf(text) === key) return null;
  const nodes = nodeStarts(block, positions);
  const cuts = cutsOf(text).filter(({ kind }) => kind !== 'colon');
  for (const at of [...nodes, ...cuts.map(({ end }) => end)]) {
    if (keyOf(text.slice(at)) !== key) continue;
    const title = visibleRange(text, at, text.length);
    return title && { title, before: trimmed(text, 0, cutBefore(text, at)), behind: null };
  }
  for (const at of nodes) {
    if (keyOf(text.slice(0, at)) !== key) continue;
    const title = visibleRange(text, 0, at);
    return title && { title, before: null, behind: trimmed(text, at, text.length) };
  }
  return null;
}

/** The key that JSON-LD and Open Graph agree on, of more than a few words. */
function sharedKey(stated: readonly Stated[]): string | null {
  const headline = stated.find(({ fact }) => fact.name === 'headline')?.keys[0];
  const shared = stated.find(({ fact }) => fact.name === 'og:title')?.keys[0];
  if (headline === undefined || headline !== shared) return null;
  return headline.split(' ').length >= MIN_WORDS ? headline : null;
}

/** Where a text node begins inside the block, in units of its text. */
function nodeStarts({ offset, copy }: LabelledBlock, positions: Positions): number[] {
  const { offsets, units } = positions;
  const end = offset + copy.source.length;
  const starts: number[] = [];
  for (let i = firstAfter(offsets, offset); i < offsets.length && offsets[i]! < end; i++) {
    if (units[i] !== units[i - 1]) starts.push(fromSource(copy, offsets[i]! - offset));
  }
  return starts;
}

/** Index of the first offset behind a place; the offsets are ascending. */
function firstAfter(offsets: readonly number[], place: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The separator before a cut does not belong to what stands before it. */
function cutBefore(text: string, at: number): number {
  return cutsOf(text).find(({ start, end }) => start <= at && at <= end)?.start ?? at;
}

function trimmed(text: string, start: number, end: number): Part | null {
  const range = visibleRange(text, start, end);
  return range && keyOf(text.slice(range.start, range.end)) !== '' ? range : null;
}
