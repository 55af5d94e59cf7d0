import { namesPart } from '../../../../recognize/class-names.ts';
import type { Sequence } from '../sequence.ts';
import { FeatureTable } from './feature-table.ts';
import { bodyFeatures } from './page-body.ts';

/**
 * Score, 0 to 1, above which a block counts as body. Set by hand; the weights were trained on it, so that another value
 * needs new ones.
 */
const SURE = 0.5;
const TYPES = {
  article:
    /(?:news|report|blog|opinion|analysis|live|scholarly|tech)?(?:article|posting|coverage)$/i,
  product: /product|offer|store|itempage/i,
  list: /itemlist|collection|searchresults|offercatalog|profilepage/i,
} as const;
const SHOP = /^(?:product:|og:price|twitter:label1)/;

const ORIGIN = /^[a-z]+:\/\/[^/]*/i;
const QUERY = /[?#].*$/;
const WORD_BREAK = /[-_+.]|%20/;
const NOT_DIGIT = /\D+/g;
const DATED = /(?:19|20)\d\d[/-]?\d\d/;
const isListing = namesPart('listing');
const isSingle = namesPart('single');
const PRICE = /[$€£¥₹]\s?\d|\d\s?(?:€|zł|USD|EUR)/;

/**
 * One row of what a whole page is like, for telling whether it holds an article; from its blocks' features and scores.
 */
export function pageFeatures(
  sequence: Sequence,
  known: FeatureTable,
  p: Float32Array,
): FeatureTable {
  const { items, counts, prose, page, start, end, title } = sequence;
  const table = new FeatureTable(1);
  const add = (name: string, value: number) => {
    table.add(name)[0] = value;
  };
  const sum = (value: (i: number) => number) => {
    let total = 0;
    for (let i = 0; i < items.length; i++) total += value(i);
    return total;
  };
  const sure = (i: number) => (p[i]! > SURE ? 1 : 0);
  const words = sum((i) => counts[i]!.words) + 1;
  const body = sum((i) => sure(i) * counts[i]!.words);
  const blocks = sum(sure);
  add('mass', Math.log1p(sum((i) => p[i]! * counts[i]!.words)));
  add('body', Math.log1p(body));
  add('bodyShare', body / words);
  add('blocks', blocks);
  add('blockShare', blocks / (items.length + 1));
  add('items', Math.log1p(items.length));
  add('words', Math.log(words));
  add(
    'most',
    p.reduce((a, b) => Math.max(a, b), 0),
  );
  add('mean', sum((i) => sure(i) * p[i]! * counts[i]!.words) / (body + 1));
  add('unsure', sum((i) => (p[i]! > 0.15 && p[i]! < 0.85 ? counts[i]!.words : 0)) / (body + 20));
  add('bodyWords', body / (blocks + 1));
  add('bodyStops', sum((i) => sure(i) * counts[i]!.stops) / (blocks + 1));
  add(
    'bodyLists',
    sum((i) => (items[i]!.line.block.type === 'list-item' ? sure(i) : 0)) / (blocks + 1),
  );
  add(
    'proseBlocks',
    sum((i) => prose[i]!),
  );
  add('proseOutside', sum((i) => prose[i]! * (1 - p[i]!) * counts[i]!.words) / words);
  add('linked', sum((i) => counts[i]!.words * items[i]!.line.block.context.linkShare) / words);
  add(
    'headings',
    sum((i) => (items[i]!.line.block.type === 'heading' ? 1 : 0)) / (items.length + 1),
  );
  add('digits', sum((i) => counts[i]!.digits) / words);
  add(
    'runs',
    sum((i) => (p[i]! > SURE && !(p[i - 1]! > SURE) ? 1 : 0)),
  );
  add('span', blocks / (1 + lastSure(p) - p.findIndex((one) => one > SURE)));
  add('range', (end - start) / (items.length + 1));
  add('title', title < 0 ? -1 : title / (items.length + 1));
  for (const [name, test] of Object.entries(TYPES)) {
    add(
      `type:${name}`,
      Math.min(
        3,
        page.all.filter((fact) => fact.type !== undefined && test.test(fact.type)).length,
      ),
    );
  }
  const og = page.named('og:type')[0]?.value ?? '';
  add('og', og === '' ? -1 : TYPES.article.test(og) ? 2 : TYPES.product.test(og) ? 0 : 1);
  add('dates', Math.min(3, page.listed('modelDate').length));
  add('shop', page.all.filter((fact) => SHOP.test(fact.name)).length);
  add('authors', Math.min(3, page.listed('modelAuthor').length));
  const address =
    page.all.find((fact) => fact.name === 'canonical' || fact.name === 'og:url')?.value ?? '';
  const path = address.replace(ORIGIN, '').replace(QUERY, '');
  const segments = path.split('/').filter((segment) => segment !== '');
  const last = segments.at(-1) ?? '';
  add('slug', address === '' ? -1 : last.split(WORD_BREAK).length);
  add('slugLength', last.length);
  add('depth', address === '' ? -1 : segments.length);
  add('pathDigits', path.replace(NOT_DIGIT, '').length);
  add('pathDate', DATED.test(path) ? 1 : 0);
  add('pathList', isListing(path) ? 1 : 0);
  const names = bodyNames(sequence);
  add('bodyList', isListing(names) ? 1 : 0);
  add('bodySingle', isSingle(names) ? 1 : 0);
  const prices = sum((i) => (PRICE.test(items[i]!.line.text.slice(0, 200)) ? 1 : 0));
  add('prices', Math.log1p(prices));
  add('priceShare', prices / (items.length + 1));
  add(
    'linkedBlocks',
    sum((i) => (items[i]!.line.block.context.linkShare > 0.8 ? 1 : 0)) / (items.length + 1),
  );
  add(
    'linkedHeadings',
    sum((i) =>
      items[i]!.line.block.type === 'heading' && items[i]!.line.block.context.linkShare > 0.8
        ? 1
        : 0,
    ),
  );
  add(
    'firstHeadings',
    sum((i) =>
      items[i]!.line.block.level === 1 && items[i]!.line.block.type === 'heading' ? 1 : 0,
    ),
  );
  add(
    'longest',
    Math.log1p(items.reduce((most, _, i) => Math.max(most, sure(i) * counts[i]!.words), 0)),
  );
  bodyFeatures(sequence, known, p, add);
  return table;
}

function bodyNames({ items }: Sequence): string {
  let element = items[0]?.line.block.context.element ?? null;
  while (element && element.tag !== 'body') element = element.parent;
  return element?.words ?? '';
}

function lastSure(p: Float32Array): number {
  for (let i = p.length - 1; i >= 0; i--) if (p[i]! > SURE) return i;
  return -1;
}
