import type { ChainLink } from '../../document/document.ts';
import { excerpt } from '../../text/printable.ts';
import type { Paint } from './paint.ts';

/** What is shown of a change. */
export interface ShownChange {
  readonly before: string;
  readonly after: string;
  readonly rule: string;
  readonly certainty: string;
  readonly chain?: readonly ChainLink[] | undefined;
}

/**
 * A change in one line: before → after, the damage undone, the certainty.
 *
 * @example changeText({ before: 'Ã©', after: 'é', … }) // '"Ã©" → "é"  utf-8 read as windows-1252, reversible'
 */
export function changeText(change: ShownChange, paint: Paint): string {
  const before = paint.removed(`"${excerpt(change.before, 80)}"`);
  const after = paint.kept(`"${excerpt(change.after, 80)}"`);
  const chain = (change.chain ?? []).map(({ was, readAs }) => `${was} read as ${readAs}`);
  const why = [chain.join(', then ') || change.rule, change.certainty].join(', ');
  return `${before} → ${after}  ${paint.faint(why)}`;
}
