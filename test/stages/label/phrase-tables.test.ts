import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { phraseTables } from '../../../src/assets/phrases.ts';
import { createNamer } from '../../../src/recognize/phrases/naive-bayes.ts';
import { eachFeature, LABEL_BITS } from '../../../src/recognize/phrases/word-hashes.ts';
import {
  numbersOf,
  readIndex,
  readMultiIndex,
  readStrings,
} from '../../../src/text/string-index.ts';

interface Scripts {
  readonly namerOf: (
    phrases: readonly string[],
    features: typeof eachFeature,
    labelBits: number,
  ) => { readonly values: { readonly labels: readonly string[] } };
  readonly headerOf: (path: string) => unknown;
}
const script = (path: string) =>
  import(new URL(`../../../scripts/${path}`, import.meta.url).href) as Promise<Scripts>;
const asset = (name: string) => fileURLToPath(new URL(`../../../assets/${name}`, import.meta.url));

const GAP = /^(?:…|\{\}|#)$/;
const DIGEST = /^[\da-f]{16}$/;
const READ = /^read /;
const TOO_MANY = /33 labels.*32/;
const tables = phraseTables();

describe('the tables of phrases', () => {
  test('find every phrase by its key, and nothing else', () => {
    for (const name of ['whole', 'prefix', 'open:first', 'open:last', 'forms:anchors']) {
      const index = readIndex(tables, name);
      const numbers = Array.from({ length: index.size }, (_, i) => i);
      expect(numbers.length).toBeGreaterThan(50);
      expect(numbers.filter((i) => index.find(index.at(i)) !== i)).toEqual([]);
      expect(numbers.filter((i) => index.find(`${index.at(i)}\u0001`) !== -1)).toEqual([]);
      expect(index.find(`x ${index.at(3)} y`, 2, 2 + index.at(3).length)).toBe(3);
      expect(index.find('')).toBe(-1);
    }
  });

  test('find phrases with gaps by their first word', () => {
    const keys = readStrings(tables, 'open');
    const found = numbersOf(readMultiIndex(tables, 'open:first'), 'read');
    expect(found.length).toBeGreaterThan(1);
    for (const rank of found) expect(keys.at(rank)).toMatch(READ);
  });

  test('count the features of the phrases', () => {
    const totals = new Map<string, number>();
    const features = new Set<string>();
    for (const name of ['whole', 'open']) {
      const keys = (name === 'whole' ? readIndex : readStrings)(tables, name);
      tables.uint8(`${name}:labels`).forEach((number, i) => {
        const label = tables.values.labels[number]!;
        const words = keys.at(i).split(' ');
        eachFeature(words.filter((token) => !GAP.test(token)).join(' '), (first, second) => {
          features.add(`${first} ${second}`);
          totals.set(label, (totals.get(label) ?? 0) + 1);
        });
      });
    }
    const { namer } = tables.values;
    expect(namer.features).toBe(features.size);
    expect(namer.totals).toEqual(namer.labels.map((label) => totals.get(label)));
  });
});

test('more labels than an entry has room for fail the build', async () => {
  const { namerOf } = await script('generate/phrase-tables.mjs');
  const phrases = (count: number) =>
    Array.from({ length: count }, (_, i) => `label-${i}\tword ${i}x`);
  const most = 1 << LABEL_BITS;
  expect(namerOf(phrases(most), eachFeature, LABEL_BITS).values.labels).toHaveLength(most);
  expect(() => namerOf(phrases(most + 1), eachFeature, LABEL_BITS)).toThrow(TOO_MANY);
});

test('weights say which command made them, from which rows and phrases', async () => {
  const { headerOf } = await script('assets.mjs');
  for (const name of ['body-html.bin', 'body-text.bin']) {
    expect(headerOf(asset(name))).toMatchObject({
      maker: 'npm run train',
      from: { rows: expect.any(String), phrases: expect.stringMatching(DIGEST) },
    });
  }
});

test('features are words and pairs; of single characters, pairs and threes', () => {
  const count = (key: string) => {
    let features = 0;
    eachFeature(key, () => {
      features += 1;
    });
    return features;
  };
  expect(['', 'share', 'share this', 'a b', '分 享 到', 'a bc d'].map(count)).toEqual([
    0, 1, 3, 1, 3, 4,
  ]);
});

test('a namer knows the words of phrases in any order, and none of other words', () => {
  const name = createNamer();
  expect(name('Newsletter sign up here')?.label).toBe('newsletter');
  expect(name('Quartz feldspar hornblende outcrops')).toBeNull();
});
