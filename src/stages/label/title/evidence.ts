import type { Labelled } from '../../../document/document.ts';
import { type Site, siteOf } from '../../../recognize/site.ts';
import { keyOf } from '../../../text/tokens.ts';

const SECTION_FACTS = new Set(['article:section', 'articleSection', 'section']);
const MIN_TITLE_KEY = 6;
const MAX_TITLE_LENGTH = 300;
const COPYRIGHT_WORDS = /©|\(c\)|copyright|all rights reserved|\d{4}|[.,|–—-]/gi;

/** The outlet's names: metadata, the address, copyright lines. */
export function siteOfPage({ facts, blocks, origin }: Labelled): Site {
  const names = blocks
    .filter((block) => block.spans[0]?.label === 'copyright')
    .map((block) => block.copy.text.replace(COPYRIGHT_WORDS, ' '));
  return siteOf(facts, [origin.url], names);
}

/** Keys of the section as the page states it. */
export function sectionKeys({ facts, blocks }: Labelled): Set<string> {
  const keys = facts
    .filter((fact) => SECTION_FACTS.has(fact.name))
    .map((fact) => keyOf(fact.value));
  for (const block of blocks) {
    for (const span of block.spans) {
      if (span.label !== 'section' && span.label !== 'breadcrumb') continue;
      const key = keyOf(block.copy.text.slice(span.start, span.end));
      // Several words over the headline are as often its lead.
      if (span.rule !== 'line-over-title' || !key.includes(' ')) keys.push(key);
    }
  }
  return new Set(keys.filter((key) => key !== ''));
}

/** Keys of a plain text's other lines that are as long as titles are: one of them may say the title again. */
export function otherLines({ blocks }: Labelled, main: number): string[] {
  return blocks
    .filter((block, i) => i !== main && block.copy.text.length < MAX_TITLE_LENGTH)
    .map((block) => keyOf(block.copy.text))
    .filter((key) => key.length >= MIN_TITLE_KEY);
}

/** Keys of top headings that a page holds but does not show: its own copy of the title. */
export function hiddenHeadings({ blocks }: Labelled): string[] {
  return blocks
    .filter(({ type, level, context }) => type === 'heading' && level === 1 && context.hidden)
    .map((block) => keyOf(block.copy.text))
    .filter((key) => key.length >= MIN_TITLE_KEY);
}
