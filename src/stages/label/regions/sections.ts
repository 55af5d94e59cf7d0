import { withSpans } from '../../../document/blocks.ts';
import type { LabelledBlock, Span } from '../../../document/document.ts';
import type { RuleName } from '../../../document/rules.ts';
import { relabelSpan } from '../../../document/spans.ts';
import type { PhraseMatcher } from '../../../recognize/phrases/index.ts';
import { CRUMB_SEPARATOR } from '../../../recognize/separators.ts';
import { wordsOf } from '../../../text/shape.ts';
import { keyOf } from '../../../text/tokens.ts';

/** Words of a section's name, set by hand. */
const MAX_SECTION_WORDS = 4;
const WORDS: RuleName = 'words-of-phrases';

/** Blocks with one section at most, and what a breadcrumb says of it. */
export interface Sectioned {
  readonly blocks: readonly LabelledBlock[];
  /** The section that a breadcrumb names, which is boilerplate itself; null where none does. */
  readonly crumbSection: string | null;
}

/**
 * Leaves one span that names the section: the first below the title, else, where no breadcrumb names it, the last line
 * above the title that is a section's name. The others are navigation.
 *
 * @param title index of the title's block, or -1.
 */
export function withOneSection(
  blocks: readonly LabelledBlock[],
  title: number,
  phrases: PhraseMatcher,
): Sectioned {
  const sections = blocks.flatMap((block, i) =>
    block.spans.flatMap((span, k) =>
      span.label === 'section' && !span.syntax ? [{ block: i, span: k }] : [],
    ),
  );
  const crumbSection = lastCrumb(blocks, title, phrases);
  const above = crumbSection === null ? sections.at(-1) : undefined;
  const kept = sections.find(({ block }) => block > title) ?? above;
  const left = blocks.map((block, i) => {
    if (!block.spans.some((span) => span.label === 'section')) return block;
    const spans = block.spans.map((span, k): Span => {
      if (span.label !== 'section' || (kept?.block === i && kept.span === k)) return span;
      return relabelSpan(span, 'navigation', 'other-section');
    });
    return withSpans(block, spans, block.type);
  });
  return { blocks: left, crumbSection };
}

/**
 * What the last breadcrumb names last, beside the title: `Asia` of `Home > World > Asia`. Null where there is none.
 *
 * @param title index of the title's block, or -1.
 */
function lastCrumb(
  blocks: readonly LabelledBlock[],
  title: number,
  phrases: PhraseMatcher,
): string | null {
  const titleKey = keyOf(blocks[title]?.copy.text ?? '');
  for (let i = blocks.length - 1; i >= 0; i--) {
    const crumbs = crumbsOf(blocks[i]!);
    const crumb = crumbs.findLast(
      (text) => isShort(text) && !isPartOf(text, titleKey) && phrases(text) === null,
    );
    if (crumb !== undefined) return crumb;
  }
  return null;
}

/** The crumbs of a block. What only shares words with breadcrumbs is a menu: `Home News Sport`. */
function crumbsOf({ spans, copy }: LabelledBlock): string[] {
  return spans.flatMap(({ label, rule, syntax, start, end }) => {
    if (label !== 'breadcrumb' || rule === WORDS || syntax) return [];
    return copy.text.slice(start, end).split(CRUMB_SEPARATOR);
  });
}

/** Longer crumbs are the article's own title. */
function isShort(crumb: string): boolean {
  return wordsOf(crumb).length <= MAX_SECTION_WORDS;
}

function isPartOf(crumb: string, titleKey: string): boolean {
  const key = keyOf(crumb);
  return key === '' || (titleKey !== '' && titleKey.startsWith(key));
}
