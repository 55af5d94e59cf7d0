import type { Line } from '../read/line.ts';

// Set by hand on the open benchmark's texts: letters of a headline, those of scripts without spaces counted 2.5 times;
// UTF-16 units of one.
const MIN_WEIGHT = 24;
const MAX_LENGTH = 160;

/** Whether a line of plain text, where no markup tells them from menus, is as long as a headline and no sentence. */
export function isHeadlineShaped(line: Line): boolean {
  if (line.block.context.element || line.endsSentence || line.isSentence) return false;
  return line.weight >= MIN_WEIGHT && line.text.length <= MAX_LENGTH;
}
