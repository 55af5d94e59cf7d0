import { type Candidate, isLegacy } from './candidates.ts';
import type { Chain } from './chains.ts';
import type { Arc } from './lattice.ts';
import { LATIN, type Model } from './model.ts';
import type { Weighed } from './weigh.ts';

/** Bits that damage must save before any is believed. */
const DAMAGE = 10;
/** The same where the article has shown the same chain already. */
const DAMAGE_SEEN = 4;
/** By how many different characters a legacy chain makes. */
const THIN: readonly number[] = [40, 24, 14, 10, 5];
const SHOUTING = 20;
const COINCIDENCE = 14;
const FOREIGN = 12;
const FEW = 2;
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
  if (unread(model, candidate, text)) return IMPOSSIBLE;
  return price + thinness(candidate, text.codes) + shouting(model, candidate, text.codes);
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

/** Bits for one or two finds that chance may have put there. */
function coincidence(model: Model, candidate: Candidate, text: Weighed): number {
  const { arcs } = candidate;
  if (arcs.length > FEW) return 0;
  let price = foreign(model, arcs, text) ? FOREIGN : 0;
  if (arcs.length > 1) return price;
  if (among(model, arcs[0]!, text)) price += COINCIDENCE;
  if (text.codes.length < SHORT) price += FOREIGN / 2;
  if (arcs[0]!.out[0] === NO_BREAK && candidate.chain.links[0]!.readAs !== 'western')
    price += COINCIDENCE;
  return price;
}

/** Whether a find lies among letters like its own: of one script other than Latin, or capitals before a ™. */
function among(model: Model, { from, to, out }: Arc, { ids }: Weighed): boolean {
  const before = ids[from + 1]!;
  const script = model.script[ids[from + 2]!]!;
  if (script === 0) return false;
  if (script === LATIN) {
    const capitals = model.upper[before] === 1 && model.upper[ids[from + 2]!] === 1;
    return capitals && model.script[model.idOf(out[0]!)]! > 0;
  }
  for (let i = from; i < to; i++) if (model.script[ids[i + 2]!] !== script) return false;
  return model.script[before] === script || model.script[ids[to + 2]!] === script;
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
function thinness({ arcs }: Candidate, codes: readonly number[]): number {
  const kinds = new Set<number>();
  for (const { from, to, out } of arcs) {
    const doubled = to === from + 2 && codes[from] === codes[from + 1];
    if (!doubled) kinds.add(out[0]!);
    if (kinds.size >= THIN.length) break;
  }
  return THIN[kinds.size] ?? 0;
}
