import type { Label } from '../../contract/labels.ts';
import type { Block } from '../../document/document.ts';

/** A label for a whole block, with the rule that gave it. */
export interface Verdict {
  readonly label: Label;
  readonly rule: string;
  /** 0 to 1. */
  readonly certainty: number;
}

/** A block, and what is known of it so far. */
export interface Judged {
  readonly block: Block;
  /** Null while no rule has spoken. */
  readonly verdict: Verdict | null;
}

/** A verdict. */
export function verdict(label: Label, rule: string, certainty: number): Verdict {
  return { label, rule, certainty };
}

/** The judged block, unless a rule has spoken already. */
export function judge(judged: Judged, next: Verdict | null): Judged {
  return judged.verdict || !next ? judged : { block: judged.block, verdict: next };
}
