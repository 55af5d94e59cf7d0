import { CJK, type Model } from '../../../language-model/trigram-model.ts';
import {
  CONTROLS,
  DAMAGE,
  DAMAGE_SEEN,
  IMPOSSIBLE,
  SHOUTING,
  THINNESS_KINDS,
  thinness,
  UNKNOWN_LANGUAGE,
} from '../costs.ts';
import { allControls, type Candidate, type Chain, isLegacy } from '../hypothesis.ts';
import type { WeighedText } from '../text/weighed-text.ts';
import { coincidence } from './coincidence.ts';
import { faults, provesNothing } from './legacy-evidence.ts';

/** Different letters made that are few enough for an unknown language. Set by hand. */
const FEW = 2;

/** The least that `priorBits` can be for a legacy chain, whatever the text. */
export function leastPriorBits({ links, key, cost }: Chain, seen: ReadonlySet<string>): number {
  if (seen.has(key)) return DAMAGE_SEEN;
  return links.length === 1 && links[0]!.readAs === 'iso-8859-1' ? CONTROLS : DAMAGE + cost;
}

/**
 * The prior of a chain in a text: bits that it must save before it is taken for what happened. `seen` are keys of
 * chains that the article has shown.
 */
export function priorBits(
  text: WeighedText,
  candidate: Candidate,
  seen: ReadonlySet<string>,
): number {
  const { model } = text;
  if (seen.has(candidate.chain.key)) return DAMAGE_SEEN;
  if (allControls(candidate, text.codes)) return CONTROLS;
  const cost = DAMAGE + candidate.chain.cost;
  if (!isLegacy(candidate)) return cost + coincidence(model, candidate, text);
  if (unread(model, candidate, text) || provesNothing(model, candidate.arcs, text))
    return IMPOSSIBLE;
  return cost + fewKinds(model, candidate, text) + shouting(model, candidate, text.codes);
}

/**
 * Whether a legacy chain would replace a script that the model cannot read: of that it has no opinion. Ideograms do not
 * count: what bytes are misread as is always full of rare ones.
 */
function unread(model: Model, { arcs }: Candidate, { ids }: WeighedText): boolean {
  let strange = 0;
  for (const { from } of arcs) {
    const id = ids[from + 2]!;
    if (model.rare[id] === 1 && model.script[id]! > CJK) strange++;
  }
  return strange * 2 > arcs.length;
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
function fewKinds(model: Model, { arcs }: Candidate, { codes, ids }: WeighedText): number {
  const kinds = new Set<number>();
  let same = true;
  for (const { from, to, out } of arcs) {
    const doubled = to === from + 2 && codes[from] === codes[from + 1];
    if (!doubled) kinds.add(out[0]!);
    if (model.script[ids[from + 2]!] !== model.script[model.idOf(out[0]!)]) same = false;
    if (kinds.size >= THINNESS_KINDS) return 0;
  }
  // letters for letters of one script, in text without a fault, may be a language that is not known
  const unknown = same && kinds.size <= FEW && faults(model, codes) === 0 ? UNKNOWN_LANGUAGE : 0;
  return thinness(kinds.size) + unknown;
}
