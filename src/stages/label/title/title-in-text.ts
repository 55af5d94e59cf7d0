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
 * The most likely title among the lines before the body of a plain text: a line as long as a headline is,
 * not a sentence with a stop, said again further down, not far above the body; before all others, the one that the
 * text's head or marks call the title. Null when none is like one.
 */
export function titleLine(lines: readonly LabelledLine[], bodyStart: number): number | null {
  const stated = lines.findIndex(({ line }) => line.block.role === 'title');
  if (stated >= 0) return stated;
  const from = Math.max(0, bodyStart - MAX_LINES_LOOKED_AT);
  const keys = lines.slice(from, bodyStart + 1).map(({ line }) => line.key);
  let best: number | null = null;
  let bestScore = 0;
  for (let i = from; i < bodyStart; i++) {
    const { line, verdict } = lines[i]!;
    if (verdict) continue;
    const key = keys[i - from]!;
    const repeats = keys.filter((other) => isRepeat(key, other)).length - 1;
    const score = scoreOf(line, repeats);
    if (score > bestScore && !line.isBylineOrDate) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}

/** One line says the other again, perhaps with an affix. */
function isRepeat(key: string, other: string): boolean {
  if (Math.min(key.length, other.length) < MIN_REPEATED_KEY) return key === other;
  return other === key || other.startsWith(`${key} `) || key.startsWith(`${other} `);
}

function scoreOf(line: Line, repeats: number): number {
  const { text, weight } = line;
  if (weight < MIN_WEIGHT || weight > MAX_WEIGHT || endsOpen(text)) return 0;
  const sentence =
    line.endsSentence && (line.sentences > 1 || text.endsWith('.') || text.endsWith('。'));
  let score = weight >= GOOD_WEIGHT ? 3 : 1;
  if (line.words >= GOOD_WORDS) score += 1;
  if (sentence) score -= 2.5;
  if (isCutOff(text)) score -= 1;
  return score + Math.min(repeats, 1) * (weight >= GOOD_WEIGHT ? 3 : 0);
}
