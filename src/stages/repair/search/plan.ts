import { ENTRY, UNPROVEN_GUESS } from '../costs.ts';
import {
  type Arc,
  allControls,
  type Candidate,
  coversAll,
  isLegacy,
  type Plan,
} from '../hypothesis.ts';
import { guessing, inCapitals, suspects } from '../losses/guesses.ts';
import { priorBits } from '../plausibility/prior.ts';
import { type WeighedText, weighText } from '../text/weighed-text.ts';
import type { Workspace } from '../workspace.ts';
import { planOf } from './chosen-chains.ts';
import type { TextEvidence } from './evidence.ts';
import { quickGain } from './gain.ts';
import { likelyCandidates } from './likely-candidates.ts';

/** Chains that are tried in earnest, the likeliest first. Set by hand. */
const MAX_ALONE = 4;
/** Chains that may have been at work in one text. Set by hand. */
const MAX_CHAINS = 3;

/** The best plan for a text, or null when leaving it alone is best. */
export function plan(
  workspace: Workspace,
  codes: readonly number[],
  evidence: TextEvidence,
): Plan | null {
  const { seen, survey } = evidence;
  const text = weighText(workspace.model, codes);
  const candidates = likelyCandidates(workspace, text, evidence);
  const best = widened(text, bestAlone(text, candidates, seen), candidates, seen);
  return survey.lossy || best !== null ? withLosses(text, best, seen) : null;
}

/** The best plan of one chain. */
function bestAlone(
  text: WeighedText,
  candidates: readonly Candidate[],
  seen: ReadonlySet<string>,
): Plan | null {
  const alone = candidates.slice(0, MAX_ALONE);
  let best: Plan | null = null;
  for (const [i, candidate] of alone.entries()) {
    // what does the same and is less likely cannot be better
    if (alone.slice(0, i).some((other) => sameArcs(other.arcs, candidate.arcs))) continue;
    const found = planOf(text, [candidate], seen);
    if (found !== null && (best === null || found.gain > best.gain)) best = found;
  }
  return best;
}

function sameArcs(a: readonly Arc[], b: readonly Arc[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((arc, i) => {
    const { from, to, out } = b[i]!;
    if (arc.from !== from || arc.to !== to || arc.out.length !== out.length) return false;
    return arc.out.every((code, k) => code === out[k]);
  });
}

/** A plan with further chains, one after the other, as long as they pay. */
function widened(
  text: WeighedText,
  narrow: Plan | null,
  candidates: readonly Candidate[],
  seen: ReadonlySet<string>,
): Plan | null {
  let best = narrow;
  for (let more = 1; best !== null && more < MAX_CHAINS; more++) {
    const wider = widen(text, best, candidates, seen);
    if (wider === null) break;
    best = wider;
  }
  return best;
}

/** Adds the chain that explains most of what the plan leaves, if that pays. */
function widen(
  text: WeighedText,
  plan: Plan,
  candidates: readonly Candidate[],
  seen: ReadonlySet<string>,
): Plan | null {
  const taken = new Uint8Array(text.codes.length + 1);
  for (const { from, to } of plan.steps) taken.fill(1, from, to);
  let most = 0;
  let next: Candidate | null = null;
  for (const candidate of candidates) {
    if (plan.candidates.includes(candidate)) continue;
    if (isLegacy(candidate) && !allControls(candidate, text.codes)) continue;
    const left = candidate.arcs.filter(({ from, to }) => taken[from] === 0 && taken[to - 1] === 0);
    if (left.length === 0) continue;
    const gain = quickGain(text, left, ENTRY, false) - priorBits(text, candidate, seen);
    const isUsual = gain === most && candidate.chain.links[0]!.was === 'windows-1252';
    if (gain > most || isUsual) {
      most = gain;
      next = candidate;
    }
  }
  const wider = next && planOf(text, [...plan.candidates, next], seen);
  return wider && wider.gain > plan.gain ? wider : null;
}

/** Tries the plan's chains, or the likeliest, with what may have been lost; better if it pays for the guesses. */
function withLosses(text: WeighedText, plan: Plan | null, seen: ReadonlySet<string>): Plan | null {
  const { model, codes } = text;
  if (plan && coversAll(plan, codes) && !inCapitals(codes)) return plan;
  const proven = plan?.candidates.every((c) => c.chain.links.length === 1 && !isLegacy(c)) === true;
  const sets = proven ? [plan!.candidates] : suspects(codes).map((c) => [c]);
  let best = plan;
  for (const chosen of sets) {
    const lossy = chosen.map((c) => (c.torn ? c : guessing(model, codes, c, proven)));
    if (lossy.every((c) => !c.losses)) continue;
    const guessed = planOf(text, lossy, seen);
    if (guessed && guessed.gain > (best?.gain ?? 0) + UNPROVEN_GUESS) best = guessed;
  }
  return best;
}
