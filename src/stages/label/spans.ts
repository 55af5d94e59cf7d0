import type { Warning } from '../../contract/article.ts';
import { type BodyType, isRemoved } from '../../contract/labels.ts';
import { withSpans } from '../../document/blocks.ts';
import type { Block, LabelledBlock, Span } from '../../document/document.ts';
import { spanOf } from '../../document/spans.ts';
import { type Verdict, verdict } from '../../document/verdict.ts';
import type { Line } from '../read/line.ts';
import { type LabelledLine, relabel } from './labelled-line.ts';
import type { RegionContext } from './regions/context.ts';
import { type Sectioned, withOneSection } from './regions/sections.ts';
import { isSubhead } from './regions/subhead.ts';
import { signedAt } from './signed-line.ts';
import { headTitle } from './title/title-in-page.ts';

/** From this certainty on a line of boilerplate is not looked at for facts (set by hand). */
const SURE = 0.9;

/** Blocks with their spans, and what the user must be told. */
export interface Spanned extends Sectioned {
  readonly warnings: readonly Warning[];
}

/** Makes blocks with spans of labelled lines; lines of several facts are parted. */
export function spansOfLines(lines: readonly LabelledLine[], context: RegionContext): Sectioned {
  const titleElement = context.html ? headTitle(lines) : null;
  const following = nextBodyLines(lines);
  const blocks = lines.map((item, i): LabelledBlock => {
    const { line } = item;
    const { block } = line;
    if (i === context.title) return inOneSpan(block, named(item, verdict('title', 'title')));
    if (i === titleElement) return inOneSpan(block, named(item, verdict('title', 'title-element')));
    const mixed =
      i < context.bodyStart
        ? mixedFacts(item, line.mixed ?? signedAt(lines, i, context.title))
        : signedLine(item);
    if (mixed) return withSpans(block, mixed);
    const given = item.verdict ?? named(item, verdict('navigation', 'above-title'));
    const isHead = given.label === 'body' && isSubhead(line, following[i], context.html);
    return inOneSpan(block, given, isHead ? 'heading' : block.type);
  });
  return withOneSection(blocks, context.title, context.reading.phrases);
}

function named(item: LabelledLine, next: Verdict): Verdict {
  return relabel(item, next).verdict ?? next;
}

/** The facts of a line of the head that no sure rule has named. */
function mixedFacts(
  { line, verdict: known }: LabelledLine,
  facts: readonly Span[] | null,
): readonly Span[] | null {
  if (line.block.context.hidden) return null;
  if (facts?.some(isButtons)) return facts;
  const open = !known || (isRemoved(known.label) && known.certainty < SURE);
  return open ? facts : null;
}

/** A byline with the words of buttons behind it, below the body. */
function signedLine({ line, verdict: known }: LabelledLine): readonly Span[] | null {
  return known?.label === 'byline' && line.mixed?.some(isButtons) ? line.mixed : null;
}

function isButtons({ rule }: Span): boolean {
  return rule === 'byline-tail';
}

/** For each line the next line of the body behind it. */
function nextBodyLines(lines: readonly LabelledLine[]): readonly (Line | undefined)[] {
  const out: (Line | undefined)[] = lines.map(() => undefined);
  let next: Line | undefined;
  for (let i = lines.length - 1; i >= 0; i--) {
    out[i] = next;
    if (lines[i]!.verdict?.label === 'body') next = lines[i]!.line;
  }
  return out;
}

function inOneSpan(block: Block, given: Verdict, type: BodyType = block.type): LabelledBlock {
  return withSpans(block, [spanOf(given, 0, block.copy.text.length, false)], type);
}
