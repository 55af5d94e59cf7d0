import { type Candidate, isLegacy } from './candidates.ts';
import type { Chain } from './chains.ts';
import { faults, provesNothing } from './evidence.ts';
import type { Arc } from './lattice.ts';
import { LATIN, type Model } from './model.ts';
import type { Weighed } from './weigh.ts';

/** Bits that damage must save before any is believed. */
const DAMAGE = 10;
/** The same where the article has shown the same chain already. */
const DAMAGE_SEEN = 4;
/** By how many different characters a legacy chain makes. */
export const THIN: readonly number[] = [40, 24, 14, 10, 5];
/** For letters of the same script in a text without a fault. */
const UNKNOWN = 8;
const SHOUTING = 20;
const COINCIDENCE = 14;
/** The same where no better evidence than a pair is there, and that in the wrong place. */
const CHANCE = 45;
const FOREIGN = 12;
const FEW = 2;
/** So many finds are no chance, though all are the same. */
const MANY = 12;
const IMPOSSIBLE = 1e6;
const SHORT = 8;
const NO_BREAK = 0xa0;
/** Nobody writes C1 controls. */
const CONTROLS = 6;

/** Bits that a legacy chain must save at least before it can be believed, whatever the text. */
export function leastBelief({ links, key, price }: Chain, seen: ReadonlySet<string>): number {
  if (seen.has(key)) return DAMAGE_SEEN;
  return links.length === 1 && links[0]!.readAs === 'iso-8859-1' ? CONTROLS : DAMAGE + price;
}

/** Bits that a chain must save before it is believed of a text. `seen` are chains the article has shown. */
export function beliefPrice(
  model: Model,
  text: Weighed,
  candidate: Candidate,
  seen: ReadonlySet<string>,
): number {
  if (seen.has(candidate.chain.key)) return DAMAGE_SEEN;
  if (allControls(candidate, text.codes)) return CONTROLS;
  const price = DAMAGE + candidate.chain.price;
  if (!isLegacy(candidate)) return price + coincidence(model, candidate, text);
  if (unread(model, candidate, text) || provesNothing(model, candidate.arcs, text))
    return IMPOSSIBLE;
  return price + thinness(model, candidate, text) + shouting(model, candidate, text.codes);
}

/** Whether a legacy chain would replace a script that the model cannot read: of that it has no opinion. */
function unread(model: Model, { arcs }: Candidate, { ids }: Weighed): boolean {
  let strange = 0;
  for (const { from } of arcs) {
    const id = ids[from + 2]!;
    if (model.rare[id] === 1 && model.script[id]! > LATIN) strange++;
  }
  return strange * 2 > arcs.length;
}

/** Bits for one or two kinds of finds that chance may have put there. */
function coincidence(model: Model, candidate: Candidate, text: Weighed): number {
  const { arcs } = candidate;
  if (arcs.length > MANY || kindsOf(arcs) > FEW) return 0;
  let price = foreign(model, arcs, text) ? FOREIGN : 0;
  if (arcs.every((arc) => isChance(model, arcs, arc, text))) return price + CHANCE;
  if (arcs.length > 1) return price;
  if (beforeMark(model, arcs[0]!, text)) price += COINCIDENCE;
  if (text.codes.length < SHORT) price += FOREIGN / 2;
  if (arcs[0]!.out[0] === NO_BREAK && candidate.chain.links[0]!.readAs !== 'western')
    price += COINCIDENCE;
  return price;
}

function kindsOf(arcs: readonly Arc[]): number {
  return new Set(arcs.map(({ out }) => out[0]!)).size;
}

/** Whether characters that stand beside each other anyway may have given a find. */
function isChance(model: Model, arcs: readonly Arc[], arc: Arc, text: Weighed): boolean {
  if (arc.out.length > 1) return false;
  const pair = arc.to === arc.from + 2;
  const own = ownScript(model, arc, text);
  if (own > 0 && isOdd(model, arc) && (own > LATIN || allLetters(model, arc, text))) return true;
  return pair && (isOdd(model, arc) || (own > LATIN && goesOn(model, arcs, arc, own, text)));
}

/** Whether a find makes what is hardly ever written: a letter of the rarer parts of the Latin script, of phonetic script, a sign of none. */
function isOdd(model: Model, { out }: Arc): boolean {
  const code = out[0]!;
  return model.rare[model.idOf(code)] === 1 || (code >= 0x180 && code < 0x370 && !USUAL.has(code));
}

/** Ơ, ơ, Ư, ư, Ș, ș, Ț, ț, ə. */
const USUAL: ReadonlySet<number> = new Set([
  0x1a0, 0x1a1, 0x1af, 0x1b0, 0x218, 0x219, 0x21a, 0x21b, 0x259,
]);

function allLetters(model: Model, { from, to }: Arc, { ids }: Weighed): boolean {
  for (let i = from; i < to; i++) if (model.script[ids[i + 2]!] === 0) return false;
  return true;
}

/** The one script of a find's letters as they stand, 0 for none or several. */
function ownScript(model: Model, { from, to }: Arc, { ids }: Weighed): number {
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
  { ids, codes }: Weighed,
): boolean {
  const outside = (at: number): boolean =>
    at >= 0 && at < codes.length && !arcs.some((arc) => arc.from <= at && at < arc.to);
  const before = outside(from - 1) && model.script[ids[from + 1]!] === script;
  const after = outside(to) && model.script[ids[to + 2]!] === script;
  return before || after;
}

/** Whether a find among Latin capitals would make a letter. */
function beforeMark(model: Model, { from, to, out }: Arc, { ids, codes }: Weighed): boolean {
  const after = codes[to] ?? 0;
  if (after >= 0x61 && after <= 0x7a) return false;
  if (model.script[ids[from + 2]!] !== LATIN) return false;
  const capitals = model.upper[ids[from + 1]!] === 1 && model.upper[ids[from + 2]!] === 1;
  return capitals && model.script[model.idOf(out[0]!)]! > 0;
}

/** Whether a repair would make letters of a script that the rest of the text does not use. */
function foreign(model: Model, arcs: readonly Arc[], { ids, codes }: Weighed): boolean {
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

/** Whether a chain gives sense to control characters and touches nothing else. */
function allControls({ chain, arcs }: Candidate, codes: readonly number[]): boolean {
  if (chain.links.length > 1 || chain.links[0]!.readAs !== 'iso-8859-1') return false;
  return arcs.every(
    ({ from, to }) => to === from + 1 && codes[from]! >= 0x80 && codes[from]! < 0xa0,
  );
}

/** Bits for a legacy chain that makes capitals of small letters. */
function shouting(model: Model, { arcs }: Candidate, codes: readonly number[]): number {
  let raised = 0;
  for (const { from, out } of arcs) {
    const before = model.idOf(codes[from]!);
    const after = model.idOf(out[0]!);
    if (model.script[before]! > 0 && model.upper[before] === 0 && model.upper[after] === 1)
      raised++;
  }
  return raised > arcs.length / 2 ? SHOUTING : 0;
}

/** Bits for a legacy chain that rests on few characters; a character written twice proves nothing. */
function thinness(model: Model, { arcs }: Candidate, { codes, ids }: Weighed): number {
  const kinds = new Set<number>();
  let same = true;
  for (const { from, to, out } of arcs) {
    const doubled = to === from + 2 && codes[from] === codes[from + 1];
    if (!doubled) kinds.add(out[0]!);
    if (model.script[ids[from + 2]!] !== model.script[model.idOf(out[0]!)]) same = false;
    if (kinds.size >= THIN.length) return 0;
  }
  // letters for letters of one script, in text without a fault, may be a language that is not known
  const unknown = same && kinds.size <= FEW && faults(model, codes) === 0 ? UNKNOWN : 0;
  return THIN[kinds.size]! + unknown;
}
