import type { LabelledBlock } from '../../document/document.ts';
import { TRAIT, traitsOf } from '../../text/characters.ts';

type Shaped = Pick<LabelledBlock, 'copy' | 'type' | 'context'>;

const UNSPACED =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/gu;
const ASCII = /^[\x00-\x7f]*$/;
const ENDS_SENTENCE = /[.!?…。！？।؟۔։።][\p{Pe}\p{Pf}\p{Pi}"'”’»«\s]*$/u;
const SENTENCE_END = /[.!?…。！？।؟۔](?:[\p{Pe}\p{Pf}"'”’»]*)(?:\s|$)|[。！？]/gu;
const ENDS_OPEN = /[,;:–—-]$/;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu;

// A Han or Hangul character says about as much as 2.5 letters do: itself and 1.5 more.
const UNSPACED_WEIGHT = 1.5;
const MIN_PROSE_WEIGHT = 80;
const MIN_UNENDED_PROSE_WEIGHT = 160;
const MIN_SENTENCE_WEIGHT = 30;
const MAX_SENTENCE_LINK_SHARE = 0.3;
const MAX_PROSE_LINK_SHARE = 0.5;

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

/** Whether the text ends as a sentence does, in any script; closing quotes and brackets may follow. */
export function endsSentence(text: string): boolean {
  return ENDS_SENTENCE.test(text.slice(-12));
}

/** How many sentences end in the text. */
export function sentencesIn(text: string): number {
  return text.match(SENTENCE_END)?.length ?? 0;
}

/** Whether a line stops where more must follow: at a comma, colon or dash. */
export function endsOpen(text: string): boolean {
  return ENDS_OPEN.test(text);
}

/** The words of a text. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

// Several rules ask the same of a block, whose text does not change any more.
const known = new WeakMap<Shaped['copy'], boolean>();

/** Whether a block is running text, of an article or not: long enough, made of sentences, not of links. */
export function isProse(block: Shaped): boolean {
  if (block.type === 'heading' || block.type === 'table') return false;
  if (block.context.linkShare > MAX_PROSE_LINK_SHARE) return false;
  let prose = known.get(block.copy);
  if (prose === undefined) {
    prose = readsAsProse(block.copy.text);
    known.set(block.copy, prose);
  }
  return prose;
}

/** Whether a block is at least one whole sentence, prose or not. */
export function isSentence(block: Shaped): boolean {
  if (isProse(block)) return true;
  const { text } = block.copy;
  if (block.type === 'heading' || block.type === 'table') return false;
  if (block.context.linkShare > MAX_SENTENCE_LINK_SHARE) return false;
  return endsSentence(text) && weightOf(text) >= MIN_SENTENCE_WEIGHT;
}

function readsAsProse(text: string): boolean {
  const weight = weightOf(text);
  if (weight >= MIN_UNENDED_PROSE_WEIGHT) return true;
  return weight >= MIN_PROSE_WEIGHT && (endsSentence(text) || sentencesIn(text) > 0);
}
