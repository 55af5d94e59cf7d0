import { expect, test } from 'vitest';
import { createPhraseMatcher } from '../../../src/recognize/phrases/index.ts';
import { phraseInSentences } from '../../../src/stages/read/phrase-in-sentences.ts';

const phrases = createPhraseMatcher();
const labelOf = (text: string) => phraseInSentences(text, phrases)?.label ?? null;

test.each([
  ['Like what you’re reading? The Weekly Tide lands every Friday.', 'newsletter'],
  ['The harbour has more. Sign up for our newsletter.', 'newsletter'],
  ['All rights reserved. Reprints of this page need leave.', 'copyright'],
])('%j is %s by one of its sentences', (text, label) => {
  expect(labelOf(text)).toBe(label);
});

test.each([
  ['one sentence', 'Sign up for our newsletter.'],
  ['a pointer', 'Read more. The bridge opens in May.'],
  [
    'a sentence of the article beside it',
    'Sign up for our newsletter. The council said on Monday that the old bridge would reopen next week after a long winter of repairs.',
  ],
  ['a phrase told of', 'The note was short. Follow us on Facebook. Nobody did.'],
  ['prose', 'The bridge opens in May. The mayor cut the ribbon.'],
])('%s is not told', (_, text) => {
  expect(labelOf(text)).toBeNull();
});
