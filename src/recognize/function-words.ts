import { functionWords } from '../assets/lexicon.ts';
import { once } from '../assets/once.ts';

const all = once(
  () => new Set(Object.values(functionWords()).flatMap(({ words }) => words.split(' '))),
);

/** Whether a word, in lower case, is one of the commonest short words of any language that data/function-words.json knows. */
export function isFunctionWord(word: string): boolean {
  return all().has(word);
}
