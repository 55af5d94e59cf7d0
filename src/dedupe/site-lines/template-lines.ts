import { createPhraseMatcher } from '../../recognize/phrases/index.ts';
import { lineKey, prefixKey, type SiteLines } from './site-memory.ts';

/** Why a line is the site's and not the article's. */
export type TemplateReason =
  /** It is repeated above or below the article. */
  | 'edge'
  /** It is repeated, and a phrase of boilerplate. */
  | 'phrase'
  /** What it begins with is repeated, and a phrase of boilerplate: `Read more: …`. */
  | 'prefix'
  /** It stands on most pages. */
  | 'frequent';

// All were set on the open benchmark, by cross-validation over its sites.

/** Pages on which a line must stand to be repeated. */
const REPEATED = 2;

// What stands between paragraphs and is no phrase must be on as many pages, and on such a share of them.
const OFTEN = 3;
const MOST = 0.6;

// A sentence that no phrase names is the article's unless it stands on as many pages, and on such a share of them.
const OFTEN_SENTENCE = 3;
const MOST_SENTENCE = 0.25;

/** UTF-16 units from which on a line is running text. */
const SENTENCE_LENGTH = 80;
const SENTENCE_END = /[.!?…。！？।؟]["'”’»」)]*$/u;

const phraseOf = createPhraseMatcher();

/**
 * Tells which lines of a page are the site's: they stand on other pages of it too. What an article may repeat, a
 * heading between paragraphs, a quotation, a sentence that is printed again in the next story, stays.
 *
 * @param site what is known of the site, this page included
 * @returns for each line why it is the site's, or null
 */
export function templateLines(
  lines: readonly string[],
  site: SiteLines,
): (TemplateReason | null)[] {
  const counts = lines.map((line) => site.countOf(lineKey(line)));
  const isArticle = lines.map((line, i) => isArticles(line, counts[i]!, site.pages));
  const first = isArticle.indexOf(true);
  const last = isArticle.lastIndexOf(true);
  return lines.map((line, i) => {
    const count = counts[i]!;
    if (count < REPEATED) return isPrefixed(line, site) ? 'prefix' : null;
    if (phraseOf(line) !== null) return 'phrase';
    if (first >= 0 && (i < first || i > last)) return 'edge';
    return count >= OFTEN && count >= MOST * site.pages ? 'frequent' : null;
  });
}

function isArticles(line: string, count: number, pages: number): boolean {
  if (line.length < SENTENCE_LENGTH && !SENTENCE_END.test(line)) return false;
  if (count >= OFTEN_SENTENCE && count >= MOST_SENTENCE * pages) return false;
  return phraseOf(line) === null;
}

function isPrefixed(line: string, site: SiteLines): boolean {
  const prefix = prefixKey(line);
  return prefix !== 0 && site.countOf(prefix) >= REPEATED && phraseOf(line) !== null;
}
