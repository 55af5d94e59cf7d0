import { replacing, type Verdict } from '../../document/verdict.ts';
import type { Line } from '../read/line.ts';

/** A line, and what is known of it so far. */
export interface LabelledLine {
  readonly line: Line;
  /** Null while no rule has spoken, and where the model has set aside what a rule said. */
  readonly verdict: Verdict | null;
  /** What the model has set aside. */
  readonly setAside: Verdict | null;
}

/** A line of which nothing is known but what one rule may say. */
export function labelledLine(line: Line, verdict: Verdict | null): LabelledLine {
  return { line, verdict, setAside: null };
}

/** The line with another verdict, which keeps the one that it replaces. */
export function relabel({ line, verdict, setAside }: LabelledLine, next: Verdict): LabelledLine {
  return { line, verdict: replacing(next, verdict ?? setAside), setAside: null };
}

/** The line with a verdict, unless a rule has spoken already. */
export function labelIfOpen(item: LabelledLine, next: Verdict | null): LabelledLine {
  return item.verdict || !next ? item : relabel(item, next);
}

/** The line as if no rule had spoken; what was said is remembered. */
export function setAside(item: LabelledLine): LabelledLine {
  return item.verdict === null ? item : { line: item.line, verdict: null, setAside: item.verdict };
}
