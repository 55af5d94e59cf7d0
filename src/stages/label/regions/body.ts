import { keyOf } from '../../../text/tokens.ts';
import { isProse } from '../../read/shape.ts';
import { type Judged, type Verdict, verdict } from '../verdict.ts';
import { isBiography } from './biography.ts';
import { isGlued } from './boilerplate-names.ts';
import type { HeadContext } from './head.ts';
import { opensWithSubtitle } from './subtitle.ts';

const MAX_LINK_SHARE = 0.6;
const EDGE_BLOCKS = 2;
const MIN_PARTED_SHARE = 0.8;
const BOXES: ReadonlySet<string> = new Set([
  'newsletter',
  'subscription',
  'cookie-consent',
  'login',
  'comment-form',
]);

/** Judges the blocks of the body's stretch: what no rule has named is body, but for what its place tells. */
export function judgeBody(
  judged: readonly Judged[],
  context: HeadContext,
  bodyEnd: number,
): Judged[] {
  const { bodyStart, html, title } = context;
  const byline = judged.find((item) => item.verdict?.label === 'byline')?.block.copy.text;
  const hasSubtitle = judged.some((item) => item.verdict?.label === 'subtitle');
  const parted = !html && isParted(judged.slice(bodyStart, bodyEnd));
  const out = [...judged];
  for (let i = bodyStart; i < bodyEnd; i++) {
    const { block, verdict: known } = out[i]!;
    if (known) {
      const pullQuote = known.rule === 'tag:aside' && block.type === 'quote';
      if (pullQuote) out[i] = { block, verdict: verdict('body', 'pull-quote', 0.75) };
      continue;
    }
    const edge = i < bodyStart + EDGE_BLOCKS || i >= bodyEnd - EDGE_BLOCKS;
    const opening = i === bodyStart && !hasSubtitle && title >= 0;
    const found =
      (parted && i > bodyStart ? ofBox(out[i - 1]!, out[i]!) : null) ??
      (edge && byline !== undefined ? ofAuthor(block.copy.text, byline) : null) ??
      (opening && opensWithSubtitle(judged, i, context)
        ? verdict('subtitle', 'set-off', 0.75)
        : null) ??
      ofText(out[i]!, html);
    out[i] = { block, verdict: found };
  }
  return out;
}

/** Most paragraphs have a blank line above them, so that one without belongs to what it stands under. */
function isParted(body: readonly Judged[]): boolean {
  const prose = body.filter((item) => isProse(item.block));
  const parted = prose.filter((item) => item.block.context.gap > 0);
  return parted.length >= prose.length * MIN_PARTED_SHARE;
}

/** A sentence right below a box's heading belongs to the box. */
function ofBox(before: Judged, item: Judged): Verdict | null {
  const box = before.verdict?.label;
  if (!box || !BOXES.has(box) || !isGlued(before, item)) return null;
  return verdict(box, 'under-furniture', 0.75);
}

function ofAuthor(text: string, byline: string): Verdict | null {
  if (isBiography(text, byline)) return verdict('author-bio', 'biography-of-byline', 0.85);
  const repeated = keyOf(text) !== '' && keyOf(byline).endsWith(keyOf(text));
  return repeated ? verdict('duplicate-byline', 'repeated-byline', 0.85) : null;
}

function ofText({ block }: Judged, html: boolean): Verdict {
  const prose = isProse(block);
  if (html && block.context.linkShare > MAX_LINK_SHARE && !prose) {
    return verdict('related', 'links-in-body', 0.7);
  }
  return verdict('body', 'prose-range', prose ? 0.9 : 0.75);
}
