import type { Block } from '../../document.ts';
import { endsOpen, endsSentence, weightOf, wordsOf } from './shape.ts';

const MAX_WEIGHT = 110;
const MAX_WORDS = 14;
const BOLD_SHARE = 0.9;
const ENDS_LIKE_TEXT = /[,;–—-]$/;
const STARTS_LOWER_CASE = /^\p{Ll}/u;
const LETTER = /\p{L}|\p{Nd}/u;

/** Whether a paragraph is a subhead that nothing marks as one: a short line without a stop, with text below it. */
export function isSubhead(block: Block, next: Block | undefined, html: boolean): boolean {
  const { text } = block.copy;
  if (block.type !== 'paragraph' || !next || next.type === 'heading') return false;
  if (weightOf(text) > MAX_WEIGHT || wordsOf(text).length > MAX_WORDS || !LETTER.test(text)) return false;
  if (endsSentence(text) || ENDS_LIKE_TEXT.test(text) || STARTS_LOWER_CASE.test(text)) return false;
  if (html) return block.context.boldShare >= BOLD_SHARE && !endsOpen(text);
  return !endsOpen(text) && weightOf(next.copy.text) > weightOf(text);
}
