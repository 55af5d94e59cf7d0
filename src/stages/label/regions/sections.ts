import { withSpans } from '../../../document/blocks.ts';
import type { LabelledBlock, Span } from '../../../document/document.ts';
import type { RuleName } from '../../../document/rules.ts';
import { relabelSpan, spanOf } from '../../../document/spans.ts';
import { CRUMB_SEPARATOR } from '../../../recognize/crumbs.ts';
import type { PhraseMatcher } from '../../../recognize/phrases/index.ts';
import { keyOf } from '../../../text/tokens.ts';

const WORDS: RuleName = 'words-of-phrases';

/** Where a section's name stands. */
interface SectionPlace {
  readonly block: number;
  readonly span: number;
}

/**
 * Leaves one span that names the section: the first below the title, else the last crumb of a breadcrumb,
 * else the last line above the title that is a section's name. The others are navigation.
 */
export function withOneSection(
  blocks: readonly LabelledBlock[],
  title: number,
  phrases: PhraseMatcher,
): LabelledBlock[] {
  const titleKey = keyOf(blocks[title]?.copy.text ?? '');
  const parted = blocks.map((block) => withCrumbs(block));
  const sections = find(parted, 'section');
  const crumbs = find(parted, 'breadcrumb').filter(({ block, span }) => {
    // What only shares words with breadcrumbs is a menu: `Home News Sport`.
    if (parted[block]!.spans[span]!.rule === WORDS) return false;
    const text = spanText(parted[block]!, span);
    return !isPartOf(text, titleKey) && phrases(text) === null;
  });
  const kept = sections.find(({ block }) => block > title) ?? crumbs.at(-1) ?? sections.at(-1);
  return parted.map((block, i) => {
    if (kept?.block !== i && !block.spans.some((span) => span.label === 'section')) return block;
    const spans = block.spans.map((span, k): Span => {
      if (kept?.block === i && kept.span === k) {
        return span.label === 'section' ? span : relabelSpan(span, 'section', 'last-crumb');
      }
      return span.label === 'section' ? relabelSpan(span, 'navigation', 'other-section') : span;
    });
    return withSpans(block, spans, block.type);
  });
}

function find(blocks: readonly LabelledBlock[], label: string): SectionPlace[] {
  const found: SectionPlace[] = [];
  blocks.forEach((block, i) => {
    block.spans.forEach((span, k) => {
      if (span.label === label && !span.syntax) found.push({ block: i, span: k });
    });
  });
  return found;
}

function spanText(block: LabelledBlock, span: number): string {
  const { start, end } = block.spans[span]!;
  return block.copy.text.slice(start, end);
}

function isPartOf(crumb: string, titleKey: string): boolean {
  const key = keyOf(crumb);
  return key === '' || (titleKey !== '' && titleKey.startsWith(key));
}

/** `Home > World > Asia` in one line: each crumb becomes a span of its own. */
function withCrumbs(block: LabelledBlock): LabelledBlock {
  const [span] = block.spans;
  if (block.spans.length !== 1 || span?.label !== 'breadcrumb') return block;
  const { text } = block.copy;
  const spans: Span[] = [];
  let start = 0;
  for (const separator of text.matchAll(CRUMB_SEPARATOR)) {
    const end = separator.index + separator[0].length;
    spans.push(
      spanOf(span, start, separator.index, false),
      spanOf(span, separator.index, end, true),
    );
    start = end;
  }
  if (spans.length === 0) return block;
  spans.push(spanOf(span, start, span.end, false));
  return withSpans(block, spans, block.type);
}
