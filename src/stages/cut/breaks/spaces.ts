import type { Block, Positions } from '../../../document/document.ts';
import { fromSource } from '../../../document/edits.ts';
import { stretchAt } from '../../../document/positions.ts';
import type { Break } from '../break.ts';

const STOP_BEFORE = /[.!?…。！？।؟۔]["'”’»)\]]*\s*$/u;
const SENTENCE_END = /[.!?…。！？।؟۔]["'”’»)\]]*\s+(?=\S)/gu;
const NEW_START = /^["'“„«‘¿¡([]*(?:\p{Lu}|\p{Lo}|\p{N})/u;
/** Share of the sentence ends that have a wide gap behind them from which on it is a typist's habit. Set by hand. */
const HABIT = 0.8;
/** Wide gaps behind sentences; one may be a slip. */
const MIN_GAPS = 2;
/** UTF-16 units before a gap that are looked at. */
const REACH = 12;

/**
 * Where two spaces or more stood behind a sentence, which the linear text has as one: a scraper's paragraphs, unless
 * nearly all sentences are typed that way.
 */
export function spaceBreaks(block: Block, positions: Positions): Break[] {
  const { text, source } = block.copy;
  const { offsets, units, columns } = positions;
  const found: number[] = [];
  const first = stretchAt(offsets, block.offset);
  for (let i = first + 1; i < offsets.length; i++) {
    const offset = offsets[i]!;
    if (offset >= block.offset + source.length) break;
    const wide =
      units[i] === units[i - 1] && columns[i]! - columns[i - 1]! > offset - offsets[i - 1]!;
    if (!wide) continue;
    const at = fromSource(block.copy, offset - block.offset);
    const before = text.slice(Math.max(0, at - REACH), at);
    if (STOP_BEFORE.test(before) && NEW_START.test(text.slice(at, at + REACH))) found.push(at);
  }
  const sentences = text.match(SENTENCE_END)?.length ?? 0;
  if (found.length < MIN_GAPS || found.length > sentences * HABIT) return [];
  return found.map((at) => ({ at, paragraph: true }));
}
