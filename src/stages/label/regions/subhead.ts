import type { Block } from '../../../document/document.ts';
import { endsOpen, endsSentence, weightOf, wordsOf } from '../../read/shape.ts';

const MAX_WEIGHT = 110;
const MAX_WORDS = 14;
const STARTS_AS_SPEECH = /^[-–—―]|^「[^「」]*」$/;
const BOLD_SHARE = 0.9;
const ENDS_LIKE_TEXT = /[,;–—-]$/;
const STARTS_LOWER_CASE = /^\p{Ll}/u;
// The time of a live blog's entry.
const TIME = /^\d{1,2}[:.hч時点]\s?\d{2}(?:\s?(?:[ap]\.?m\.?|Uhr|h|น\.|分|uur|WIB|GMT))?\.?$/i;
const LETTER = /\p{L}|\p{Nd}/u;

/** Whether a paragraph is a subhead that nothing marks as one: a short line without a stop, with text below it. */
export function isSubhead(block: Block, next: Block | undefined, html: boolean): boolean {
  const { text } = block.copy;
  if (block.type !== 'paragraph' || !next) return false;
  if (isTime(text)) return true;
  if (next.type === 'heading') return false;
  if (weightOf(text) > MAX_WEIGHT || wordsOf(text).length > MAX_WORDS || !LETTER.test(text))
    return false;
  if (
    endsSentence(text) ||
    STARTS_AS_SPEECH.test(text) ||
    ENDS_LIKE_TEXT.test(text) ||
    STARTS_LOWER_CASE.test(text)
  )
    return false;
  if (html) return block.context.boldShare >= BOLD_SHARE && !endsOpen(text);
  return !endsOpen(text) && weightOf(next.copy.text) > weightOf(text);
}

/** Whether a line is a time of day and nothing else. */
export function isTime(text: string): boolean {
  return TIME.test(text);
}
