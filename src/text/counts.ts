import { mix } from './hash.ts';
import { KIND, kindOf, lowerOf } from './unit-kinds.ts';

// Basis and prime of the FNV-1a hash of 32 bits (RFC 9923), and the hash that stands for every number (any would do).
// The weights were trained with them.
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
const NUMBER = 0x2f0b4c12;

/** In UTF-16 units: shorter words are mostly function words (a feature of the model, part of its training). */
const MIN_CONTENT_LENGTH = 4;
// A Han or Hangul character says about as much as 2.5 letters do.
const UNSPACED_WEIGHT = 1.5;

/** What the characters of one block amount to. */
export interface Counts {
  weight: number;
  words: number;
  letters: number;
  upper: number;
  unspaced: number;
  digits: number;
  commas: number;
  stops: number;
  quotes: number;
  bars: number;
  /** The first letter is lower case. */
  startsLower: number;
  startsUpper: number;
  /** Ends as a sentence does. */
  endsStop: number;
  endsOpen: number;
}

/**
 * Counts a text's characters and appends a hash for each of its words to `tokens`; of scripts without
 * spaces, for each pair of characters. Words of four letters and more have the lowest bit set.
 */
export function scan(text: string, tokens: number[]): Counts {
  const counts: Counts = {
    weight: 0,
    words: 0,
    letters: 0,
    upper: 0,
    unspaced: 0,
    digits: 0,
    commas: 0,
    stops: 0,
    quotes: 0,
    bars: 0,
    startsLower: 0,
    startsUpper: 0,
    endsStop: 0,
    endsOpen: 0,
  };
  let hash = SEED;
  let length = 0;
  let before = 0;
  let wide = 0;
  let pending = false;
  let lastSeen = -1;
  let number = false;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32;
    const kind = kindOf(code);
    const inWord =
      kind === KIND.lower ||
      kind === KIND.upper ||
      kind === KIND.letter ||
      kind === KIND.hangul ||
      kind === KIND.mark;
    if (inWord) {
      if (counts.letters === 0) {
        if (kind === KIND.lower) counts.startsLower = 1;
        else if (kind === KIND.upper) counts.startsUpper = 1;
      }
      counts.letters += 1;
      if (kind === KIND.upper) counts.upper += 1;
      else if (kind === KIND.hangul) counts.weight += UNSPACED_WEIGHT;
      hash = Math.imul(hash ^ lowerOf(code), PRIME);
      length += 1;
      number = false;
      pending = false;
      before = kind;
      lastSeen = i;
      continue;
    }
    if (length > 0) {
      tokens.push(length >= MIN_CONTENT_LENGTH ? hash | 1 : hash & ~1);
      counts.words += 1;
      hash = SEED;
      length = 0;
    }
    if (kind === KIND.unspaced) {
      counts.unspaced += 1;
      counts.letters += 1;
      counts.words += 0.6;
      counts.weight += UNSPACED_WEIGHT;
      tokens.push(before === KIND.unspaced ? mix(wide, code) | 1 : mix(7, code) & ~1);
      wide = code;
    } else if (kind === KIND.digit) {
      counts.digits += 1;
      pending = false;
      if (!number) {
        tokens.push(NUMBER);
        counts.words += 1;
        number = true;
      }
    } else if (kind === KIND.comma) counts.commas += 1;
    else if (kind === KIND.quote) counts.quotes += 1;
    else if (kind === KIND.bar) counts.bars += 1;
    else if (kind === KIND.wideStop) {
      counts.stops += 1;
    } else if (kind === KIND.stop) pending = true;
    else if (kind === KIND.space) {
      if (pending) counts.stops += 1;
      pending = false;
    }
    if (kind !== KIND.digit && kind !== KIND.comma && kind !== KIND.stop) number = false;
    if (kind !== KIND.space && kind !== KIND.quote) lastSeen = i;
    before = kind;
  }
  counts.weight += text.length;
  const last = lastSeen >= 0 ? kindOf(text.charCodeAt(Math.min(lastSeen, text.length - 1))) : 0;
  counts.endsStop = last === KIND.stop || last === KIND.wideStop ? 1 : 0;
  counts.endsOpen = last === KIND.comma || text.endsWith(':') || text.endsWith('：') ? 1 : 0;
  return counts;
}
