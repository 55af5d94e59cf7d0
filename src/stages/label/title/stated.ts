import type { Warning } from '../../../contract/article.ts';
import type { Fact } from '../../../document/document.ts';
import type { Site } from '../../../recognize/site.ts';
import { keyOf } from '../../../text/tokens.ts';
import { metaNames } from '../../read/meta-names.ts';
import type { PageFacts } from '../../read/page-facts.ts';
import type { AffixEvidence } from './affix-proofs.ts';
import { titleParts } from './affixes.ts';

const ARTICLE_TYPE = /article|posting|newsstory|report|review/i;
const LETTER = /\p{L}/u;
const CLOSING_TAG = /<\/[a-z]/i;
const TAG = /<\/?[a-z][^<>]{0,200}>/gi;
/** No headline is longer, in UTF-16 units. */
export const MAX_TITLE_LENGTH = 500;

/** A title as the page's metadata state it, its affixes taken off. */
export interface Stated {
  readonly fact: Fact;
  /** With its kicker, since an attribute has no place of its own for one. */
  readonly value: string;
  /** Keys of the value, with and without its kicker. */
  readonly keys: readonly string[];
}

/** The titles that a page's metadata state, the most trusted first; over-long ones give a warning instead. */
export function statedTitles(
  page: PageFacts,
  evidence: Omit<AffixEvidence, 'titles' | 'place'>,
): { titles: readonly Stated[]; warnings: readonly Warning[] } {
  const all = page.titles('title').filter(isOfArticle);
  const found = metaNames('title').flatMap((name) =>
    all.filter((fact) => fact.name === name).toSorted((a, b) => typeRank(a) - typeRank(b)),
  );
  const warnings = found
    .filter(({ value }) => value.length > MAX_TITLE_LENGTH)
    .map(
      ({ from, value }): Warning => ({
        code: 'structured-data',
        message: `expected a title in ${from}, found ${value.length} characters; it was ignored`,
      }),
    );
  const titles = found
    .filter(({ value }) => value.length <= MAX_TITLE_LENGTH)
    .map((fact): Stated => {
      const value = withoutTags(fact.value);
      const { kicker, title } = titleParts(value, {
        ...evidence,
        titles: new Set(),
        place: 'head',
      });
      const whole = value.slice(
        kicker ? Math.min(kicker.start, title.start) : title.start,
        title.end,
      );
      const keys = [whole, value.slice(title.start, title.end)].map(keyOf);
      return { fact, value: whole, keys: keys.filter((key) => key !== '') };
    })
    .filter(({ value, keys }) => keys.length > 0 && isTitle(value, evidence.site));
  return { titles, warnings };
}

/** Words, and not only the site's name. */
function isTitle(value: string, site: Site): boolean {
  return LETTER.test(value) && site.proofOf(value) === null;
}

/** Some systems put a headline's markup into its metadata. */
function withoutTags(value: string): string {
  return CLOSING_TAG.test(value) ? value.replace(TAG, '') : value;
}

/** The headline of something else than an article is not the page's. */
function isOfArticle({ type, name }: Fact): boolean {
  return name !== 'headline' || type === undefined || ARTICLE_TYPE.test(type);
}

function typeRank({ type }: Fact): number {
  return type === undefined ? 1 : 0;
}
