import type { Document } from '../../../document/document.ts';
import { keyOf } from '../../../text/tokens.ts';
import { endsSentence, weightOf } from '../../read/shape.ts';
import { titleBlock } from '../title/title-in-page.ts';
import { titleLine } from '../title/title-in-text.ts';
import type { Judged } from '../verdict.ts';
import { bodyStartBelowFacts } from './body-edges.ts';
import { isNearTop, nextBody, type Opinion, startBelowTitle } from './prediction.ts';
import type { Range } from './prose-range.ts';

/** Where title and body stand when the model has chosen the body's blocks. */
export interface Bounds {
  readonly title: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

const MAX_TITLE_WEIGHT = 260;

/** The title's block, and the body's range less the lines of facts at its top. */
export function boundsOfModel(
  opinion: Opinion,
  range: Range,
  { facts, format }: Pick<Document, 'facts' | 'format'>,
  language: string | undefined,
): Bounds {
  const { judged } = opinion;
  const html = format === 'html';
  const start = startBelowTitle(opinion, range);
  let bodyStart = nextBody(opinion, bodyStartBelowFacts(judged, { ...range, start }, language));
  if (html && !isNearTop(opinion, bodyStart)) bodyStart = start;
  const found = html ? titleBlock(judged, facts, bodyStart) : titleLine(judged, bodyStart);
  const title = found ?? (!html && isTitleLike(judged, bodyStart) ? bodyStart : -1);
  if (title >= bodyStart && isNearTop(opinion, title)) bodyStart = nextBody(opinion, title + 1);
  while (title >= 0 && bodyStart < range.end && repeats(judged, title, bodyStart)) {
    bodyStart = nextBody(opinion, bodyStart + 1);
  }
  return { title, bodyStart, bodyEnd: range.end };
}

function repeats(judged: readonly Judged[], title: number, at: number): boolean {
  return keyOf(judged[at]!.block.copy.text) === keyOf(judged[title]!.block.copy.text);
}

/** Whether a line has a headline's length and no stop, with something below it. */
export function isTitleLike(judged: readonly Judged[], at: number): boolean {
  const text = judged[at]?.block.copy.text ?? '';
  return at + 1 < judged.length && !endsSentence(text) && weightOf(text) <= MAX_TITLE_WEIGHT;
}
