import { SET_APART } from '../../../document/label-sets.ts';
import type { Layout } from '../../../document/layout.ts';
import type { RuleName } from '../../../document/rules.ts';
import { verdict } from '../../../document/verdict.ts';
import { isHeadlineShaped } from '../headline-shape.ts';
import { type LabelledLine, relabel } from '../labelled-line.ts';
import type { Prediction } from './prediction.ts';

/** From this share of links on, what the model rejects is links to other articles (set by hand); so are headlines. */
const MAX_LINK_SHARE = 0.5;
/** The share of the body, by characters and certainty, that may be set apart (set by hand on the open benchmark). */
const MAX_SHARE_APART = 0.5;

/** The rule of a heading over the first part, which looks little like body. */
const HEADING: RuleName = 'first-heading';
/** How sure the model must be of one, as a probability; set by hand. */
const MIN_HEADING = 0.25;

/** Labels the lines within the body's bounds that the model rejects and no rule names as what is left over. */
export function rejectByModel(
  lines: readonly LabelledLine[],
  { isBody, certainty }: Prediction,
  { bodyStart, bodyEnd }: Layout,
): LabelledLine[] {
  return lines.map((item, i) => {
    if (isBody[i] || (item.verdict?.rule === HEADING && certainty[i]! >= MIN_HEADING)) return item;
    const open = item.verdict ? item.verdict.label === 'body' : i >= bodyStart && i < bodyEnd;
    if (!open) return item;
    const links = item.line.block.context.linkShare > MAX_LINK_SHARE;
    const label = links || isHeadlineShaped(item.line) ? 'related' : 'other';
    return relabel(item, verdict(label, 'model', 1 - certainty[i]!));
  });
}

/** Takes the model's choice and certainty where nothing but their place in the body had told what lines are. */
export function acceptModel(
  lines: readonly LabelledLine[],
  { isBody, certainty }: Prediction,
): LabelledLine[] {
  return lines.map((item, i) =>
    isBody[i] && item.verdict?.kind === 'range' ? relabel(item, bodyVerdict(certainty[i]!)) : item,
  );
}

/** Gives back to the body what was set apart as subtitle, caption or biography, where that would be most of it. */
export function restoreBody(
  lines: readonly LabelledLine[],
  { isBody, certainty }: Prediction,
): readonly LabelledLine[] {
  const weight = (i: number) => lines[i]!.line.text.length * certainty[i]!;
  const isApart = (i: number) => SET_APART.has(lines[i]!.verdict?.label ?? '');
  let all = 0;
  let apart = 0;
  isBody.forEach((chosen, i) => {
    if (!chosen) return;
    all += weight(i);
    if (isApart(i)) apart += weight(i);
  });
  if (apart <= all * MAX_SHARE_APART) return lines;
  return lines.map((item, i) =>
    isBody[i] && isApart(i) ? relabel(item, bodyVerdict(certainty[i]!)) : item,
  );
}

function bodyVerdict(certainty: number) {
  return verdict('body', 'model', certainty);
}
