import { CJK, LATIN, type Model } from '../../../language-model/trigram-model.ts';
import {
  CHANCE,
  CHANCE_IN_WORD,
  COINCIDENCE,
  EMBEDDED_IDEOGRAM,
  FOREIGN_SCRIPT,
} from '../costs.ts';
import type { Arc, Candidate } from '../hypothesis.ts';
import { NO_BREAK_SPACE } from '../text/characters.ts';
import type { WeighedText } from '../text/weighed-text.ts';
import { isInsideLatin } from './torn-words.ts';

/** Different finds that chance may have made; of more none is asked. Set by hand, like both below. */
const FEW = 2;
/** Finds that chance may have made, however alike. */
const MANY = 12;
/** Code points of a text in which a find is odd whatever it makes. */
const SHORT = 8;
/** Ơ, ơ, Ư, ư, Ș, ș, Ț, ț, ə. */
const USUAL: ReadonlySet<number> = new Set([
  0x1a0, 0x1a1, 0x1af, 0x1b0, 0x218, 0x219, 0x21a, 0x21b, 0x259,
]);
/** A, E, I, O, U. */
const VOWELS: ReadonlySet<number> = new Set([0x41, 0x45, 0x49, 0x4f, 0x55]);

// What Mac Roman has for formulas, and UTF-8 misread so is full of.
const OPERATORS: ReadonlySet<number> = codesOf('√≈∆÷±');
const OPERANDS: ReadonlySet<number> = codesOf('πΩµ∂∑∏∫∞∆');

function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.codePointAt(0)!));
}

/** Bits for one or two kinds of finds that chance may have put there. */
export function coincidence(model: Model, candidate: Candidate, text: WeighedText): number {
  const { arcs } = candidate;
  if (arcs.length > MANY || kindsOf(arcs) > FEW) return 0;
  let cost = foreign(model, arcs, text) ? FOREIGN_SCRIPT : 0;
  // the same find again is no further evidence
  const isLone = arcs.every((arc) => isLoneIdeogram(model, arc, text));
  if (isLone && arcs.some((arc) => touchesLatin(model, arc, text))) return -EMBEDDED_IDEOGRAM;
  if (isLone && arcs.every((arc) => isWord(model, arc, text))) return cost + CHANCE;
  const chances = arcs.map((arc) => chanceOf(model, arcs, arc, text));
  if (chances.filter((bits) => bits > 0).length * 2 > arcs.length)
    return cost + Math.max(...chances) * (arcs.length / kindsOf(arcs));
  if (arcs.length > 1) return cost;
  if (beforeMark(model, arcs[0]!, text)) cost += COINCIDENCE;
  if (text.codes.length < SHORT) cost += FOREIGN_SCRIPT / 2;
  if (arcs[0]!.out[0] === NO_BREAK_SPACE && candidate.chain.links[0]!.readAs !== 'western')
    cost += COINCIDENCE;
  return cost;
}

function kindsOf(arcs: readonly Arc[]): number {
  return new Set(arcs.map(({ out }) => out[0]!)).size;
}

/** Bits for a find that characters which stand beside each other anyway may have given; 0 where they do not. */
function chanceOf(model: Model, arcs: readonly Arc[], arc: Arc, text: WeighedText): number {
  if (arc.out.length > 1) return 0;
  const pair = arc.to === arc.from + 2;
  const own = ownScript(model, arc, text);
  const isOther = own > LATIN && model.script[model.idOf(arc.out[0]!)]! > 0;
  if (isOther && isInsideLatin(model, text, arc)) return 0;
  if (pair && isFormula(model, arc, text)) return CHANCE;
  const odd = isOdd(model, arc);
  if (odd && (pair || own > LATIN || (own > 0 && allLetters(model, arc, text)))) return CHANCE;
  if (!pair) return own > CJK && foreign(model, [arc], text) ? CHANCE : 0;
  return pairChance(model, arcs, arc, own, text);
}

/** Whether a find is an operator before what it is applied to, √π or ∆Ω, and no letter touches it. */
function isFormula({ script }: Model, { from, to }: Arc, { codes, ids }: WeighedText): boolean {
  if (!OPERATORS.has(codes[from]!) || !OPERANDS.has(codes[from + 1]!)) return false;
  return script[ids[from + 1]!] === 0 && script[ids[to + 2]!] === 0;
}

/** Bits for a find made of two characters, whose letters are of the script `own`, that chance may have put side by side. */
function pairChance(
  model: Model,
  arcs: readonly Arc[],
  arc: Arc,
  own: number,
  text: WeighedText,
): number {
  const inWord = own > 0 && goesOn(model, arcs, arc, own, text);
  if (own > CJK && inWord) return CHANCE;
  if (own === 0 || !allLetters(model, arc, text)) return 0;
  if (own > CJK) {
    const stays = model.script[model.idOf(arc.out[0]!)] === own;
    return stays && !foreign(model, arcs, text) ? CHANCE_IN_WORD : 0;
  }
  if (own !== LATIN || model.upper[text.ids[arc.from + 2]!] === 1) return 0;
  return foreign(model, [arc], text) ? CHANCE : inWord ? CHANCE_IN_WORD : 0;
}

/** Whether a find is one ideogram without another beside it. */
function isLoneIdeogram({ script }: Model, { from, to }: Arc, { ids }: WeighedText): boolean {
  const [before, own, after] = [
    script[ids[from + 1]!],
    script[ids[from + 2]!],
    script[ids[to + 2]!],
  ];
  return to === from + 1 && own === CJK && before !== CJK && after !== CJK;
}

/** Whether a find of a letter is an ideogram that stands as words do: in a line of another script it is one. */
function isWord(model: Model, { from, to, out }: Arc, { codes }: WeighedText): boolean {
  const isLetter = model.script[model.idOf(out[0]!)]! > 0;
  return isLetter && isWordEdge(codes[from - 1]) && isWordEdge(codes[to]);
}

const NO_WORD_EDGE = /[\p{L}\p{N}\p{M}\p{Sc}.'’]/u;

function isWordEdge(code: number | undefined): boolean {
  return code === undefined || !NO_WORD_EDGE.test(String.fromCodePoint(code));
}

/** Whether a small Latin letter touches a find that makes a Latin letter. */
function touchesLatin(model: Model, { from, to, out }: Arc, { ids }: WeighedText): boolean {
  if (model.script[model.idOf(out[0]!)] !== LATIN) return false;
  return [ids[from + 1]!, ids[to + 2]!].some(
    (id) => model.script[id] === LATIN && model.upper[id] === 0,
  );
}

/** Whether a find makes what is hardly ever written: a letter of the rarer parts of the Latin script, of phonetic script, a sign of none. */
function isOdd(model: Model, { out }: Arc): boolean {
  const code = out[0]!;
  const id = model.idOf(code);
  if (model.rare[id] === 1 || (code >= 0x17f && code < 0x370 && !USUAL.has(code))) return true;
  return model.script[id] === 0 && code >= 0x370 && code < 0x2000;
}

function allLetters(model: Model, { from, to }: Arc, { ids }: WeighedText): boolean {
  for (let i = from; i < to; i++) if (model.script[ids[i + 2]!] === 0) return false;
  return true;
}

/** The one script of a find's letters as they stand, 0 for none or several. */
function ownScript(model: Model, { from, to }: Arc, { ids }: WeighedText): number {
  let script = 0;
  for (let i = from; i < to; i++) {
    const own = model.script[ids[i + 2]!]!;
    if (own === 0) continue;
    if (script > 0 && own !== script) return 0;
    script = own;
  }
  return script;
}

/** Whether a word of that script goes on before or after a find: a word is not damaged in part. */
function goesOn(
  model: Model,
  arcs: readonly Arc[],
  { from, to }: Arc,
  script: number,
  { ids, codes }: WeighedText,
): boolean {
  const outside = (at: number): boolean =>
    at >= 0 && at < codes.length && !arcs.some((arc) => arc.from <= at && at < arc.to);
  const before = outside(from - 1) && model.script[ids[from + 1]!] === script;
  const after = outside(to) && model.script[ids[to + 2]!] === script;
  return before || after;
}

/** Whether a find among Latin capitals would make a letter, or one of a letter of its own with an apostrophe and s. */
function beforeMark(model: Model, { from, to, out }: Arc, { ids, codes }: WeighedText): boolean {
  const after = codes[to] ?? 0;
  if (after === 0x73 && codes[to - 1] === 0x2019) {
    const free = model.script[ids[to + 3]!] === 0 && model.script[ids[from + 1]!] === 0;
    return free && model.upper[ids[from + 2]!] === 1;
  }
  if (after >= 0x61 && after <= 0x7a) return false;
  // no capital with a tilde stands behind another vowel
  if (codes[from] === 0xc3 && VOWELS.has(codes[from - 1] ?? 0)) return false;
  if (model.script[ids[from + 2]!] !== LATIN) return false;
  const capitals = model.upper[ids[from + 1]!] === 1 && model.upper[ids[from + 2]!] === 1;
  return capitals && model.script[model.idOf(out[0]!)]! > 0;
}

/** Whether a repair would make letters of a script that the rest of the text does not use. */
function foreign(model: Model, arcs: readonly Arc[], { ids, codes }: WeighedText): boolean {
  const scripts = new Set(arcs.flatMap(({ out }) => out.map((c) => model.script[model.idOf(c)]!)));
  scripts.delete(0);
  if (scripts.size === 0) return false;
  let inside = 0;
  for (let i = 0; i < codes.length; i++) {
    while (inside < arcs.length && arcs[inside]!.to <= i) inside++;
    const own = inside < arcs.length && arcs[inside]!.from <= i;
    if (!own && scripts.has(model.script[ids[i + 2]!]!)) return false;
  }
  return true;
}
