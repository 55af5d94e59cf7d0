import type { Fact } from '../../../document.ts';
import { bodyRange } from '../body.ts';
import { titleLine } from '../title-line.ts';
import { titleBlock } from '../title-page.ts';
import type { Judged } from '../verdict.ts';
import type { Candidate } from './sequence.ts';

/** The rules' own choice of body and title, which the model takes as advice. */
export function candidateOf(
  judged: readonly Judged[],
  facts: readonly Fact[],
  html: boolean,
): Candidate {
  const range = bodyRange(judged);
  const start = range?.start ?? judged.length;
  const title = html
    ? titleBlock(judged, facts, start)
    : titleLine(judged, Math.min(start, judged.length - 1));
  return { range, title: title ?? -1 };
}
