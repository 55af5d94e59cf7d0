import type { Block, Fact } from '../../../document/document.ts';
import { cutsOf } from '../../../recognize/separators.ts';
import { type Site, siteOf } from '../../../recognize/site.ts';
import { keyOf } from '../../../text/tokens.ts';
import { weightOf } from '../../read/shape.ts';
import { inPageHeader } from '../regions/page-header.ts';
import type { Judged } from '../verdict.ts';

const HEADLINE_FACTS = new Set([
  'og:title',
  'twitter:title',
  'headline',
  'title',
  'dc.title',
  'sailthru.title',
  'parsely-title',
]);
const PART_OF_PAGE = /\/(?:liveBlogUpdate|itemListElement|hasPart)\//;
const MAX_SAID_LENGTH = 500;
const MAX_WEIGHT = 400;
const MIN_KEY_LENGTH = 8;
// A heading that the metadata repeat outranks an `h1` that a part of them is.
const BY_FACT = 6;
const BY_ELEMENT = 4;
const BY_BOTH = 0.5;
const BY_PART = 3.2;
const H1 = 3;
const HEADING = 0.5;
const ENOUGH = 2;
// A kicker may stand between.
const MAX_BELOW = 3;
const MAX_STRAY_WEIGHT = 20;

/** What a page says of its title outside its text. */
interface Said {
  /** Keys of titles in the metadata, with and without the site's name. */
  readonly facts: readonly string[];
  /** Keys of the `<title>` element, with and without the site's name. */
  readonly element: readonly string[];
  /** Those of the facts that are the JSON-LD's headline, and those that are Open Graph's. */
  readonly headline: readonly string[];
  readonly shared: readonly string[];
  /** Words of all of them. */
  readonly words: ReadonlySet<string>;
  readonly site: Site;
}

/**
 * The block of a page that is its title: an `h1` that the page's own title or metadata repeat, else another
 * heading or short block above the body that they repeat, else the `h1` nearest above the body. Null when
 * only the `<title>` element or the metadata hold it. A heading that is the site's name is none.
 */
export function titleBlock(
  judged: readonly Judged[],
  facts: readonly Fact[],
  bodyStart: number,
): number | null {
  const said = saidTitles(judged, facts);
  const candidates = judged.flatMap((item, i) => {
    const score = scoreOf(item, i > bodyStart, said);
    const near = 1 - Math.min(1, Math.abs(bodyStart - i) / 200);
    return score === null ? [] : [{ i, score: score + near }];
  });
  const best = candidates.reduce<{ i: number; score: number } | null>(
    (a, b) => (a && a.score >= b.score ? a : b),
    null,
  );
  return best && best.score >= ENOUGH ? printedHeadline(judged, best.i, said) : null;
}

/**
 * The heading right under an `h1` for search engines: the `h1` is what Open Graph says, the heading below it
 * is the headline of the JSON-LD. Else the `h1`.
 */
function printedHeadline(
  judged: readonly Judged[],
  top: number,
  { shared, headline }: Said,
): number {
  const key = keyOf(judged[top]!.block.copy.text);
  if (!shared.includes(key) || headline.includes(key)) return top;
  const below = judged
    .slice(top + 1, top + 1 + MAX_BELOW)
    .findIndex(
      ({ block }) =>
        block.type === 'heading' &&
        !block.context.hidden &&
        headline.includes(keyOf(block.copy.text)),
    );
  return below < 0 ? top : top + 1 + below;
}

/** How likely a block is the title, without its place; null for what cannot be. */
function scoreOf({ block, verdict }: Judged, below: boolean, said: Said): number | null {
  const { text } = block.copy;
  if (block.context.hidden || weightOf(text) > MAX_WEIGHT || block.type === 'list-item')
    return null;
  const level = block.type === 'heading' ? (block.level ?? 6) : 7;
  if (level > 1 && below) return null;
  if (keyOf(text) === '') return null;
  const agreed = agreement(keyOf(text), level < 7, said);
  // A line that is no heading and that nothing repeats never scores enough.
  if (agreed === 0 && level > 6) return null;
  if (agreed < BY_FACT && isNoTitle(block, said)) return null;
  const heading = level === 1 ? H1 : level < 7 ? HEADING : 0;
  return agreed + heading - (below ? 2 : 0) - (verdict ? 1 : 0);
}

/** Index of the `<title>` element's block; null when the page has none. */
export function headTitle(judged: readonly Judged[]): number | null {
  const i = judged.findIndex(({ block }) => block.context.element?.tag === 'title');
  return i < 0 ? null : i;
}

function saidTitles(judged: readonly Judged[], facts: readonly Fact[]): Said {
  const site = siteOf(facts, []);
  const keysOf = (value: string): string[] =>
    value.length > MAX_SAID_LENGTH ? [] : [keyOf(value), ...withoutSite(value, site).map(keyOf)];
  const titles = facts.filter(
    ({ name, from }) => HEADLINE_FACTS.has(name) && !PART_OF_PAGE.test(from),
  );
  const stated = titles.flatMap(({ value }) => keysOf(value));
  const headline = titles.filter(
    ({ from, name }) => name === 'headline' && from.startsWith('json-ld'),
  );
  const shared = titles.filter(({ name }) => name === 'og:title');
  const head = headTitle(judged);
  const element = head === null ? [] : keysOf(judged[head]!.block.copy.text);
  const words = new Set([...stated, ...element].flatMap((key) => key.split(' ')));
  return {
    facts: stated,
    element,
    headline: headline.flatMap(({ value }) => keysOf(value)),
    shared: shared.flatMap(({ value }) => keysOf(value)),
    words,
    site,
  };
}

/** The title without the site's name at its end or its start. */
function withoutSite(title: string, site: Site): string[] {
  const cuts = cutsOf(title);
  const last = cuts.findLast(({ end }) => site.proofOf(title.slice(end)) !== null);
  const first = cuts.find(({ start }) => site.proofOf(title.slice(0, start)) !== null);
  return [
    ...(last ? [title.slice(0, last.start)] : []),
    ...(first ? [title.slice(first.end)] : []),
  ];
}

/** How far the metadata and the `<title>` element say the text again. */
function agreement(key: string, isHeading: boolean, { facts, element }: Said): number {
  if (key.length < MIN_KEY_LENGTH) return 0;
  const both = facts.includes(key) && element.includes(key) ? BY_BOTH : 0;
  if (facts.includes(key)) return BY_FACT + both;
  if (element.includes(key)) return BY_ELEMENT;
  const share = Math.max(0, ...[...facts, ...element].map((title) => shareOf(key, title)));
  // A line that is no heading and holds a few words of the title is more often a name or a topic.
  return share === 0 ? 0 : BY_PART * (isHeading ? 1 : share);
}

/** The share of a title that its start or end makes up; 0 where the key is neither. */
function shareOf(key: string, title: string): number {
  return title.startsWith(key) || title.endsWith(key) ? key.length / title.length : 0;
}

/** The site's name, or a few words that have none in common with what the page says of its title. */
function isNoTitle(block: Block, { facts, words, site }: Said): boolean {
  const { text } = block.copy;
  if (site.proofOf(text) !== null) return true;
  if (facts.length === 0) return false;
  const shared = keyOf(text)
    .split(' ')
    .some((word) => words.has(word));
  return !shared && (weightOf(text) <= MAX_STRAY_WEIGHT || inPageHeader(block, undefined));
}
