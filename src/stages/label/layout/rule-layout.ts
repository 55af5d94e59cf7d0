import type { Fact } from '../../../document/document.ts';
import type { Candidate } from '../model/sequence.ts';
import { titleBlock } from '../title/title-in-page.ts';
import { titleLine } from '../title/title-in-text.ts';
import type { Judged } from '../verdict.ts';
import { bodyRange } from './prose-range.ts';

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
