import { namesPart } from '../../../../recognize/class-names.ts';
import type { Sequence } from '../sequence.ts';
import { FeatureTable } from './feature-table.ts';
import { bodyFeatures } from './page-body.ts';
import {
  blockAt,
  bodySpan,
  countOf,
  ifBody,
  isBody,
  isLinked,
  isUnsure,
  type PageView,
  sum,
  viewOf,
  wordsAt,
} from './page-view.ts';

const TYPES = {
  article:
    /(?:news|report|blog|opinion|analysis|live|scholarly|tech)?(?:article|posting|coverage)$/i,
  product: /product|offer|store|itempage/i,
  list: /itemlist|collection|searchresults|offercatalog|profilepage/i,
} as const;
const SHOP = /^(?:product:|og:price|twitter:label1)/;
/** Facts of a kind are counted up to this: more say nothing more. Set by hand; the weights were trained on it. */
const MOST_FACTS = 3;
/** Words, so that a page with hardly any body is not all unsure. Set by hand; the weights were trained on it. */
const SOME_BODY = 20;
const WORD_BREAK = /[-_+.]|%20/;
const NOT_DIGIT = /\D+/g;
const DATED = /(?:19|20)\d\d[/-]?\d\d/;
const isListing = namesPart('listing');
const isSingle = namesPart('single');

/** A feature: its name, by which the weights know it, and its value. */
type PageFeature = readonly [name: string, value: (view: PageView) => number];

/** How much of the page is body, and how sure that is. */
const MASS: readonly PageFeature[] = [
  ['mass', (view) => Math.log1p(sum(view, (i) => view.scores[i]! * wordsAt(view, i)))],
  ['body', ({ bodyWords }) => Math.log1p(bodyWords)],
  ['bodyShare', ({ bodyWords, words }) => bodyWords / words],
  ['blocks', ({ blocks }) => blocks],
  ['blockShare', ({ blocks, some }) => blocks / some],
  ['items', ({ sequence }) => Math.log1p(sequence.items.length)],
  ['words', ({ words }) => Math.log(words)],
  ['most', ({ scores }) => scores.reduce((a, b) => Math.max(a, b), 0)],
  ['mean', meanScore],
  ['unsure', (view) => unsureWords(view) / (view.bodyWords + SOME_BODY)],
  ['bodyWords', ({ bodyWords, blocks }) => bodyWords / (blocks + 1)],
];

/** What body and page are made of, and where the body lies. */
const MAKE: readonly PageFeature[] = [
  ['bodyStops', (view) => bodyStops(view) / (view.blocks + 1)],
  ['bodyLists', (view) => bodyLists(view) / (view.blocks + 1)],
  ['proseBlocks', (view) => sum(view, (i) => view.sequence.prose[i]!)],
  ['proseOutside', (view) => proseOutside(view) / view.words],
  ['linked', (view) => linkedWords(view) / view.words],
  ['headings', (view) => countOf(view, (i) => isHeading(view, i)) / view.some],
  ['digits', (view) => sum(view, (i) => view.sequence.counts[i]!.digits) / view.words],
  ['runs', (view) => countOf(view, (i) => isBody(view, i) && !isBody(view, i - 1))],
  ['span', (view) => view.blocks / bodySpan(view)],
  ['range', ({ sequence: { start, end }, some }) => (end - start) / some],
  ['title', ({ sequence: { title }, some }) => (title < 0 ? -1 : title / some)],
];

/** What the page says that it is. */
const STATED: readonly PageFeature[] = [
  ['type:article', (view) => factsOfType(view, TYPES.article)],
  ['type:product', (view) => factsOfType(view, TYPES.product)],
  ['type:list', (view) => factsOfType(view, TYPES.list)],
  ['og', ({ sequence }) => openGraph(sequence.page.named('og:type')[0]?.value ?? '')],
  ['dates', ({ sequence }) => Math.min(MOST_FACTS, sequence.page.listed('modelDate').length)],
  ['shop', ({ sequence }) => sequence.page.all.filter(({ name }) => SHOP.test(name)).length],
  ['authors', ({ sequence }) => Math.min(MOST_FACTS, sequence.page.listed('modelAuthor').length)],
];

/** What the page's address looks like, and what its body element is called. */
const NAMED: readonly PageFeature[] = [
  ['slug', (view) => (view.address === '' ? -1 : slugOf(view).split(WORD_BREAK).length)],
  ['slugLength', (view) => slugOf(view).length],
  ['depth', ({ address, segments }) => (address === '' ? -1 : segments.length)],
  ['pathDigits', ({ path }) => path.replace(NOT_DIGIT, '').length],
  ['pathDate', ({ path }) => (DATED.test(path) ? 1 : 0)],
  ['pathList', ({ path }) => (isListing(path) ? 1 : 0)],
  ['bodyList', ({ names }) => (isListing(names) ? 1 : 0)],
  ['bodySingle', ({ names }) => (isSingle(names) ? 1 : 0)],
];

/** What shops and lists of articles have much of, and what they have little of. */
const LISTS: readonly PageFeature[] = [
  ['prices', ({ prices }) => Math.log1p(prices)],
  ['priceShare', ({ prices, some }) => prices / some],
  ['linkedBlocks', (view) => countOf(view, (i) => isLinked(view, i)) / view.some],
  ['linkedHeadings', (view) => countOf(view, (i) => isHeading(view, i) && isLinked(view, i))],
  ['firstHeadings', (view) => countOf(view, (i) => isFirstHeading(view, i))],
  ['longest', (view) => Math.log1p(longestBody(view))],
];

const PAGE_FEATURES: readonly PageFeature[] = [...MASS, ...MAKE, ...STATED, ...NAMED, ...LISTS];

/**
 * One row of what a whole page is like, for telling whether it holds an article.
 *
 * @param known the features of the page's items.
 * @param scores for each item the score of being body, 0 to 1.
 */
export function pageFeatures(
  sequence: Sequence,
  known: FeatureTable,
  scores: Float32Array,
): FeatureTable {
  const table = new FeatureTable(1);
  const put = (name: string, value: number) => {
    table.add(name)[0] = value;
  };
  const view = viewOf(sequence, scores);
  for (const [name, value] of PAGE_FEATURES) put(name, value(view));
  bodyFeatures(sequence, known, scores, put);
  return table;
}

/** The mean score of the body's words. */
function meanScore(view: PageView): number {
  const all = sum(view, (i) => ifBody(view, i, view.scores[i]! * wordsAt(view, i)));
  return all / (view.bodyWords + 1);
}

function unsureWords(view: PageView): number {
  return sum(view, (i) => (isUnsure(view, i) ? wordsAt(view, i) : 0));
}

function bodyStops(view: PageView): number {
  return sum(view, (i) => ifBody(view, i, view.sequence.counts[i]!.stops));
}

function bodyLists(view: PageView): number {
  return countOf(view, (i) => blockAt(view, i).type === 'list-item' && isBody(view, i));
}

/** Words of prose, each counted by how likely it is none of the body. */
function proseOutside(view: PageView): number {
  const { sequence, scores } = view;
  return sum(view, (i) => sequence.prose[i]! * (1 - scores[i]!) * wordsAt(view, i));
}

function linkedWords(view: PageView): number {
  return sum(view, (i) => wordsAt(view, i) * blockAt(view, i).context.linkShare);
}

function isHeading(view: PageView, i: number): boolean {
  return blockAt(view, i).type === 'heading';
}

function isFirstHeading(view: PageView, i: number): boolean {
  return isHeading(view, i) && blockAt(view, i).level === 1;
}

/** Words of the longest item that counts as body. */
function longestBody(view: PageView): number {
  const { items } = view.sequence;
  return items.reduce((most, _, i) => Math.max(most, ifBody(view, i, wordsAt(view, i))), 0);
}

function factsOfType({ sequence }: PageView, type: RegExp): number {
  const found = sequence.page.all.filter((fact) => fact.type !== undefined && type.test(fact.type));
  return Math.min(MOST_FACTS, found.length);
}

/** What Open Graph says: -1 nothing, 0 a product, 2 an article, 1 something else. */
function openGraph(type: string): number {
  if (type === '') return -1;
  if (TYPES.article.test(type)) return 2;
  return TYPES.product.test(type) ? 0 : 1;
}

function slugOf({ segments }: PageView): string {
  return segments.at(-1) ?? '';
}
