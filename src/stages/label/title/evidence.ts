import type { LabelledBlock } from '../../../document/document.ts';
import { SITE_SPEAKS } from '../../../document/label-sets.ts';
import type { RuleName } from '../../../document/rules.ts';
import { keyOf } from '../../../text/tokens.ts';
import type { Line } from '../../read/line.ts';
import type { PageFacts } from '../../read/page-facts.ts';

// Several words over the headline are as often its lead.
const OVER_TITLE: RuleName = 'line-over-title';
// UTF-16 units, set by hand.
const MIN_TITLE_KEY = 6;
const MIN_KEY_IN_BODY = 20;
/** Lines below the title. */
const NEAR = 8;
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
 * the body says a part of it as often as not, unless it stands near and no sentence above it.
 */
export function otherLines(
  lines: readonly Line[],
  blocks: readonly LabelledBlock[],
  main: number,
): string[] {
  const sentence = lines.findIndex((line, i) => i > main && line.endsSentence);
  const end = Math.min(main + NEAR + 1, sentence < 0 ? lines.length : sentence);
  const mayRepeat = (line: Line, i: number): boolean =>
    i !== main &&
    line.text.length < MAX_TITLE_LENGTH &&
    (!isBody(blocks[i]!) || (i > main && i < end && line.key.length >= MIN_KEY_IN_BODY));
  return lines
    .filter(mayRepeat)
    .map((line) => line.key)
    .filter((key) => key.length >= MIN_TITLE_KEY);
}

/** Keys of a plain text's lines in which its site speaks of itself. */
export function boilerplateKeys(
  lines: readonly Line[],
  blocks: readonly LabelledBlock[],
): string[] {
  return lines.flatMap((line, i) => {
    const label = blocks[i]!.spans[0]?.label;
    return label !== undefined && SITE_SPEAKS.has(label) ? line.key : [];
  });
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
