import { BOXES_WITH_TEXT } from '../../../document/label-sets.ts';
import type { RuleName } from '../../../document/rules.ts';
import { type Verdict, verdict } from '../../../document/verdict.ts';
import type { Line } from '../../read/line.ts';
import { type LabelledLine, relabel } from '../labelled-line.ts';
import { isBiography } from './biography.ts';
import { isGlued } from './boilerplate-names.ts';
import type { RegionContext } from './context.ts';
import { opensWithSubtitle } from './subtitle.ts';

// Set by hand on the open benchmark's pages and texts: a share of a line's text, 0 to 1; blocks at either end of the
// body that may speak of its author.
const MAX_LINK_SHARE = 0.6;
const EDGE_BLOCKS = 2;
const ASIDE: RuleName = 'tag:aside';
/** Share of paragraphs, 0 to 1. Set by hand on the open benchmark's texts. */
const MIN_PARTED_SHARE = 0.8;

/** Labels the lines of the body's stretch: what no rule has named is body, but for what its place tells. */
export function labelBody(lines: readonly LabelledLine[], context: RegionContext): LabelledLine[] {
  const { bodyStart, bodyEnd, html, title } = context;
  const byline = lines.find((item) => item.verdict?.label === 'byline')?.line;
  const hasSubtitle = lines.some((item) => item.verdict?.label === 'subtitle');
  const parted = !html && isParted(lines.slice(bodyStart, bodyEnd));
  const out = [...lines];
  for (let i = bodyStart; i < bodyEnd; i++) {
    const { line, verdict: known } = out[i]!;
    if (known) {
      const pullQuote = known.rule === ASIDE && line.block.type === 'quote';
      if (pullQuote) out[i] = relabel(out[i]!, verdict('body', 'pull-quote'));
      continue;
    }
    const edge = i < bodyStart + EDGE_BLOCKS || i >= bodyEnd - EDGE_BLOCKS;
    const opening = i === bodyStart && !hasSubtitle && title >= 0;
    const found =
      (parted && i > bodyStart ? ofBox(out[i - 1]!, out[i]!) : null) ??
      (edge && byline !== undefined ? ofAuthor(line, byline) : null) ??
      (opening && opensWithSubtitle(lines, i, context) ? verdict('subtitle', 'set-off') : null) ??
      ofText(out[i]!, html);
    out[i] = relabel(out[i]!, found);
  }
  return out;
}

/** Most paragraphs have a blank line above them, so that one without belongs to what it stands under. */
function isParted(body: readonly LabelledLine[]): boolean {
  const prose = body.filter((item) => item.line.isProse);
  const parted = prose.filter((item) => item.line.block.context.gap > 0);
  return parted.length >= prose.length * MIN_PARTED_SHARE;
}

/** A sentence right below a box's heading belongs to the box. */
function ofBox(before: LabelledLine, item: LabelledLine): Verdict | null {
  const box = before.verdict?.label;
  if (!box || !BOXES_WITH_TEXT.has(box) || !isGlued(before, item)) return null;
  return verdict(box, 'under-boilerplate');
}

function ofAuthor(line: Line, byline: Line): Verdict | null {
  if (isBiography(line, byline)) return verdict('author-bio', 'biography-of-byline');
  const repeated = line.key !== '' && byline.key.endsWith(line.key);
  return repeated ? verdict('duplicate-byline', 'repeated-byline') : null;
}

function ofText({ line }: LabelledLine, html: boolean): Verdict {
  if (line.isProse) return verdict('body', 'prose-range');
  return html && line.block.context.linkShare > MAX_LINK_SHARE
    ? verdict('related', 'links-in-body')
    : verdict('body', 'short-in-range');
}
