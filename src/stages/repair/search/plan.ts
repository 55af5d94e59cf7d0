import type { Model } from '../../../language-model/trigram-model.ts';
import {
  ENTRY,
  EXCEPTION,
  LEAST_ESTIMATE,
  ROUNDING,
  SLACK,
  STRANGE_BETWEEN_LAYERS,
  STRANGE_FOR_LEGACY,
  UNPROVEN_GUESS,
  USUAL_BETWEEN_LAYERS,
} from '../costs.ts';
import {
  type Arc,
  allControls,
  type Candidate,
  coversAll,
  isLegacy,
  type Plan,
} from '../hypothesis.ts';
import { guessing, inCapitals, suspects } from '../losses/guesses.ts';
import { beliefPrice, leastBelief } from '../plausibility/prior.ts';
import { withoutTorn } from '../plausibility/torn-words.ts';
import type { Survey } from '../prefilter/survey.ts';
import { type Weighed, weigh } from '../text/weighed-text.ts';
import { eachCandidate, withoutUnwritten } from './candidates.ts';
import { quickGain } from './gain.ts';
import { legacyAtDear, legacySaving } from './legacy-gain.ts';
import { cheapest, type Option } from './viterbi.ts';

/** So many of the likeliest chains are tried in earnest. */
const MAX_ALONE = 4;
/** So many chains may have been at work in one text. */
const MAX_CHAINS = 3;
/** So many guesses at one place are followed up. */
const RIVALS = 6;

/** What is known of a text before it is searched. */
export interface Evidence {
  readonly survey: Survey;
  /** Chains that the article has shown. */
  readonly seen: ReadonlySet<string>;
  /** Bits that its strange characters cost. */
  readonly strange: number;
}

/** Whether nothing can have happened to a text that would pay for being repaired. */
export function isHopeless({ survey, strange, seen }: Evidence): boolean {
  const { live, lossy, legacy } = survey;
  if (live !== 0 || lossy) return false;
  if (seen.size > 0 && ![...seen].some(isLegacyKey)) return true;
  return strange < STRANGE_FOR_LEGACY || (legacy[0] | legacy[1]) === 0;
}

/** Whether a chain of that name ends with a legacy layer. */
function isLegacyKey(key: string): boolean {
  return !key.slice(key.lastIndexOf(' ') + 1).startsWith('utf-8>');
}

/** The best plan for a text, or null when leaving it alone is best. */
export function plan(
  model: Model,
  codes: readonly number[],
  { survey, seen, strange }: Evidence,
): Plan | null {
  const text = weigh(model, codes);
  const found: { candidate: Candidate; gain: number }[] = [];
  const take = (whole: Candidate, floor: number): number => {
    const given = withoutUnwritten(whole);
    const { chain } = given;
    const need = Math.max(LEAST_ESTIMATE, leastBelief(chain, seen) + Math.max(floor, 0) - SLACK);
    let candidate = given;
    let saved = quickGain(text, candidate.arcs, ENTRY, isLegacy(candidate));
    if (saved < need) return saved - need;
    if (!isLegacy(candidate) && !seen.has(chain.key)) {
      candidate = withoutTorn(model, text, candidate);
      if (candidate !== given) saved = quickGain(text, candidate.arcs, ENTRY, false);
      if (saved < need) return saved - need;
    }
    const gain = saved - beliefPrice(model, text, candidate, seen);
    if (gain > -SLACK) found.push({ candidate, gain });
    return gain;
  };
  eachCandidate(codes, {
    take,
    isStrange: (layer) => isStrange(model, layer),
    mayPay: (seq, chain) => {
      const need = Math.max(LEAST_ESTIMATE, leastBelief(chain, seen) - SLACK) - ROUNDING;
      return legacySaving(text, seq, chain.links[0]!, ENTRY, need) >= need;
    },
    shallow: strange < STRANGE_FOR_LEGACY,
    only: seen.size === 0 ? null : seen,
    live: survey.live,
    legacy: seen.size > 0 ? survey.legacy : legacyAtDear(text),
    legacyIn: (layer) => legacyAtDear(weigh(model, Array.from(layer))),
  });
  found.sort((x, y) => y.gain - x.gain);
  const list = found.map((s) => s.candidate);
  let best: Plan | null = null;
  const alone = list.slice(0, MAX_ALONE);
  for (const [i, candidate] of alone.entries()) {
    // what does the same and is believed less cannot be better
    if (alone.slice(0, i).some((other) => sameArcs(other.arcs, candidate.arcs))) continue;
    best = better(best, read(model, text, [candidate], seen));
  }
  for (let more = 1; best && more < MAX_CHAINS; more++) {
    const wider = widen(model, text, best, list, seen);
    if (!wider) break;
    best = wider;
  }
  return survey.lossy || best !== null ? withLosses(model, text, best, seen) : null;
}

/** Whether a text holds characters that surprise the model. */
function isStrange(model: Model, codes: ArrayLike<number>): boolean {
  let a = model.space;
  let b = model.space;
  let sum = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    const c = model.idOf(code);
    if (code >= 0x80) sum += Math.max(0, model.price(a, b, c) - USUAL_BETWEEN_LAYERS);
    if (sum > STRANGE_BETWEEN_LAYERS) return true;
    a = b;
    b = c;
  }
  return false;
}

/** What these chains together make of a text, or null when leaving it alone is better. */
function read(
  model: Model,
  text: Weighed,
  chosen: readonly Candidate[],
  seen: ReadonlySet<string>,
): Plan | null {
  const options = chosen.flatMap((c, group) => optionsOf(model, text.codes, c, group));
  const reading = cheapest(text, options);
  const price = chosen.reduce((sum, c) => sum + beliefPrice(model, text, c, seen), 0);
  const gain = text.sums[text.codes.length + 1]! - reading.bits - price;
  return gain > 0 && reading.steps.length > 0
    ? { steps: reading.steps, candidates: chosen, gain }
    : null;
}

function sameArcs(a: readonly Arc[], b: readonly Arc[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((arc, i) => {
    const { from, to, out } = b[i]!;
    if (arc.from !== from || arc.to !== to || arc.out.length !== out.length) return false;
    return arc.out.every((code, k) => code === out[k]);
  });
}

function better(a: Plan | null, b: Plan | null): Plan | null {
  return a === null || (b !== null && b.gain > a.gain) ? b : a;
}

/** Adds the chain that explains most of what the plan leaves, if that pays. */
function widen(
  model: Model,
  text: Weighed,
  plan: Plan,
  list: readonly Candidate[],
  seen: ReadonlySet<string>,
): Plan | null {
  const taken = new Uint8Array(text.codes.length + 1);
  for (const { from, to } of plan.steps) taken.fill(1, from, to);
  let most = 0;
  let next: Candidate | null = null;
  for (const candidate of list) {
    if (plan.candidates.includes(candidate)) continue;
    if (isLegacy(candidate) && !allControls(candidate, text.codes)) continue;
    const left = candidate.arcs.filter(({ from, to }) => taken[from] === 0 && taken[to - 1] === 0);
    if (left.length === 0) continue;
    const gain = quickGain(text, left, ENTRY, false) - beliefPrice(model, text, candidate, seen);
    const isUsual = gain === most && candidate.chain.links[0]!.was === 'windows-1252';
    if (gain > most || isUsual) {
      most = gain;
      next = candidate;
    }
  }
  const wider = next && read(model, text, [...plan.candidates, next], seen);
  return wider && wider.gain > plan.gain ? wider : null;
}

/** Tries the plan's chains, or the likeliest, with what may have been lost; better if it pays for the guesses. */
function withLosses(
  model: Model,
  text: Weighed,
  plan: Plan | null,
  seen: ReadonlySet<string>,
): Plan | null {
  if (plan && coversAll(plan, text.codes) && !inCapitals(text.codes)) return plan;
  const proven = plan?.candidates.every((c) => c.chain.links.length === 1 && !isLegacy(c)) === true;
  const sets = proven ? [plan!.candidates] : suspects(text.codes).map((c) => [c]);
  let best = plan;
  for (const chosen of sets) {
    const lossy = chosen.map((c) => (c.torn ? c : guessing(model, text.codes, c, proven)));
    if (lossy.every((c) => c.losses !== true)) continue;
    const guessed = read(model, text, lossy, seen);
    if (guessed && guessed.gain > (best?.gain ?? 0) + UNPROVEN_GUESS) best = guessed;
  }
  return best;
}

/** A candidate as options of the search; rival guesses at one place go to different ones, so that what follows decides. */
function optionsOf(
  model: Model,
  codes: readonly number[],
  { arcs, losses }: Candidate,
  group: number,
): Option[] {
  if (!losses) return [{ arcs, group, entry: ENTRY, exception: EXCEPTION }];
  const rivals = new Map<number, Arc[]>();
  for (const arc of arcs) {
    const list = rivals.get(arc.from);
    if (list) list.push(arc);
    else rivals.set(arc.from, [arc]);
  }
  const split: Arc[][] = Array.from({ length: RIVALS }, () => []);
  for (const list of rivals.values()) {
    if (list.length > 1)
      list.sort((x, y) => lonePrice(model, codes, x) - lonePrice(model, codes, y));
    for (const [i, arc] of list.slice(0, RIVALS * 4).entries()) split[i % RIVALS]!.push(arc);
  }
  return split.map((s) => ({ arcs: s, group, entry: ENTRY, exception: 0 }));
}

function lonePrice(model: Model, codes: readonly number[], { from, out, price }: Arc): number {
  const c = model.idOf(out[0]!);
  const a = from < 2 ? model.space : model.idOf(codes[from - 2]!);
  const b = from < 1 ? model.space : model.idOf(codes[from - 1]!);
  return price + Math.min(model.price(model.space, model.space, c), model.price(a, b, c));
}
