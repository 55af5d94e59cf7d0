import type { Document } from '../../document/document.ts';
import type { SiteLines, SiteMemory } from './site-memory.ts';

const ADDRESS_FACTS: readonly string[] = ['canonical', 'og:url'];
const WWW = /^www\./;

/** The lines of a page as they are compared: one a block, without what is not shown. */
export function linesOf({ blocks }: Pick<Document, 'blocks'>): string[] {
  return blocks.map(({ copy, context }) => (context.hidden ? '' : copy.text));
}

/**
 * The site that an input came from: the host of its address, else of the one that the page gives itself, else what the
 * row says in `site`; null where nothing does.
 */
function siteNameOf({ origin, facts }: Pick<Document, 'origin' | 'facts'>): string | null {
  const addresses = [
    origin.url,
    ...facts.filter(({ name }) => ADDRESS_FACTS.includes(name)).map(({ value }) => value),
  ];
  for (const address of addresses) {
    const host = address !== undefined && URL.canParse(address) ? new URL(address).hostname : '';
    if (host !== '') return host.replace(WWW, '');
  }
  const stated = origin.extra?.['site'];
  return typeof stated === 'string' && stated !== '' ? stated : null;
}

/** Pages of a site from which on it says which lines are repeated. */
const LEAST_PAGES = 2;

/** What is known of the pages of a document's site; null where the site is not known or none but this page of it is. */
export function siteLinesOf(
  memory: SiteMemory,
  document: Pick<Document, 'origin' | 'facts'>,
): SiteLines | null {
  const site = siteNameOf(document);
  const known = site === null ? null : memory.of(site);
  return known !== null && known.pages >= LEAST_PAGES ? known : null;
}

/** Counts the lines of a document whose site is known. */
export function learnDocument(
  memory: SiteMemory,
  document: Pick<Document, 'origin' | 'facts' | 'blocks'>,
): void {
  const site = siteNameOf(document);
  if (site !== null) memory.learn(site, linesOf(document));
}
