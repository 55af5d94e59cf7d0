import { startsSmall } from '../../../text/letters.ts';
import { endsOpen } from '../../../text/shape.ts';
import type { Line } from '../../read/line.ts';
import { isTime } from '../../read/time-line.ts';

// Set by hand on the open benchmark's pages and texts: `Line.weight`, words, and the share of text that is bold, 0 to
// 1.
const MAX_WEIGHT = 110;
const MAX_WORDS = 14;
/** `Line.weight` of a line of text that ends in a colon or not at all: shorter ones are rows of a list. */
const MIN_TEXT = 60;
const STARTS_AS_SPEECH = /^[-–—―]|^「[^「」]*」$/;
const BOLD_SHARE = 0.9;
const ENDS_LIKE_TEXT = /[,;–—-]$/;
const LETTER = /\p{L}|\p{Nd}/u;

/** Whether a paragraph is a subhead that nothing marks as one: a short line without a stop, with text below it. */
export function isSubhead(line: Line, next: Line | undefined, html: boolean): boolean {
  const { text, block } = line;
  if (block.type !== 'paragraph' || !next) return false;
  if (isTime(text)) return true;
  if (next.block.type === 'heading') return false;
  if (line.weight > MAX_WEIGHT || line.words > MAX_WORDS || !LETTER.test(text)) return false;
  if (
    line.endsSentence ||
    STARTS_AS_SPEECH.test(text) ||
    ENDS_LIKE_TEXT.test(text) ||
    startsSmall(text)
  )
    return false;
  if (html) return block.context.boldShare >= BOLD_SHARE && !endsOpen(text);
  const isText = next.isSentence || next.block.type !== 'paragraph' || next.weight >= MIN_TEXT;
  return isText && !endsOpen(text) && next.weight > line.weight;
}
