import { verdict } from '../../../../document/verdict.ts';
import type { Line } from '../../../read/line.ts';
import { isTime } from '../../../read/time-line.ts';
import { type LabelledLine, relabel } from '../../labelled-line.ts';

/** Set by hand: one time above a paragraph may be the article's own. */
const MIN_ENTRIES = 2;

/** Marks the times of a live blog's entries as body: several of one make, each right above a line of the body. */
export function withEntryTimes(
  lines: readonly LabelledLine[],
  isBody: boolean[],
): readonly LabelledLine[] {
  const makes = new Map<string, number[]>();
  lines.forEach(({ line }, i) => {
    const { element, hidden, linkShare } = line.block.context;
    if (hidden || linkShare > 0 || !isBody[i + 1] || !isTimeAlone(line)) return;
    const make = `${element?.tag} ${element?.words}`;
    makes.set(make, [...(makes.get(make) ?? []), i]);
  });
  const times = [...makes.values()].filter((found) => found.length >= MIN_ENTRIES).flat();
  if (times.length === 0) return lines;
  const out = [...lines];
  for (const i of times) {
    isBody[i] = true;
    out[i] = relabel(out[i]!, verdict('body', 'entry-time'));
  }
  return out;
}

function isTimeAlone(line: Line): boolean {
  return isTime(line.text) || line.dateLine?.kind === 'relative';
}
