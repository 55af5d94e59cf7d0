import { lineKey, type SiteLines } from '../../../dedupe/site-lines/site-memory.ts';
import type { Sequence } from '../model/sequence.ts';

// By how much the log odds of a line as body change, in nats, by on how many pages of its site it stands; set on the open
// benchmark's plain texts and pages of sites with five pages or more, by weights that had not seen the site. Of the lines of
// texts that were scored .1 to .3, 29 % were the article's where they stood on one page, 8 to 15 % where on some, 1.5 % where
// on most. In a page that a line stands nowhere else says nothing more.

/** Pages of a site from which on it says something that a line stands on one alone. */
const KNOWN_PAGES = 5;
/** Pages on which a line must stand to be repeated: a copy of the article, or a heading, stands on fewer. */
const REPEATED_PAGES = 3;
/** Shares of the site's pages, 0 to 1. */
const SHARES = { some: 0.1, most: 0.6 } as const;
/** Nats. */
const SHIFTS = {
  none: { html: 0, text: 0 },
  onThisPage: { html: 0, text: 0.3 },
  onSome: { html: 0, text: -1.4 },
  onMost: { html: -3, text: -5 },
} as const;

/** The model's scores (0 to 1, one an item) in the light of what other pages of the site repeat; null: none is known. */
export function withSiteAdvice(
  { items, html }: Sequence,
  scores: Float32Array,
  site: SiteLines | null,
): Float32Array {
  if (site === null) return scores;
  const format = html ? 'html' : 'text';
  return scores.map((score, i) => {
    const kind = kindOf(site.countOf(lineKey(items[i]!.line.text)), site.pages);
    return 1 / (1 + (1 / score - 1) * Math.exp(-SHIFTS[kind][format]));
  });
}

function kindOf(count: number, pages: number): keyof typeof SHIFTS {
  if (count <= 1) return pages >= KNOWN_PAGES ? 'onThisPage' : 'none';
  if (count < REPEATED_PAGES || count < SHARES.some * pages) return 'none';
  return count < SHARES.most * pages ? 'onSome' : 'onMost';
}
