import type { Block, Positions } from '../../../document/document.ts';
import { fromSource } from '../../../document/edits.ts';
import { stretchAt } from '../../../document/positions.ts';
import { type Break, breakAt } from '../break.ts';
import { isTooMuch } from '../work.ts';

const STOP_BEFORE = /[.!?…。！？।؟۔]["'”’»)\]]*\s*$/u;
const SENTENCE_END = /[.!?…。！？।؟۔]["'”’»)\]]*\s+(?=\S)/gu;
const NEW_START = /^["'“„«‘¿¡([]*(?:\p{Lu}|\p{Lo}|\p{N})/u;
/** A script without capitals: it marks no sentence's start, and some no sentence's end. */
const CASELESS_BEFORE = /\p{Lo}\p{M}*["'”’»)\]]*\s*$/u;
/** Ideographic indents, and gaps with a space in them that does not break: only those of plain spaces are one space here. */
const EXOTIC_GAP = /\u3000{2,}|\u00a0[ \u00a0]+| \u00a0[ \u00a0]*/g;
/** Share of the sentence ends that have a wide gap behind them from which on it is a typist's habit. Set by hand. */
const HABIT = 0.8;
/** Wide gaps behind sentences; one may be a slip. */
const MIN_GAPS = 2;
/** Spaces of a gap that part blocks by themselves, and paragraphs where a script marks no sentence's end. Set by hand. */
const MIN_WIDE = 3;
/** UTF-16 units before a gap that are looked at. */
const REACH = 12;

/**
 * Where two spaces or more stood behind a sentence, which the linear text has as one, or an ideographic indent: a
 * scraper's paragraphs, unless nearly all sentences are typed that way. Three spaces before a capital part blocks anywhere.
 */
export function spaceBreaks(block: Block, positions: Positions): Break[] {
  const { text } = block.copy;
  const gaps = [...gapsOf(block, positions), ...exoticGapsOf(block)].filter(({ at }) =>
    NEW_START.test(text.slice(at, at + REACH)),
  );
  const wide = gaps.filter(({ width }) => width >= MIN_WIDE).map(({ at }) => breakAt(at));
  const found = gaps.filter(({ at, width }) => {
    const before = text.slice(Math.max(0, at - REACH), at);
    return STOP_BEFORE.test(before) || (width >= MIN_WIDE && CASELESS_BEFORE.test(before));
  });
  const sentences = text.match(SENTENCE_END)?.length ?? 0;
  if (found.length < MIN_GAPS || found.length > Math.max(sentences, MIN_GAPS) * HABIT) {
    // Scripts that mark no sentence's end have only such gaps.
    if (!found.some(({ width }) => width >= MIN_WIDE)) return wide;
  }
  return [...wide, ...found.map(({ at }): Break => ({ at, seam: 'paragraphs' }))];
}

/** A gap: where the text behind it begins, and its spaces. */
interface Gap {
  readonly at: number;
  readonly width: number;
}

function gapsOf(block: Block, { offsets, units, columns }: Positions): Gap[] {
  const wide: { readonly offset: number; readonly width: number }[] = [];
  const end = block.offset + block.copy.source.length;
  for (let i = stretchAt(offsets, block.offset) + 1; i < offsets.length && offsets[i]! < end; i++) {
    if (units[i] !== units[i - 1]) continue;
    const width = 1 + columns[i]! - columns[i - 1]! - (offsets[i]! - offsets[i - 1]!);
    if (width > 1) wide.push({ offset: offsets[i]! - block.offset, width });
  }
  return placed(block, wide);
}

function exoticGapsOf(block: Block): Gap[] {
  const found = [...block.copy.source.matchAll(EXOTIC_GAP)];
  return placed(
    block,
    found.map(({ index, 0: { length } }) => ({ offset: index + length, width: length + 1 })),
  );
}

/** Gaps by their places in the edited text. */
function placed(
  { copy }: Block,
  gaps: readonly { readonly offset: number; readonly width: number }[],
): Gap[] {
  if (isTooMuch(copy, gaps.length)) return [];
  return gaps.map(({ offset, width }) => ({ at: fromSource(copy, offset), width }));
}
