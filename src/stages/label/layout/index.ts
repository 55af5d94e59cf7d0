import type { Layout } from '../../../document/layout.ts';
import type { LabelledLine } from '../labelled-line.ts';
import { type SaidTitles, titleBlock } from '../title/title-in-page.ts';
import { titleLine } from '../title/title-in-text.ts';
import { bodyStartAboveTimes, bodyStartBelowFacts } from './body-edges.ts';
import { isNearTop, nextBody, type Prediction } from './prediction.ts';
import type { Range } from './prose-range.ts';

/** In letters of an alphabet (see weightOf): no headline is longer. */
const MAX_TITLE_WEIGHT = 260;

/**
 * Where title and body stand: the title's line, and the body's range less the lines of facts at its top.
 *
 * @param said what the page says of its title; null in plain text.
 */
export function layoutOf(prediction: Prediction, range: Range, said: SaidTitles | null): Layout {
  const { lines } = prediction;
  const start = startBelowTitle(prediction, range);
  let bodyStart = nextBody(prediction, bodyStartBelowFacts(lines, { ...range, start }));
  if (said && !isNearTop(prediction, bodyStart)) bodyStart = start;
  const title = titleOf(lines, bodyStart, said);
  if (title >= bodyStart && isNearTop(prediction, title)) {
    bodyStart = nextBody(prediction, title + 1);
  }
  while (title >= 0 && bodyStart < range.end && repeats(lines, title, bodyStart)) {
    bodyStart = nextBody(prediction, bodyStart + 1);
  }
  if (!prediction.byModel) bodyStart = bodyStartAboveTimes(lines, bodyStart, title);
  return { title, bodyStart, bodyEnd: range.end };
}

function titleOf(
  lines: readonly LabelledLine[],
  bodyStart: number,
  said: SaidTitles | null,
): number {
  if (said) return titleBlock(lines, said, bodyStart) ?? -1;
  return titleLine(lines, bodyStart) ?? (isTitleLike(lines, bodyStart) ? bodyStart : -1);
}

/** The first line of the body below the title, where the title stands near its top. */
function startBelowTitle(prediction: Prediction, { start }: Range): number {
  const { title } = prediction;
  return title >= start && isNearTop(prediction, title + 1)
    ? nextBody(prediction, title + 1)
    : start;
}

function repeats(lines: readonly LabelledLine[], title: number, at: number): boolean {
  return lines[at]!.line.key === lines[title]!.line.key;
}

/** Whether a line has a headline's length and no stop, with something below it. */
function isTitleLike(lines: readonly LabelledLine[], at: number): boolean {
  const line = lines[at]?.line;
  if (line === undefined || at + 1 >= lines.length) return false;
  return !line.endsSentence && line.weight <= MAX_TITLE_WEIGHT;
}
