import type { LabelledBlock } from '../../../document/document.ts';
import type { RuleName } from '../../../document/rules.ts';
import { keyOf } from '../../../text/tokens.ts';
import type { Line } from '../../read/line.ts';
import type { PageFacts } from '../../read/page-facts.ts';

// Several words over the headline are as often its lead.
const OVER_TITLE: RuleName = 'line-over-title';
const MIN_TITLE_KEY = 6;
const MAX_TITLE_LENGTH = 300;

/** Keys of the section as the page states it. */
export function sectionKeys(page: PageFacts, blocks: readonly LabelledBlock[]): Set<string> {
  const keys = page.listed('sectionProof').map((fact) => keyOf(fact.value));
  for (const block of blocks) {
    for (const span of block.spans) {
      if (span.label !== 'section' && span.label !== 'breadcrumb') continue;
      const key = keyOf(block.copy.text.slice(span.start, span.end));
      if (span.rule !== OVER_TITLE || !key.includes(' ')) keys.push(key);
    }
  }
  return new Set(keys.filter((key) => key !== ''));
}

/**
 * Keys of a plain text's other lines that are as long as titles are: one of them may say the title again. A heading of
 * the body says a part of it as often as not.
 */
export function otherLines(
  lines: readonly Line[],
  blocks: readonly LabelledBlock[],
  main: number,
): string[] {
  return lines
    .filter((line, i) => i !== main && line.text.length < MAX_TITLE_LENGTH && !isBody(blocks[i]!))
    .map((line) => line.key)
    .filter((key) => key.length >= MIN_TITLE_KEY);
}

/** Keys of top headings that a page holds but does not show: its own copy of the title. */
export function hiddenHeadings(lines: readonly Line[]): string[] {
  return lines
    .filter(({ block }) => block.type === 'heading' && block.level === 1 && block.context.hidden)
    .map((line) => line.key)
    .filter((key) => key.length >= MIN_TITLE_KEY);
}

function isBody({ spans }: LabelledBlock): boolean {
  return spans.some(({ label }) => label === 'body');
}
