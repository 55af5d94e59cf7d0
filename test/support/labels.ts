import { createLabel } from '../../src/stages/label/index.ts';
import type { Labelled } from '../../src/stages/label/labelled.ts';
import { createRead } from '../../src/stages/read/index.ts';
import { blocksOf } from './blocks.ts';

const read = createRead();
const label = createLabel();

/** What the label stage makes of a text or page. */
export function labelled(content: string, format: 'text' | 'html'): Labelled {
  return label(read(blocksOf(content, format)));
}

/** Label of each span, with its text: `byline: By Anna Berg`; separators and markers are left out. */
export function labelsOf({ blocks }: Labelled): string[] {
  return blocks.flatMap(({ spans, copy }) =>
    spans
      .filter(({ syntax }) => !syntax)
      .map((span) => `${span.label}: ${copy.text.slice(span.start, span.end).trim()}`),
  );
}

/** Three paragraphs that are surely a body. */
export const BODY = [
  'The city council said on Monday that the old bridge would reopen next week after a winter of repairs, and that the buses would cross it first.',
  'Cars have to wait until the last lamp is lit, which nobody expects before May. The mayor thanked everybody who had waited so patiently for all these months.',
  'People who live beside the river promised a feast. They have walked three kilometres to the next bridge every day since the ice damaged two of the pillars.',
] as const;

/** A headline that is surely one. */
export const HEADLINE = 'Council reopens the old bridge after a winter of repairs';
