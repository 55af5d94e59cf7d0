import { costOf, plainCost } from '../../../language-model/text-cost.ts';
import { CJK, type Model } from '../../../language-model/trigram-model.ts';
import { type Applied, applyArcs } from '../arcs.ts';
import type { Arc } from '../hypothesis.ts';
import { NO_BREAK_SPACE, RIGHT_QUOTE } from '../text/characters.ts';
import type { WeighedText } from '../text/weighed-text.ts';

// All set by hand on what stays untouched in the tests and on unseen clean lines (bench/unseen.mjs).

/** Letters that a word has at least. */
const WORD = 3;
/** The same in scripts other than Latin, and in ideograms. */
const SHORT_WORD = 2;
/** Where fewer than one in so many letters stand in words, there are no words; fewer re-codings than this are no pattern. */
const FEW = 4;
/** Different letters, none of them twice, that are an alphabet and no text. */
const ALPHABET = 10;
/** Kinds of marks or ideograms that, over and over, are a pattern. */
const MARKS = 2;
/** Text of letters that were bytes of another kind has a fault in every so many of them. */
const FAULTLESS = 12;

// Unicode's block Box Drawing.
const FIRST_LINE = 0x2500;
const LAST_LINE = 0x257f;

/**
 * Whether what a legacy chain makes of a text is no evidence for it, however little it costs: single
 * letters between signs, an alphabet, capitals inside words, or ideograms made of what were good words.
 */
export function provesNothing(model: Model, arcs: readonly Arc[], text: WeighedText): boolean {
  const made = wideMade(applyArcs(text.codes, arcs));
  if (isPattern(made) || isOnePlace(arcs, text) || looksLatin(model, arcs, text, made)) return true;
  if (isDrawing(arcs, text)) return true;
  const { letters, inWords, kinds, ideograms } = lettersOf(model, made);
  if (letters === 0) return !made.codes.some((code, i) => made.isMade[i]! && isCommonMark(code));
  if (kinds <= MARKS && arcs.every(({ from }) => isPlacedMark(model, text, from))) return true;
  if (inWords * FEW < letters) return true;
  if (letters >= ALPHABET && kinds === letters && ideograms === 0) return true;
  const before = faults(model, text.codes);
  if (ideograms * 2 > letters) {
    if (kinds <= MARKS && letters > MARKS) return true;
    const wide = text.codes.reduce((n, code) => (code >= 0x80 ? n + 1 : n), 0);
    return !holdsIdeograms(model, text) && before * FAULTLESS < wide;
  }
  return before === 0 && capitalsInside(model, made.codes) > 0;
}

/** Text in which only what is no ASCII counts as made: the rest proves nothing. */
function wideMade({ codes, isMade }: Applied): Applied {
  return { codes, isMade: isMade.map((own, i) => own && codes[i]! >= 0x80) };
}

/** Whether nothing but no-break spaces or one kind of guillemet was made, or mostly one letter over and over, or letters in the order of their codes. */
function isPattern({ codes, isMade }: Applied): boolean {
  const made = codes.filter((_, i) => isMade[i]);
  const enough = made.every((code) => code === made[0]) ? WORD : Math.max(FEW, made.length / 2);
  let same = 1;
  let rising = 1;
  for (let i = 1; i < codes.length; i++) {
    const step = isMade[i] && isMade[i - 1] ? codes[i]! - codes[i - 1]! : -1;
    same = step === 0 ? same + 1 : 1;
    rising = step === 1 ? rising + 1 : 1;
    if (Math.max(same, rising) >= enough) return true;
  }
  if (made.every((code) => code === NO_BREAK_SPACE)) return true;
  return made.length > 1 && isGuillemet(made[0]!) && made.every((code) => code === made[0]);
}

/** Whether many re-codings are of one character between the same two: forms of one word, say. */
function isOnePlace(arcs: readonly Arc[], { codes }: WeighedText): boolean {
  if (arcs.length < FEW) return false;
  const [first] = arcs;
  const same = (arc: Arc, by: number): boolean => codes[arc.from + by] === codes[first!.from + by];
  return arcs.every((arc) => same(arc, 0) && same(arc, -1) && same(arc, 1));
}

/** Whether what would be re-coded are lines of boxes and tables, one of them over and over: no letter is that common. */
function isDrawing(arcs: readonly Arc[], { codes }: WeighedText): boolean {
  const counts = new Map<number, number>();
  let lines = 0;
  for (const { from } of arcs) {
    const code = codes[from]!;
    if (code < FIRST_LINE || code > LAST_LINE) continue;
    lines++;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return lines >= FEW && lines * 2 > arcs.length && Math.max(...counts.values()) * 3 > lines;
}

function isGuillemet(code: number): boolean {
  return code === 0xab || code === 0xbb;
}

const CYRILLIC_AND_GREEK = 'аеорсухіјѕАВЕЅІЈКМНОРСТХΑΒΕΖΗΙΚΜΝΟΡΤΥΧο';
const LATIN_TWINS = 'aeopcyxijsABESIJKMHOPCTXABEZHIKMNOPTYXo';
/** Letters that look like Latin ones and are typed in their place, by code. */
const TWINS: ReadonlyMap<number, number> = new Map(
  Array.from(CYRILLIC_AND_GREEK, (c, i) => [c.charCodeAt(0), LATIN_TWINS.charCodeAt(i)]),
);

/** Whether all that was re-coded looks like Latin letters and reads as such as well as what was made of it. */
function looksLatin(
  model: Model,
  arcs: readonly Arc[],
  { codes }: WeighedText,
  made: Applied,
): boolean {
  if (!arcs.every(({ from, to }) => to === from + 1 && TWINS.has(codes[from]!))) return false;
  const starts = new Set(arcs.map(({ from }) => from));
  const twins = codes.map((code, i) => (starts.has(i) ? TWINS.get(code)! : code));
  return bitsOf(model, twins) <= bitsOf(model, made.codes);
}

function bitsOf(model: Model, codes: readonly number[]): number {
  return costOf(model, codes, codes.length, plainCost, (i) => i < codes.length);
}

/** Quotation marks, dashes and the like, no-break spaces and the signs of Latin-1. */
function isCommonMark(code: number): boolean {
  return (code >= 0xa0 && code < 0xc0) || isQuote(code);
}

/** Whether a mark stands where marks do: not between letters. */
function isPlacedMark(model: Model, { codes }: WeighedText, at: number): boolean {
  const inside = scriptAt(model, codes, at - 1) > 0 && scriptAt(model, codes, at + 1) > 0;
  return codes[at] === RIGHT_QUOTE || (isQuote(codes[at]!) && !inside);
}

function isQuote(code: number): boolean {
  return code >= 0x2010 && code < 0x2045;
}

/** Counts the letters that were made, and those of them that stand in words. */
function lettersOf(
  model: Model,
  { codes, isMade }: Applied,
): { letters: number; inWords: number; kinds: number; ideograms: number } {
  const kinds = new Set<number>();
  let letters = 0;
  let inWords = 0;
  let ideograms = 0;
  for (let i = 0; i < codes.length; ) {
    const script = scriptAt(model, codes, i);
    if (script === 0) {
      i++;
      continue;
    }
    let end = i;
    let count = 0;
    for (; end < codes.length && scriptAt(model, codes, end) === script; end++) {
      if (!isMade[end]) continue;
      count++;
      kinds.add(codes[end]!);
    }
    letters += count;
    if (script === CJK) ideograms += count;
    if (isWord(model, codes, i, end, script)) inWords += count;
    i = end;
  }
  return { letters, inWords, kinds: kinds.size, ideograms };
}

/** Whether letters of one script are a word: two ideograms are, but not beside a letter. */
function isWord(
  model: Model,
  codes: readonly number[],
  from: number,
  to: number,
  script: number,
): boolean {
  if (to - from >= (script > CJK ? SHORT_WORD : WORD)) return true;
  if (script !== CJK || to - from < SHORT_WORD) return false;
  return scriptAt(model, codes, from - 1) === 0 && scriptAt(model, codes, to) === 0;
}

function scriptAt(model: Model, codes: readonly number[], at: number): number {
  const code = codes[at];
  return code === undefined ? 0 : model.script[model.idOf(code)]!;
}

function holdsIdeograms({ script }: Model, { ids }: WeighedText): boolean {
  return ids.some((id) => script[id] === CJK);
}

/** Signs and controls inside words, capitals after small letters: what nobody writes. */
export function faults(model: Model, codes: readonly number[]): number {
  let found = capitalsInside(model, codes);
  for (let i = 0; i < codes.length; i++) {
    if (codes[i]! < 0x80 || scriptAt(model, codes, i) > 0) continue;
    const before = i > 0 && codes[i - 1]! >= 0x80;
    const after = i + 1 < codes.length && codes[i + 1]! >= 0x80;
    if (before || after) found++;
  }
  return found;
}

function capitalsInside(model: Model, codes: readonly number[]): number {
  let found = 0;
  for (let i = 1; i < codes.length; i++) {
    const a = model.idOf(codes[i - 1]!);
    const b = model.idOf(codes[i]!);
    if (model.upper[b] === 1 && model.upper[a] === 0 && model.script[a]! > 0) found++;
  }
  return found;
}
