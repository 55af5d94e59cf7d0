import type { Fact, Labelled } from '../../document.ts';
import { keyOf } from '../../tokens.ts';

const TITLE_FACTS = new Set([
  'og:title',
  'twitter:title',
  'headline',
  'dc.title',
  'sailthru.title',
  'parsely-title',
]);
const SITE_FACTS = new Set([
  'og:site_name',
  'publisher',
  'application-name',
  'apple-mobile-web-app-title',
  'twitter:site',
  'dc.publisher',
]);
const SECTION_FACTS = new Set(['article:section', 'articleSection', 'section']);
const WWW = /^www\./;
const MIN_TITLE_KEY = 6;
const COPYRIGHT_WORDS = /©|\(c\)|copyright|all rights reserved|\d{4}|[.,|–—-]/gi;

/** Facts that state the title, in the order in which they are trusted. */
export function titleFacts(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter((fact) => TITLE_FACTS.has(fact.name));
}

/** Keys of the outlet's names: metadata, the address's host, copyright lines. */
export function siteKeys({ facts, blocks, origin }: Labelled): Set<string> {
  const keys = new Set(
    facts.filter((fact) => SITE_FACTS.has(fact.name)).map((fact) => keyOf(fact.value)),
  );
  for (const address of [
    origin.url,
    ...facts.filter((f) => f.name === 'canonical' || f.name === 'og:url').map((f) => f.value),
  ]) {
    for (const name of hostNames(address)) keys.add(keyOf(name));
  }
  for (const block of blocks) {
    if (block.spans[0]?.label === 'copyright')
      keys.add(keyOf(block.copy.text.replace(COPYRIGHT_WORDS, ' ')));
  }
  keys.delete('');
  return keys;
}

/** Keys of the section as the page states it. */
export function sectionKeys({ facts, blocks }: Labelled): Set<string> {
  const keys = facts
    .filter((fact) => SECTION_FACTS.has(fact.name))
    .map((fact) => keyOf(fact.value));
  for (const block of blocks) {
    for (const span of block.spans) {
      if (span.label === 'section' || span.label === 'breadcrumb') {
        keys.push(keyOf(block.copy.text.slice(span.start, span.end)));
      }
    }
  }
  return new Set(keys.filter((key) => key !== ''));
}

/** Keys of other copies of the title: metadata, and lines of the page that are as long as titles are. */
export function otherTitles(labelled: Labelled, main: number): Set<string> {
  const keys = titleFacts(labelled.facts).map((fact) => keyOf(fact.value));
  labelled.blocks.forEach((block, i) => {
    if (i !== main && block.copy.text.length < 300) keys.push(keyOf(block.copy.text));
  });
  return new Set(keys.filter((key) => key.length >= MIN_TITLE_KEY));
}

function hostNames(address: string | undefined): string[] {
  if (!address || !URL.canParse(address)) return [];
  const host = new URL(address).hostname.replace(WWW, '');
  return [host, host.split('.')[0]!];
}
