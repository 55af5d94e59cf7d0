import { cutsOf } from '../../../recognize/separators.ts';
import type { Site } from '../../../recognize/site.ts';
import { keyOf } from '../../../text/tokens.ts';
import type { Line } from '../../read/line.ts';
import type { PageFacts } from '../../read/page-facts.ts';
import type { LabelledLine } from '../labelled-line.ts';
import { inPageHeader } from '../regions/page-header.ts';

// Set by hand on the open benchmark's pages. UTF-16 units of a title in the metadata, `Line.weight` of one in the text,
// characters of a key; then scores, and blocks.
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
const NEAR_BLOCKS = 200;
// A kicker may stand between.
const MAX_BELOW = 3;
const MAX_STRAY_WEIGHT = 20;

/** What a page says of its title outside its text. */
export interface SaidTitles {
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
 * heading or short block above the body that they repeat, else the `h1` nearest above the body; where the page says
 * nothing of its title, also its one heading of the highest level. Null when
 * only the `<title>` element or the metadata hold it. A heading that is the site's name is none.
 */
export function titleBlock(
  lines: readonly LabelledLine[],
  said: SaidTitles,
  bodyStart: number,
): number | null {
  let best = -1;
  let bestScore = ENOUGH;
  const top = topLevel(lines, said);
  lines.forEach((item, i) => {
    const score = scoreOf(item, i > bodyStart, said, top);
    if (score === null) return;
    const near = 1 - Math.min(1, Math.abs(bodyStart - i) / NEAR_BLOCKS);
    if (score + near < bestScore || (score + near === bestScore && best >= 0)) return;
    best = i;
    bestScore = score + near;
  });
  return best < 0 ? null : printedHeadline(lines, best, said);
}

/**
 * The heading right under an `h1` for search engines: the `h1` is what Open Graph says, the heading below it
 * is the headline of the JSON-LD. Else the `h1`.
 */
function printedHeadline(
  lines: readonly LabelledLine[],
  top: number,
  { shared, headline }: SaidTitles,
): number {
  const { key } = lines[top]!.line;
  if (!shared.includes(key) || headline.includes(key)) return top;
  const below = lines
    .slice(top + 1, top + 1 + MAX_BELOW)
    .findIndex(
      ({ line }) =>
        line.block.type === 'heading' && !line.block.context.hidden && headline.includes(line.key),
    );
  return below < 0 ? top : top + 1 + below;
}

/**
 * The level of headings on which a title stands: the first one, but that of a page's only heading of its highest level
 * where nothing else says a title.
 */
function topLevel(lines: readonly LabelledLine[], { facts, element }: SaidTitles): number {
  if (facts.length > 0 || element.length > 0) return 1;
  const levels = lines.flatMap(({ line: { block }, verdict }) =>
    block.type === 'heading' && !block.context.hidden && verdict === null ? [block.level ?? 6] : [],
  );
  const highest = Math.min(...levels);
  return levels.filter((level) => level === highest).length === 1 ? highest : 1;
}

/** How likely a block is the title, without its place; null for what cannot be. */
function scoreOf(
  { line, verdict }: LabelledLine,
  below: boolean,
  said: SaidTitles,
  top: number,
): number | null {
  const { block } = line;
  if (block.context.hidden || line.weight > MAX_WEIGHT || block.type === 'list-item') return null;
  const level = block.type === 'heading' ? (block.level ?? 6) : 7;
  if (level > top && below) return null;
  if (line.key === '') return null;
  const agreed = agreement(line.key, level < 7, said);
  // A line that is no heading and that nothing repeats never scores enough.
  if (agreed === 0 && level > 6) return null;
  if (agreed < BY_FACT && isNoTitle(line, said)) return null;
  const heading = level <= top ? H1 : level < 7 ? HEADING : 0;
  return agreed + heading - (below ? 2 : 0) - (verdict ? 1 : 0);
}

/** Index of the `<title>` element's block; null when the page has none. */
export function headTitle(lines: readonly LabelledLine[]): number | null {
  const i = lines.findIndex(({ line }) => line.block.context.element?.tag === 'title');
  return i < 0 ? null : i;
}

/** Reads what a page says of its title outside its text. */
export function saidTitles(lines: readonly LabelledLine[], page: PageFacts): SaidTitles {
  const { site } = page;
  const keysOf = (value: string): string[] =>
    value.length > MAX_SAID_LENGTH ? [] : [keyOf(value), ...withoutSite(value, site).map(keyOf)];
  const titles = page.titles('headingProof');
  const stated = titles.flatMap(({ value }) => keysOf(value));
  const headline = titles.filter(
    ({ from, name }) => name === 'headline' && from.startsWith('json-ld'),
  );
  const shared = titles.filter(({ name }) => name === 'og:title');
  const head = headTitle(lines);
  const element = head === null ? [] : keysOf(lines[head]!.line.text);
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
function agreement(key: string, isHeading: boolean, { facts, element }: SaidTitles): number {
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
function isNoTitle(line: Line, { facts, words, site }: SaidTitles): boolean {
  if (site.proofOf(line.text) !== null) return true;
  if (facts.length === 0) return false;
  const shared = line.key.split(' ').some((word) => words.has(word));
  return !shared && (line.weight <= MAX_STRAY_WEIGHT || inPageHeader(line.block, undefined));
}
