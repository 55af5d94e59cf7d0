import type { Block, Positions } from '../../document/document.ts';
import { lineStarts } from '../../document/places.ts';
import { type Hit, joined, type Stretch } from './stretches.ts';

/**
 * The stretches of a block when line patterns have spoken: one that is found in the whole text of a block
 * counts for all of it; in plain text, each line that was joined to a paragraph is looked at as well.
 *
 * @param rules those that keep come first.
 * @param stretches what selectors say of the block; line patterns count more.
 */
export function hitsByLine(
  block: Block,
  positions: Positions,
  rules: readonly (Hit & { readonly test: (line: string) => boolean })[],
  stretches: readonly Stretch[],
): readonly Stretch[] {
  if (rules.length === 0) return stretches;
  const { text } = block.copy;
  const range = { start: 0, end: text.length };
  const hitOf = (line: string): Hit | null => rules.find((rule) => rule.test(line.trim())) ?? null;
  const cuts = positions.unit === 'line' ? lineStarts(positions, block, range) : [];
  const lines = [0, ...cuts].map((start, i): Stretch => {
    const end = cuts[i] ?? text.length;
    return { start, end, hit: hitOf(text.slice(start, end)) };
  });
  if (lines.some(({ hit }) => hit !== null)) return joined(lines);
  const whole = cuts.length > 0 ? hitOf(text) : null;
  return whole ? [{ ...range, hit: whole }] : stretches;
}
