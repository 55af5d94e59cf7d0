import { isRemoved } from '../../contract/labels.ts';
import type { Span } from '../../document/document.ts';
import type { RuleName } from '../../document/rules.ts';
import { relabelSpan, spanOf } from '../../document/spans.ts';
import { verdict } from '../../document/verdict.ts';

/** A rule of the user's that speaks of some text. */
export interface Hit {
  readonly keep: boolean;
  /** The selector or pattern, as the user wrote it. */
  readonly pattern: string;
}

/** A stretch of a block's text, and the rule that speaks of it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly hit: Hit | null;
}

/** Neighbouring stretches of one rule made one. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const stretch of stretches) {
    const last = out.at(-1);
    if (last && sameHit(last.hit, stretch.hit)) out[out.length - 1] = { ...last, end: stretch.end };
    else out.push(stretch);
  }
  return out;
}

/**
 * A block's spans, cut at the stretches and labelled as their rules say: dropped text is removed, kept text
 * is body unless it has another field already.
 *
 * @param spans none for a block that is dropped as a whole.
 */
export function carved(spans: readonly Span[], stretches: readonly Stretch[]): Span[] {
  if (spans.length === 0) {
    return stretches.flatMap(({ start, end, hit }) =>
      hit ? [spanOf(verdict('other', nameOf(hit)), start, end, false)] : [],
    );
  }
  return spans.flatMap((span) =>
    stretches.flatMap(({ start, end, hit }): Span[] => {
      const part = { ...span, start: Math.max(span.start, start), end: Math.min(span.end, end) };
      if (part.start >= part.end) return [];
      return [hit ? ruled(part, hit) : part];
    }),
  );
}

function ruled(span: Span, hit: Hit): Span {
  const { label } = span;
  const isGone = isRemoved(label);
  if (!hit.keep) return relabelSpan(span, isGone ? label : 'other', nameOf(hit));
  return isGone || label === 'body' ? relabelSpan(span, 'body', nameOf(hit)) : span;
}

function nameOf({ pattern }: Hit): RuleName {
  return `user-rule: ${pattern}`;
}

function sameHit(a: Hit | null, b: Hit | null): boolean {
  return a === b || (a?.keep === b?.keep && a?.pattern === b?.pattern);
}
