import type { Label } from '../contract/labels.ts';
import type { Span } from './document.ts';
import type { RuleName } from './rules.ts';
import { replacing, type Verdict, verdict } from './verdict.ts';

/** A stretch with a verdict. */
export function spanOf(given: Verdict, start: number, end: number, syntax: boolean): Span {
  const { label, rule, kind, certainty, replaced } = given;
  return { label, rule, kind, certainty, replaced, start, end, syntax };
}

/** The same stretch under another verdict, which keeps the one that it replaces. */
function respan(span: Span, next: Verdict): Span {
  return spanOf(replacing(next, verdictOf(span)), span.start, span.end, span.syntax);
}

/** The same stretch with another label by another rule. */
export function relabelSpan(span: Span, label: Label, rule: RuleName): Span {
  return respan(span, verdict(label, rule));
}

/** A span's verdict without its place. */
export function verdictOf({ label, rule, kind, certainty, replaced }: Span): Verdict {
  return { label, rule, kind, certainty, replaced };
}
