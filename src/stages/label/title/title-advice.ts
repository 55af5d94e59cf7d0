import { isCutOff } from '../../../recognize/repeats.ts';
import { endsOpen } from '../../../text/shape.ts';
import type { Line } from '../../read/line.ts';
import type { LabelledLine } from '../labelled-line.ts';

// Set by hand on the open benchmark's texts: `Line.weight` of a title, of a good one, and its words; characters of a
// key that is long enough to be a repeat if another one goes on behind it; lines above the body.
const MIN_WEIGHT = 12;
const MAX_WEIGHT = 260;
const GOOD_WEIGHT = 30;
const GOOD_WORDS = 4;
const MIN_REPEATED_KEY = 20;
const MAX_LINES_LOOKED_AT = 60;

/**
 * The title of a plain text at a glance, as the model's features about it were trained: a line as long as a headline is,
 * not a sentence with a stop, said again further down, not far above the body. Null when none is like one. The title
 * itself is chosen when the body is known (`titleInText`).
 */
export function titleLine(lines: readonly LabelledLine[], bodyStart: number): number | null {
  const from = Math.max(0, bodyStart - MAX_LINES_LOOKED_AT);
  const keys = lines.slice(from, bodyStart + 1).map(({ line }) => line.key);
  let best: number | null = null;
  let bestScore = 0;
  for (let i = from; i < bodyStart; i++) {
    const { line, verdict } = lines[i]!;
    if (verdict) continue;
    const score = scoreOf(line, () => isSaidAgain(keys, i - from));
    if (score > bestScore && !line.isBylineOrDate) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}

/** Whether another line says a line again, perhaps with an affix. */
function isSaidAgain(keys: readonly string[], at: number): boolean {
  const key = keys[at]!;
  return keys.some((other, i) => i !== at && isRepeat(key, other));
}

function isRepeat(key: string, other: string): boolean {
  if (Math.min(key.length, other.length) < MIN_REPEATED_KEY) return key === other;
  return goesOn(key, other) || goesOn(other, key);
}

/** Whether a key is another one, or that one and more words. */
function goesOn(key: string, start: string): boolean {
  return key.startsWith(start) && (key.length === start.length || key[start.length] === ' ');
}

function scoreOf(line: Line, isSaidAgain: () => boolean): number {
  const { text, weight } = line;
  if (weight < MIN_WEIGHT || weight > MAX_WEIGHT || endsOpen(text)) return 0;
  const sentence =
    line.endsSentence && (line.sentences > 1 || text.endsWith('.') || text.endsWith('。'));
  let score = weight >= GOOD_WEIGHT ? 3 : 1;
  if (line.words >= GOOD_WORDS) score += 1;
  if (sentence) score -= 2.5;
  if (isCutOff(text)) score -= 1;
  return weight >= GOOD_WEIGHT && isSaidAgain() ? score + 3 : score;
}
