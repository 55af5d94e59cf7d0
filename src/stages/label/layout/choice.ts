import type { Document } from '../../../document/document.ts';
import { judgeBody } from '../regions/body.ts';
import { judgeCaptions } from '../regions/captions.ts';
import type { HeadContext } from '../regions/head.ts';
import { titleBlock } from '../title/title-in-page.ts';
import { titleLine } from '../title/title-in-text.ts';
import type { Judged } from '../verdict.ts';
import { bodyStartAboveHeads, bodyStartBelowFacts, extendedEnd } from './body-edges.ts';
import { containerOf } from './containers.ts';
import { type Bounds, boundsOfModel, isTitleLike } from './model-bounds.ts';
import { chosen, type Opinion, regained, rejected } from './prediction.ts';
import { bodyRange, type Range } from './prose-range.ts';

/** What is known of a document beside its blocks. */
export type Base = Omit<HeadContext, 'title' | 'bodyStart'>;

/** Where title and body stand, and how the blocks of the body's stretch are judged. */
export interface Choice {
  readonly judged: readonly Judged[];
  readonly bounds: Bounds;
  /** Judges the body when the head has been judged. */
  readonly judgeBody: (head: readonly Judged[], context: HeadContext) => readonly Judged[];
}

/** The body as the rules see it: the best stretch of prose; null when there is none. */
export function choiceOfRules(
  judged: readonly Judged[],
  document: Document,
  base: Base,
): Choice | null {
  const range = bodyRange(judged);
  if (!range) return null;
  const bounds = boundsOfRules(judged, range, document, base);
  return {
    judged,
    bounds,
    judgeBody: (head, context) =>
      judgeCaptions(judgeBody(head, context, bounds.bodyEnd), bounds.bodyEnd, context),
  };
}

/** The body as the model sees it; null when there is none. */
export function choiceOfModel(opinion: Opinion, document: Document, base: Base): Choice | null {
  if (!opinion.range) return null;
  const bounds = boundsOfModel(opinion, opinion.range, document, base.language);
  return {
    judged: opinion.judged,
    bounds,
    judgeBody: (head, context) => {
      const body = judgeBody(rejected(head, opinion, bounds), context, bounds.bodyEnd);
      return regained(judgeCaptions(chosen(body, opinion), bounds.bodyEnd, context), opinion);
    },
  };
}

function boundsOfRules(
  judged: readonly Judged[],
  range: Range,
  document: Document,
  base: Base,
): Bounds {
  let bodyStart = bodyStartBelowFacts(judged, range, base.language);
  let title = base.html
    ? (titleBlock(judged, document.facts, bodyStart) ?? -1)
    : (titleLine(judged, bodyStart) ?? -1);
  if (title < 0 && !base.html && isTitleLike(judged, bodyStart)) {
    title = bodyStart;
  }
  if (title >= bodyStart && title < range.end) bodyStart = title + 1;
  bodyStart = bodyStartAboveHeads(judged, bodyStart, title, base.html);
  const container = containerOf(judged.slice(range.start, range.end).map((j) => j.block));
  return { title, bodyStart, bodyEnd: extendedEnd(judged, range, container, base) };
}
