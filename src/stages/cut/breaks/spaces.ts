import type { Block, Positions } from '../../../document/document.ts';
import { fromSource } from '../../../document/edits.ts';
import { stretchAt } from '../../../document/positions.ts';
import { type Break, breakAt } from '../break.ts';
import { isTooMuch } from '../work.ts';

const STOP_BEFORE = /[.!?…。！？।؟۔]["'”’»)\]]*\s*$/u;
const SENTENCE_END = /[.!?…。！？।؟۔]["'”’»)\]]*\s+(?=\S)/gu;
const NEW_START = /^["'“„«‘¿¡([]*(?:\p{Lu}|\p{Lo}|\p{sc=Geor}|\p{N})/u;
/** A script without capitals: it marks no sentence's start, and some no sentence's end. */
const CASELESS_BEFORE = /[\p{Lo}\p{sc=Geor}]\p{M}*["'”’»)\]]*\s*$/u;
const IDEOGRAPHIC_INDENT = /\u3000{2,}/g;
/** A gap with a space in it that does not break; of plain spaces alone the copy has one, and `positions` tell how many there were. */
const EXOTIC_GAP = /\u00a0[ \u00a0]+| \u00a0[ \u00a0]*/g;
/** One in so many wide gaps may stand before a small letter; set by hand. */
const MAX_TYPESET = 5;
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
 * scraper's paragraphs, unless nearly all sentences are typed that way. Three spaces before a capital part blocks where no
 * sentence ends.
 */
export function spaceBreaks(block: Block, positions: Positions): Break[] {
  const { text } = block.copy;
  const spaced = [...gapsOf(block, positions), ...gapsLike(block, IDEOGRAPHIC_INDENT)];
  const wide = wideBreaks(text, [...spaced, ...gapsLike(block, EXOTIC_GAP)]);
  const found = spaced.filter(({ at, width }) => {
    if (!NEW_START.test(text.slice(at, at + REACH))) return false;
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

/** Wide gaps before a capital where no sentence ends; none where such gaps stand in the midst of sentences too, as set type. */
function wideBreaks(text: string, gaps: readonly Gap[]): Break[] {
  const wide = gaps.filter(({ width }) => width >= MIN_WIDE);
  const isStart = ({ at }: Gap) => NEW_START.test(text.slice(at, at + REACH));
  const starts = wide.filter(isStart);
  if ((wide.length - starts.length) * MAX_TYPESET > wide.length) return [];
  return starts.flatMap(({ at }) =>
    STOP_BEFORE.test(text.slice(Math.max(0, at - REACH), at)) ? [] : [breakAt(at)],
  );
}

function gapsLike(block: Block, shape: RegExp): Gap[] {
  const found = [...block.copy.source.matchAll(shape)];
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
