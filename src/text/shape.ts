import { TRAIT, traitsOf } from './characters/index.ts';

const UNSPACED =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/gu;
const ASCII = /^[\x00-\x7f]*$/;
// U+FFFD stands where a mark may have been lost.
const ENDS_SENTENCE = /[.!?…。！？।؟۔։።\ufffd][\p{Pe}\p{Pf}\p{Pi}"'”’»«\s]*(?:\[\d{1,3}\])*$/u;
const SENTENCE_END = /[.!?…。！？।؟۔։](?:[\p{Pe}\p{Pf}"'”’»«]*)(?:\s|$)|[。！？]/gu;
const ENDS_OPEN = /[,;:–—-]$/;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu;

// A Han or Hangul character says about as much as 2.5 letters do: itself and 1.5 more.
const UNSPACED_WEIGHT = 1.5;

/** Length of a text in letters of an alphabet: characters of scripts without spaces count 2.5. */
export function weightOf(text: string): number {
  return ASCII.test(text) ? text.length : text.length + UNSPACED_WEIGHT * unspacedIn(text);
}

/** How many characters of scripts without spaces, or of Hangul, a text holds. */
function unspacedIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const traits = traitsOf(text.charCodeAt(i));
    if (traits & TRAIT.surrogate) return text.match(UNSPACED)?.length ?? 0;
    if (traits & TRAIT.dense) count += 1;
  }
  return count;
}

/** Whether the text ends as a sentence does, in any script; closing quotes and brackets and numbers of notes may follow. */
export function endsSentence(text: string): boolean {
  return ENDS_SENTENCE.test(text.slice(-12));
}

/** How many sentences end in the text. */
export function sentencesIn(text: string): number {
  return text.match(SENTENCE_END)?.length ?? 0;
}

/** The sentences of a text, each with its end mark; what no mark ends is one, too. */
export function sentencesOf(text: string): string[] {
  let from = 0;
  const ends = [...text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length);
  return [...ends, text.length].flatMap((end) => {
    const sentence = text.slice(from, end).trim();
    from = end;
    return sentence === '' ? [] : [sentence];
  });
}

/** Whether a line stops where more must follow: at a comma, colon or dash. */
export function endsOpen(text: string): boolean {
  return ENDS_OPEN.test(text);
}

/** The words of a text. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}
