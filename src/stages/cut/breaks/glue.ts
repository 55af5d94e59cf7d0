import type { Seam } from '../../../document/document.ts';
import { isFunctionWord } from '../../../recognize/function-words.ts';
import { type Break, breakAt } from '../break.ts';

// An end mark, perhaps with closing quotes, and no space before a capital, an opening quote or a script without case.
const GLUED_STOP =
  /[.!?…][”’»")\]]*(?=[¿¡“„«‘"([]{0,2}(?:\p{Lu}[\p{L}’' ]|(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Hang}])\p{Lo}\p{L}))/gu;
const GLUED_QUOTES = /(?<=[\p{L}.!?…,])[”»](?=[“«„])/gu;
const GLUED_WORDS = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/gu;
const WORD_BEFORE = /\S*$/u;
const WORD_BEHIND = /^\S*/u;
const LETTERS_BEFORE = /[\p{L}\p{M}]+$/u;
const LETTERS_BEHIND = /^[\p{L}\p{M}]+/u;
const LETTERS = /[\p{L}\p{M}]+/gu;
// Addresses, files, abbreviations and initials have dots inside.
const NO_SENTENCE_END = /[/@\\]|\.\p{L}|^[\p{P}]*\p{L}$|\p{Lu}$/u;
const NO_SENTENCE_START = /^[\p{P}]*[\p{L}\d-]+\.\p{Ll}|[/@\\]/u;
/** UTF-16 units before and behind a seam that are looked at. */
const REACH = 60;
/** Seams from which on they are the scraper's: paragraphs were glued. One may be a slip of the author's. Set by hand. */
const MIN_GLUED = 2;

/**
 * Where a scraper glued two blocks together without a space: an end mark and a capital right behind it, a closing
 * quote and an opening one, two known words in one (`shkrimiTë`). Several glued sentences are paragraphs.
 */
export function gluedBreaks(text: string): Break[] {
  const sentences = [...glued(text, GLUED_STOP, isSentenceSeam), ...glued(text, GLUED_QUOTES)];
  const seam: Seam = sentences.length >= MIN_GLUED ? 'paragraphs' : 'blocks';
  return [...sentences.map((at) => ({ at, seam })), ...wordSeams(text).map(breakAt)];
}

function glued(
  text: string,
  pattern: RegExp,
  isSeam: (before: string, behind: string) => boolean = () => true,
): number[] {
  return [...text.matchAll(pattern)].flatMap(({ index, 0: marks }) => {
    const at = index + marks.length;
    const before = WORD_BEFORE.exec(text.slice(Math.max(0, index - REACH), index))![0];
    const behind = WORD_BEHIND.exec(text.slice(at, at + REACH))![0];
    return isSeam(before, behind) ? [at] : [];
  });
}

/** Whether a sentence ends in the word before a seam and another begins behind it. */
function isSentenceSeam(before: string, behind: string): boolean {
  return before !== '' && !NO_SENTENCE_END.test(before) && !NO_SENTENCE_START.test(behind);
}

/** Seams inside words whose halves are words of the text or of a language by themselves: a name like `YouTube` is none. */
function wordSeams(text: string): number[] {
  const seams = [...text.matchAll(GLUED_WORDS)].map(({ index }) => index);
  if (seams.length === 0) return seams;
  const words = new Map<string, number>();
  for (const [word] of text.matchAll(LETTERS)) {
    const key = word.toLowerCase();
    words.set(key, (words.get(key) ?? 0) + 1);
  }
  const isKnown = (word: string) => words.has(word) || isFunctionWord(word);
  return seams.filter((at) => {
    const before = LETTERS_BEFORE.exec(text.slice(Math.max(0, at - REACH), at))![0].toLowerCase();
    const behind = LETTERS_BEHIND.exec(text.slice(at, at + REACH))![0].toLowerCase();
    return isKnown(before) && isKnown(behind) && words.get(before + behind) === 1;
  });
}
