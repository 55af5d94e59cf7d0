import type { LabelledLine } from '../labelled-line.ts';
import { bodyWords } from './word-overlap.ts';

/** Lines above the third paragraph among which a title is looked for; set by hand on the open benchmark's texts. */
const MAX_LINES = 60;
/** Lines of prose above a title, at most; set in the same way. */
const MAX_PROSE_ABOVE = 2;
/** Share of a text's characters, 0 to 1: with so much body it has few other lines, so the first one is mostly the title. */
const MIN_CLEAN_SHARE = 0.8;

/** What is asked of a text once for all of its candidates. */
export interface Overview {
  readonly lines: readonly LabelledLine[];
  readonly isBody: readonly boolean[];
  /** The candidates' lines: from the first up to the one before `to`. */
  readonly from: number;
  readonly to: number;
  /** Their keys, how often each stands among them, and the keys below them. */
  readonly keys: readonly string[];
  readonly times: ReadonlyMap<string, number>;
  readonly later: ReadonlySet<string>;
  readonly parted: boolean;
  /** Index of the first line of the body; -1 where there is none. */
  readonly bodyStart: number;
  readonly words: ReadonlyMap<string, number>;
  readonly clean: boolean;
}

/** What is known of a text before its lines are looked at one by one. */
export function overviewOf(lines: readonly LabelledLine[], isBody: readonly boolean[]): Overview {
  const to = windowEnd(lines, isBody);
  const from = Math.max(0, to - MAX_LINES);
  const keys = lines.slice(from, to).map(({ line }) => line.key);
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return {
    lines,
    isBody,
    from,
    to,
    keys,
    times,
    later: new Set(lines.slice(to).map(({ line }) => line.key)),
    parted: lines.some(({ line }) => line.block.context.gap > 0),
    bodyStart: isBody.indexOf(true),
    words: bodyWords(lines, isBody),
    clean: bodyShare(lines, isBody) >= MIN_CLEAN_SHARE,
  };
}

/** Behind the lines that may be the title: at the third line of prose that is body. */
function windowEnd(lines: readonly LabelledLine[], isBody: readonly boolean[]): number {
  let prose = 0;
  for (let i = 0; i < lines.length; i++) {
    if (!isBody[i] || !lines[i]!.line.isProse) continue;
    if (prose === MAX_PROSE_ABOVE) return i;
    prose += 1;
  }
  return lines.length;
}

/** The share of a text's characters that stand in its body. */
function bodyShare(lines: readonly LabelledLine[], isBody: readonly boolean[]): number {
  let [all, body] = [1, 0];
  lines.forEach(({ line }, i) => {
    all += line.text.length;
    if (isBody[i]) body += line.text.length;
  });
  return body / all;
}
