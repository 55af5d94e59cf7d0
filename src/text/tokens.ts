import { TRAIT, traitsOf } from './characters/index.ts';
import { normalForm } from './normal-form.ts';

const NUMBER = /\p{Nd}[\p{Nd}.,٫٬]*(?:\s?[KkMm](?![\p{L}\p{N}]))?/gu;
// Scripts written without spaces give one token a character, also right behind a word of another script.
const TOKEN =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{M}\p{N}])+|#/gu;
const NOT_ASCII = /[^\x00-\x7f]/;
const HASH = 0x23;
const SPACE = 0x20;
const IN_NUMBER = '.,٫٬';
const THOUSANDS = 'km';

/**
 * The words of a line, case-folded, without punctuation; each number is `#`; Han, kana, Thai, Lao, Khmer
 * and Burmese give one token a character.
 */
export function tokensOf(line: string): string[] {
  const key = keyOf(line);
  return key === '' ? [] : key.split(' ');
}

const DOTTED_OR_NOT = /i\u0307|ı/g;

/** A line's words as one string: lines that differ only in case, punctuation and numbers have the same key. */
export function keyOf(line: string): string {
  const text = NOT_ASCII.test(line) ? lowered(normalForm(line, 'NFKC')) : line.toLowerCase();
  let out = '';
  // Words with one space between them are taken in one go.
  let start = 0;
  let end = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const traits = traitsOf(code);
    if (traits & TRAIT.surrogate) return readPairs(text);
    if (traits & TRAIT.digit) {
      out = joined(joined(out, text.slice(start, end)), '#');
      at = numberEnd(text, at);
      start = at;
      end = at;
      continue;
    }
    const single = traits & TRAIT.unspaced || code === HASH;
    if (!single && (traits & TRAIT.word) === 0) {
      at += 1;
      continue;
    }
    if (end === start || at !== end + 1 || text.charCodeAt(end) !== SPACE) {
      out = joined(out, text.slice(start, end));
      start = at;
    }
    at += 1;
    if (!single) while (at < text.length && isInWord(text.charCodeAt(at))) at += 1;
    end = at;
  }
  return joined(out, text.slice(start, end));
}

/** In small letters; of Turkish and Azerbaijani, capitals without a language do not tell which i they are. */
function lowered(text: string): string {
  return text.toLowerCase().replace(DOTTED_OR_NOT, 'i');
}

function joined(key: string, words: string): string {
  if (key === '' || words === '') return key + words;
  return `${key} ${words}`;
}

/** The same for text with characters beyond the Basic Multilingual Plane. */
function readPairs(text: string): string {
  return (text.replace(NUMBER, ' # ').match(TOKEN) ?? []).join(' ');
}

function isInWord(code: number): boolean {
  return (traitsOf(code) & (TRAIT.word | TRAIT.digit | TRAIT.unspaced)) === TRAIT.word;
}

/** Where the number ends that begins here: its digits and their marks, and a `K` or `m` that stands for zeros. */
function numberEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && (isDigit(text, end) || IN_NUMBER.includes(text[end]!))) end += 1;
  const unit = end < text.length && traitsOf(text.charCodeAt(end)) & TRAIT.space ? end + 1 : end;
  if (unit >= text.length || !THOUSANDS.includes(text[unit]!)) return end;
  const next = unit + 1 < text.length ? traitsOf(text.charCodeAt(unit + 1)) : 0;
  return (next & (TRAIT.word | TRAIT.mark)) === TRAIT.word ? end : unit + 1;
}

function isDigit(text: string, at: number): boolean {
  return (traitsOf(text.charCodeAt(at)) & TRAIT.digit) !== 0;
}
