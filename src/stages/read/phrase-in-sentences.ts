import { SITE_SPEAKS } from '../../document/label-sets.ts';
import type { PhraseMatch, PhraseMatcher } from '../../recognize/phrases/index.ts';
import { sentencesOf, wordsOf } from '../../text/shape.ts';

// Set by hand: of 45 different lines of the open benchmark's texts that these let through, 42 were boilerplate.
/** Sentences of a box. */
const MAX_SENTENCES = 3;
/** Words of the sentences in it that are no phrases. */
const MAX_OTHER_WORDS = 15;
/** Words of those that are. */
const MIN_WORDS = 3;

/**
 * What a line of two or three sentences is, by its first or last one that is a phrase, where the others are short:
 * `Enjoying this? Sign up for our newsletter.` A phrase between two sentences is one that is told of.
 */
export function phraseInSentences(text: string, phrases: PhraseMatcher): PhraseMatch | null {
  const sentences = sentencesOf(text);
  if (sentences.length < 2 || sentences.length > MAX_SENTENCES) return null;
  const matches = sentences.map((sentence) => {
    const match = phrases(sentence);
    return match !== null && SITE_SPEAKS.has(match.label) ? match : null;
  });
  const found = matches[0] ?? matches.at(-1) ?? null;
  if (found === null) return null;
  const words = (isSaid: boolean) =>
    sentences.reduce(
      (sum, sentence, i) => sum + ((matches[i] !== null) === isSaid ? wordsOf(sentence).length : 0),
      0,
    );
  const isBox = words(true) >= MIN_WORDS && words(false) <= MAX_OTHER_WORDS;
  return isBox ? { ...found, rule: 'phrase-with-gap' } : null;
}
