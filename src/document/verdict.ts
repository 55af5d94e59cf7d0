import type { Label } from '../contract/labels.ts';
import type { RuleKind } from './rule-table.ts';
import { type RuleName, ruleNamed } from './rules.ts';

/** A label, the rule that gave it, and the verdict that it replaced. */
export interface Verdict {
  readonly label: Label;
  readonly rule: RuleName;
  readonly kind: RuleKind;
  /** 0 to 1. */
  readonly certainty: number;
  /** Null where no rule had spoken before. */
  readonly replaced: Verdict | null;
}

/**
 * A verdict.
 *
 * @param certainty needed where the table of rules has none for this one.
 */
export function verdict(label: Label, rule: RuleName, certainty?: number): Verdict {
  const { kind, certainty: usual } = ruleNamed(rule);
  return { label, rule, kind, certainty: certainty ?? usual ?? 0, replaced: null };
}

/** The verdict with what it replaces. */
export function replacing(next: Verdict, replaced: Verdict | null): Verdict {
  const { label, rule, kind, certainty } = next;
  return { label, rule, kind, certainty, replaced };
}
