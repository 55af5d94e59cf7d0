import { costOf } from '../../../language-model/text-cost.ts';
import type { Model } from '../../../language-model/trigram-model.ts';
import {
  ENTRY,
  LEAST_ESTIMATE,
  ROUNDING,
  SLACK,
  STRANGE_BETWEEN_LAYERS,
  STRANGE_FOR_LEGACY,
  USUAL_BETWEEN_LAYERS,
} from '../costs.ts';
import { type Candidate, type Chain, isLegacy } from '../hypothesis.ts';
import { leastPriorBits, priorBits } from '../plausibility/prior.ts';
import { withoutTorn } from '../plausibility/torn-words.ts';
import type { LayeredText } from '../text/layered-text.ts';
import { type WeighedText, weighText } from '../text/weighed-text.ts';
import type { Workspace } from '../workspace.ts';
import { type ChainSearch, eachCandidate, withoutUnwritten } from './candidates.ts';
import type { TextEvidence } from './evidence.ts';
import { quickGain } from './gain.ts';
import { legacyAtCostly, legacySaving } from './legacy-gain.ts';

/** A candidate with the bits that it may save, by a quick estimate, its prior taken off. */
interface Estimated {
  readonly candidate: Candidate;
  readonly gain: number;
}

/** The chains that may pay for a text, the likeliest first. */
export function likelyCandidates(
  workspace: Workspace,
  text: WeighedText,
  evidence: TextEvidence,
): Candidate[] {
  const found: Estimated[] = [];
  eachCandidate(workspace, text.codes, chainSearch(workspace, text, evidence, found));
  return found.sort((x, y) => y.gain - x.gain).map(({ candidate }) => candidate);
}

/** How far to search; what is taken is added to `found`. */
function chainSearch(
  workspace: Workspace,
  text: WeighedText,
  { survey, seen, strange }: TextEvidence,
  found: Estimated[],
): ChainSearch {
  const { model } = workspace;
  return {
    take: (candidate, floor) => {
      const { candidate: likely, gain } = estimateOf(text, candidate, seen, floor);
      if (likely !== null && gain > -SLACK) found.push({ candidate: likely, gain });
      return gain;
    },
    isStrange: (layer) => isStrange(model, layer),
    mayPay: (untouched, chain) => mayPay(workspace, text, untouched, chain, seen),
    shallow: strange < STRANGE_FOR_LEGACY,
    only: seen.size === 0 ? null : seen,
    live: survey.live,
    legacy: seen.size > 0 ? survey.legacy : legacyAtCostly(text),
    legacyIn: (layer) => legacyAtCostly(weighText(model, Array.from(layer))),
  };
}

/** What a candidate would save; no candidate where that is too little to be looked into, by the bits that are missing. */
function estimateOf(
  text: WeighedText,
  whole: Candidate,
  seen: ReadonlySet<string>,
  floor: number,
): { readonly candidate: Candidate | null; readonly gain: number } {
  const written = withoutUnwritten(whole);
  const { chain } = written;
  const need = Math.max(LEAST_ESTIMATE, leastPriorBits(chain, seen) + Math.max(floor, 0) - SLACK);
  let candidate = written;
  let saved = quickGain(text, candidate.arcs, ENTRY, isLegacy(candidate));
  if (saved >= need && !isLegacy(candidate) && !seen.has(chain.key)) {
    candidate = withoutTorn(text, written);
    if (candidate !== written) saved = quickGain(text, candidate.arcs, ENTRY, false);
  }
  if (saved < need) return { candidate: null, gain: saved - need };
  return { candidate, gain: saved - priorBits(text, candidate, seen) };
}

/** Whether a legacy chain may save over an untouched text as much as its prior is at least. */
function mayPay(
  { decoders }: Workspace,
  text: WeighedText,
  untouched: LayeredText,
  chain: Chain,
  seen: ReadonlySet<string>,
): boolean {
  const need = Math.max(LEAST_ESTIMATE, leastPriorBits(chain, seen) - SLACK) - ROUNDING;
  return legacySaving(decoders, text, untouched, chain.links[0]!, need) >= need;
}

/** Whether a text between layers holds characters that surprise the model. */
function isStrange(model: Model, codes: ArrayLike<number>): boolean {
  const { length } = codes;
  const isWide = (i: number): boolean => i < length && codes[i]! >= 0x80;
  const excess = costOf(model, codes, length, excessCost, isWide, STRANGE_BETWEEN_LAYERS);
  return excess > STRANGE_BETWEEN_LAYERS;
}

/** What a character costs above what is usual between layers. */
function excessCost(model: Model, a: number, b: number, c: number): number {
  return Math.max(0, model.cost(a, b, c) - USUAL_BETWEEN_LAYERS);
}
