import type { Layout } from '../../../document/layout.ts';
import type { LabelledLine } from '../labelled-line.ts';
import { type SaidTitles, titleBlock } from '../title/title-in-page.ts';
import { titleInText } from '../title/title-in-text.ts';
import { bodyStartAboveTimes, bodyStartBelowFacts } from './body-edges.ts';
import { isNearTop, nextBody, type Prediction } from './prediction.ts';
import type { Range } from './prose-range.ts';

/**
 * Where title and body stand: the title's line, and the body's range less the lines of facts at its top.
 *
 * @param said what the page says of its title; null in plain text.
 * @param sent titles that the sender of a plain text states.
 */
export function layoutOf(
  prediction: Prediction,
  range: Range,
  said: SaidTitles | null,
  sent: readonly string[],
): PlacedLayout {
  return said ? layoutOfPage(prediction, range, said) : layoutOfText(prediction, range, sent);
}

/** A layout, and how sure its title is. */
export interface PlacedLayout extends Layout {
  /** In a plain text no line is like a title: the first short one was taken. */
  readonly isTitleGuess: boolean;
}

function layoutOfPage(prediction: Prediction, range: Range, said: SaidTitles): PlacedLayout {
  const { lines } = prediction;
  const start = startBelowTitle(prediction, range, prediction.title);
  let bodyStart = nextBody(prediction, bodyStartBelowFacts(lines, { ...range, start }));
  if (!isNearTop(prediction, bodyStart)) bodyStart = start;
  const title = titleBlock(lines, said, bodyStart) ?? -1;
  return { ...settled(prediction, range, title, bodyStart), isTitleGuess: false };
}

/** In plain text the title is chosen first: what stands between it and the body is the head. */
function layoutOfText(prediction: Prediction, range: Range, sent: readonly string[]): PlacedLayout {
  const { lines, isBody } = prediction;
  const { index: title, isGuess } = titleInText(lines, isBody, sent);
  const start = startBelowTitle(prediction, range, title);
  const below = bodyStartBelowFacts(lines, { ...range, start });
  const layout = settled(prediction, range, title, nextBody(prediction, below));
  return { ...layout, isTitleGuess: isGuess };
}

/** The layout when the body begins below the title and the lines that repeat it. */
function settled(prediction: Prediction, range: Range, title: number, from: number): Layout {
  const { lines } = prediction;
  let bodyStart = from;
  if (title >= bodyStart && isNearTop(prediction, title)) {
    bodyStart = nextBody(prediction, title + 1);
  }
  while (title >= 0 && bodyStart < range.end && repeats(lines, title, bodyStart)) {
    bodyStart = nextBody(prediction, bodyStart + 1);
  }
  if (!prediction.byModel) bodyStart = bodyStartAboveTimes(lines, bodyStart, title);
  return { title, bodyStart, bodyEnd: range.end };
}

/** The first line of the body below the title, where the title stands near its top. */
function startBelowTitle(prediction: Prediction, { start }: Range, title: number): number {
  return title >= start && isNearTop(prediction, title + 1)
    ? nextBody(prediction, title + 1)
    : start;
}

function repeats(lines: readonly LabelledLine[], title: number, at: number): boolean {
  return lines[at]!.line.key === lines[title]!.line.key;
}
