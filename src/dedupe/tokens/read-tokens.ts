import { characterTables } from '../../assets/characters.ts';
import { once } from '../../assets/once.ts';
import { TRAIT, traitsOf } from '../../text/characters/index.ts';
import { FNV_BASIS, FNV_PRIME } from '../../text/hash.ts';
import { withoutOptionalMarks } from './optional-marks.ts';
import { reserve, TOKEN, type TokenList } from './token-list.ts';

// What a unit is to the reader; only those from `letter` on make tokens.
const SEPARATOR = 0;
const NEWLINE = 1;
const STOP = 2;
const SILENT = 3;
const LETTER = 4;
const DIGIT = 5;
const UNSPACED = 6;

const STOPS = '.!?…。！？।؟۔։';
// What stands inside numbers, as Unicode has it.
const POINT = 0x2e;
const COMMA = 0x2c;
const ARABIC_DECIMAL = 0x66b;
const ARABIC_THOUSANDS = 0x66c;
/** Digits of a group between thousands separators. */
const GROUP = 3;

/** What is known of each UTF-16 unit. */
interface Units {
  readonly classes: Uint8Array;
  readonly folded: Uint16Array;
  readonly lowers: Uint16Array;
}

const units = once((): Units => {
  const { folded, lowers } = characterTables();
  return {
    classes: Uint8Array.from({ length: folded.length }, (_, unit) => classOf(unit)),
    folded,
    lowers,
  };
});

function classOf(unit: number): number {
  const traits = traitsOf(unit);
  const character = String.fromCharCode(unit);
  if (unit === 0x0a || unit === 0x2028 || unit === 0x2029) return NEWLINE;
  if (withoutOptionalMarks(character) === '') return SILENT;
  if (traits & TRAIT.unspaced) return UNSPACED;
  if (traits & TRAIT.digit) return DIGIT;
  if (traits & TRAIT.word && (traits & TRAIT.surrogate) === 0) return LETTER;
  if (traits & TRAIT.invisible && (traits & TRAIT.space) === 0) return SILENT;
  return STOPS.includes(character) ? STOP : SEPARATOR;
}

/**
 * Reads a text into tokens: words, numbers, and single characters of scripts without spaces. Case, accents and
 * punctuation make no difference. One pass, no strings.
 *
 * @param text as `cleanMarks` gives it
 * @param list what is read is left there
 */
export function readTokens(text: string, list: TokenList): void {
  list.count = 0;
  const table = units();
  const { classes, folded } = table;
  const end = text.length;
  let opening: number = TOKEN.opens | TOKEN.line;
  for (let at = 0; at < end; ) {
    const unit = text.charCodeAt(at);
    const kind = classes[unit]!;
    if (kind >= LETTER) {
      const { count } = list;
      if (count === list.hashes.length) reserve(list, count + 1);
      list.starts[count] = at;
      list.kinds[count] = opening;
      opening = 0;
      if (kind === LETTER) at = readWord(text, at, list, table);
      else if (kind === DIGIT) at = readNumber(text, at, list, table);
      else {
        list.kinds[count]! |= TOKEN.unspaced;
        list.hashes[count] = scrambled(Math.imul(FNV_BASIS ^ folded[unit]!, FNV_PRIME));
        at += 1;
      }
      list.count = count + 1;
      continue;
    }
    at += 1;
    if (kind === NEWLINE) opening = TOKEN.opens | TOKEN.line;
    else if (kind === STOP && list.count > 0) {
      if (opening === 0) list.kinds[list.count - 1]! |= TOKEN.closes;
      opening |= TOKEN.opens;
    }
  }
}

/** Reads the word that begins here; gives the unit behind it. */
function readWord(text: string, start: number, list: TokenList, table: Units): number {
  const { classes, folded, lowers } = table;
  const end = text.length;
  const first = text.charCodeAt(start);
  let hash = Math.imul(FNV_BASIS ^ folded[first]!, FNV_PRIME);
  let at = start + 1;
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    const kind = classes[unit]!;
    if (kind === LETTER || kind === DIGIT) hash = Math.imul(hash ^ folded[unit]!, FNV_PRIME);
    else if (unit === POINT && isInAcronym(text, start, at, classes)) continue;
    else if (kind !== SILENT) break;
  }
  if (lowers[first] !== first) list.kinds[list.count]! |= TOKEN.capital;
  list.hashes[list.count] = scrambled(hash);
  return at;
}

/** Whether a point stands between single letters: `U.S.` is the word that `US` is. */
function isInAcronym(text: string, start: number, at: number, classes: Uint8Array): boolean {
  const end = text.length;
  if (at - start > 1 && text.charCodeAt(at - 2) !== POINT) return false;
  if (at + 1 >= end || classes[text.charCodeAt(at + 1)] !== LETTER) return false;
  return at + 2 >= end || classes[text.charCodeAt(at + 2)]! < LETTER;
}

/**
 * Reads the number that begins here, with points and commas between its digits; those that part groups of three
 * digits make no difference. Letters behind it belong to it: `3rd`, `5G`.
 */
function readNumber(text: string, start: number, list: TokenList, table: Units): number {
  const { classes, folded } = table;
  const end = text.length;
  let hash = FNV_BASIS;
  let at = start;
  for (; at < end; at++) {
    const unit = text.charCodeAt(at);
    const kind = classes[unit]!;
    if (kind === DIGIT || kind === LETTER) {
      hash = Math.imul(hash ^ folded[unit]!, FNV_PRIME);
    } else if (isMark(unit) && at + 1 < end && classes[text.charCodeAt(at + 1)] === DIGIT) {
      if (digitsFrom(text, at + 1, classes) !== GROUP) hash = Math.imul(hash ^ POINT, FNV_PRIME);
    } else if (kind !== SILENT) break;
  }
  list.kinds[list.count]! |= TOKEN.number;
  list.hashes[list.count] = scrambled(hash);
  return at;
}

function isMark(unit: number): boolean {
  return unit === POINT || unit === COMMA || unit === ARABIC_DECIMAL || unit === ARABIC_THOUSANDS;
}

/** How many digits follow, counted to four. */
function digitsFrom(text: string, start: number, classes: Uint8Array): number {
  let at = start;
  while (at < text.length && at - start <= GROUP && classes[text.charCodeAt(at)] === DIGIT) at += 1;
  return at - start;
}

// The finalizer of MurmurHash3 for 32 bits: FNV leaves the last character's bits where they were put.
const MURMUR_FIRST = 0x85ebca6b;
const MURMUR_SECOND = 0xc2b2ae35;

function scrambled(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), MURMUR_FIRST);
  h = Math.imul(h ^ (h >>> 13), MURMUR_SECOND);
  return h ^ (h >>> 16);
}
