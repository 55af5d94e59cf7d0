import { describe, expect, test } from 'vitest';
import { OPEN_PHRASES, WHOLE_PHRASES } from '../../../src/generated/lexicon.ts';
import { NAMER, PHRASE_BITS } from '../../../src/generated/phrase-tables.ts';
import { createNamer } from '../../../src/recognize/phrases/naive-bayes.ts';
import { phraseBits } from '../../../src/recognize/phrases/phrase-hashes.ts';
import { eachFeature } from '../../../src/recognize/phrases/word-hashes.ts';

const GAP = /^(?:…|\{\}|#)$/;
const PHRASES = [...WHOLE_PHRASES, ...OPEN_PHRASES];

describe('the generated tables', () => {
  test('hold the words of the phrases as they are now', () => {
    expect(Buffer.from(phraseBits(PHRASES)).toString('base64') === PHRASE_BITS).toBe(true);
  });

  test('count the features of the phrases as they are now', () => {
    const totals = new Map<string, number>();
    const features = new Set<string>();
    for (const line of PHRASES) {
      const [label = '', ...keys] = line.split('\t');
      for (const key of keys) {
        const words = key.split(' ').filter((token) => !GAP.test(token));
        eachFeature(words.join(' '), (first, second) => {
          features.add(`${first} ${second}`);
          totals.set(label, (totals.get(label) ?? 0) + 1);
        });
      }
    }
    expect(NAMER.features).toBe(features.size);
    expect(NAMER.totals).toEqual(NAMER.labels.map((label) => totals.get(label)));
  });
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
