import { type Candidate, isLegacy } from './candidates.ts';
import { LATIN, type Model } from './model.ts';
import type { Weighed } from './weigh.ts';

/** Bits that damage must save before any is believed. */
const DAMAGE = 10;
/** The same where the article has shown the same chain already. */
const DAMAGE_SEEN = 4;
/** By how many different characters a legacy chain makes. */
const THIN: readonly number[] = [40, 24, 10, 3];
const SHOUTING = 20;
const COINCIDENCE = 14;
/** Nobody writes C1 controls. */
const CONTROLS = 6;

/** Bits that a chain must save before it is believed of a text. `seen` are chains the article has shown. */
export function beliefPrice(
  model: Model,
  text: Weighed,
  candidate: Candidate,
  seen: ReadonlySet<string>,
): number {
  if (seen.has(candidate.key)) return DAMAGE_SEEN;
  if (allControls(candidate, text.codes)) return CONTROLS;
  const price = DAMAGE + candidate.chain.price;
  if (!isLegacy(candidate)) return price + coincidence(model, candidate, text);
  return price + thinness(candidate) + shouting(model, candidate, text.codes);
}

/** Bits for a single find among letters of the same script, Latin apart: chance has many tries there. */
function coincidence(model: Model, { arcs }: Candidate, { ids }: Weighed): number {
  if (arcs.length !== 1) return 0;
  const { from, to } = arcs[0]!;
  const script = model.script[ids[from + 2]!]!;
  if (script <= LATIN) return 0;
  for (let i = from; i < to; i++) if (model.script[ids[i + 2]!] !== script) return 0;
  const inside = model.script[ids[from + 1]!] === script || model.script[ids[to + 2]!] === script;
  return inside ? COINCIDENCE : 0;
}

/** Whether a chain gives sense to control characters and touches nothing else. */
function allControls({ chain, arcs }: Candidate, codes: readonly number[]): boolean {
  if (chain.links.length > 1 || chain.links[0]!.readAs !== 'iso-8859-1') return false;
  return arcs.every(({ from, to }) => to === from + 1 && codes[from]! >= 0x80 && codes[from]! < 0xa0);
}

/** Bits for a legacy chain that makes capitals of small letters. */
function shouting(model: Model, { arcs }: Candidate, codes: readonly number[]): number {
  let raised = 0;
  for (const { from, out } of arcs) {
    const before = model.idOf(codes[from]!);
    const after = model.idOf(out[0]!);
    if (model.script[before]! > 0 && model.upper[before] === 0 && model.upper[after] === 1) raised++;
  }
  return raised > arcs.length / 2 ? SHOUTING : 0;
}

/** Bits for a legacy chain that rests on one or two characters. */
function thinness({ arcs }: Candidate): number {
  const kinds = new Set<number>();
  for (const { out } of arcs) {
    kinds.add(out[0]!);
    if (kinds.size >= THIN.length) break;
  }
  return THIN[kinds.size] ?? 0;
}
