import type { Stated } from '../../contract/input.ts';
import type { Fact } from '../../document/document.ts';
import { createFact } from '../../document/facts.ts';

/** What the sender of an input says of its article, as facts beside those of the page itself. */
export function statedFacts(stated: Stated | undefined): Fact[] {
  if (stated === undefined) return [];
  const { title, authors = [], published, site, language } = stated;
  const fact = (name: keyof Stated, value: string | undefined) =>
    value === undefined ? [] : [createFact(`stated.${name}`, `stated:${name}`, value, undefined)];
  return [
    ...fact('title', title),
    ...authors.flatMap((author) => fact('authors', author)),
    ...fact('published', published),
    ...fact('site', site),
    ...fact('language', language),
  ];
}
