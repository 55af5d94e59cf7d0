import type { Element } from '../../../../document/document.ts';
import { POINTS_ELSEWHERE } from '../../../../document/label-sets.ts';
import { labelOfPhrase } from '../../../../recognize/phrases/index.ts';
import { keyOf } from '../../../../text/tokens.ts';
import type { Line } from '../../../read/line.ts';
import type { LabelledLine } from '../../labelled-line.ts';

// Set by hand on the open benchmark's pages: paragraphs of the body that stand in one element and the share of its lines,
// 0 to 1, that they are, so that what stands behind them in it is the article's too; lines behind them; probability of body.
const MIN_PARAGRAPHS = 3;
const MIN_SHARE = 0.8;
const MOST_LINES = 4;
const MIN_CERTAINTY = 0.2;
const MAX_LINK_SHARE = 0.6;
/** UTF-16 units in which three words stand. */
const MAX_START = 60;
/** A line that asks, calls, or says where to write or to pay is the site's. */
const APPEAL = /[?？!！]|\S@\S|https?:\/\/|\d{4} \d{4}/u;

/**
 * Takes the last short paragraphs and quotes of an element for body that holds nothing much but the body's paragraphs, where
 * no rule names them: a sentence that ends the article, verse.
 */
export function withLastLines(
  lines: readonly LabelledLine[],
  isBody: boolean[],
  certainty: Float32Array,
): void {
  const last = isBody.lastIndexOf(true);
  const box = lines[last] ? boxOf(lines[last]) : null;
  if (box === null || !holdsBody(lines, isBody, box)) return;
  const end = endOf(lines, last, box);
  if (end - last - 1 > MOST_LINES) return;
  for (let i = last + 1; i < end; i++) {
    const { type } = lines[i]!.line.block;
    isBody[i] = type === 'quote' || certainty[i]! >= MIN_CERTAINTY;
    if (!isBody[i]) return;
  }
}

/** The end of the lines behind the last one that are paragraphs or quotes of its element and that nothing names. */
function endOf(lines: readonly LabelledLine[], last: number, box: Element): number {
  let end = last + 1;
  while (lines[end] && boxOf(lines[end]!) === box && isOpen(lines[end]!)) end += 1;
  return end;
}

function isOpen({ line, verdict }: LabelledLine): boolean {
  const { type, context } = line.block;
  if (verdict !== null || context.hidden || context.linkShare > MAX_LINK_SHARE) return false;
  if (type === 'quote') return true;
  return (
    line.endsSentence && !line.isBylineOrDate && !APPEAL.test(line.text) && !pointsElsewhere(line)
  );
}

/** Whether the first words are those of a pointer: `Read more news on our pages.` */
function pointsElsewhere({ text }: Line): boolean {
  const words = keyOf(text.slice(0, MAX_START)).split(' ');
  return [1, 2, 3].some((n) =>
    POINTS_ELSEWHERE.has(labelOfPhrase(words.slice(0, n).join(' ')) ?? ''),
  );
}

function holdsBody(
  lines: readonly LabelledLine[],
  isBody: readonly boolean[],
  box: Element,
): boolean {
  const inside = lines.flatMap((item, i) => (boxOf(item) === box ? [isBody[i]!] : []));
  const chosen = inside.filter(Boolean).length;
  return chosen >= MIN_PARAGRAPHS && chosen >= (inside.length - MOST_LINES) * MIN_SHARE;
}

/** The element that a paragraph or a quote stands in. */
function boxOf({ line }: LabelledLine): Element | null {
  const { type, context } = line.block;
  let { element } = context;
  if (type === 'quote') {
    while (element !== null && element.tag !== 'blockquote') element = element.parent;
    return element?.parent ?? null;
  }
  return type === 'paragraph' && element?.tag === 'p' ? element.parent : null;
}
