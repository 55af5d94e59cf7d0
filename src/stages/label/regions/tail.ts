import type { RemovedLabel } from '../../../contract/labels.ts';
import { POINTS_ELSEWHERE } from '../../../document/label-sets.ts';
import { type Verdict, verdict } from '../../../document/verdict.ts';
import type { Line } from '../../read/line.ts';
import { isHeadlineShaped } from '../headline-shape.ts';
import { type LabelledLine, relabel } from '../labelled-line.ts';
import { isBiography } from './biography.ts';

// Set by hand on the open benchmark's pages and texts: a share of a line's text, 0 to 1; UTF-16 units of a line that is
// a name alone; lines below the body that may hold its credits.
const MAX_LINK_SHARE = 0.5;
const MAX_NAME_LENGTH = 40;
const CREDIT_LINES = 4;
/** `Address: …`: a name and what it is. */
const FIELD = /^[^:：]{2,30}[:：]\s*\S/u;

/** Labels the lines behind the body: a byline or date right below it, then what is left of the page. */
export function labelTail(lines: readonly LabelledLine[], bodyEnd: number): LabelledLine[] {
  let byline = lines.find((item) => item.verdict?.label === 'byline')?.line ?? null;
  let related = false;
  return lines.map((item, i) => {
    if (i < bodyEnd) return item;
    related ||= item.verdict !== null && POINTS_ELSEWHERE.has(item.verdict.label);
    const open = item.verdict === null || (item.verdict.label === 'credit' && byline === null);
    if (!open) return item;
    const { line } = item;
    const found = ofCredits(line, i - bodyEnd, byline);
    if (found?.label === 'byline') byline = line;
    if (found) return relabel(item, found);
    return item.verdict ? item : relabel(item, remainder(line, related));
  });
}

/** A biography anywhere; a byline or a date in the first lines below the body. */
function ofCredits(line: Line, below: number, byline: Line | null): Verdict | null {
  if (byline !== null && isBiography(line, byline)) {
    return verdict('author-bio', 'biography-of-byline');
  }
  if (below >= CREDIT_LINES) return null;
  if (byline !== null && repeatsName(byline, line)) {
    return verdict('duplicate-byline', 'repeated-byline');
  }
  const parsed = line.byline;
  const isName = below === 0 && byline === null && line.text.length <= MAX_NAME_LENGTH;
  if (parsed?.confident || (isName && parsed?.authors[0]?.kind === 'person')) {
    if (byline === null) return verdict('byline', 'byline-below');
    const repeated = byline.key.includes(line.key);
    return verdict(repeated ? 'duplicate-byline' : 'credit', 'byline-below');
  }
  return line.dateLine ? verdict('date', 'date-line') : null;
}

function repeatsName(byline: Line, line: Line): boolean {
  return line.key !== '' && byline.key.endsWith(line.key);
}

function remainder(line: Line, related: boolean): Verdict {
  if (related) return verdict('related', 'below-related');
  if (line.block.context.linkShare > MAX_LINK_SHARE) return verdict('related', 'below-article');
  return verdict(labelOfRest(line), 'below-article');
}

/** In plain text, where no markup tells them from menus, a line as long as a headline is mostly another article's. */
function labelOfRest(line: Line): RemovedLabel {
  if (line.endsSentence) return 'other';
  if (line.block.context.element) return 'footer';
  if (line.isSentence || FIELD.test(line.text)) return 'other';
  return isHeadlineShaped(line) ? 'related' : 'footer';
}
