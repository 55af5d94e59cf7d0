import type { Edit } from '../../../document/document.ts';
import { CLEAR, SHOWN, STRANGE } from '../costs.ts';
import { chainEdits } from '../edits/chain-edits.ts';
import { planEdits } from '../edits/plan-edits.ts';
import { type Chain, type Plan, PROOF } from '../hypothesis.ts';
import { inCapitals } from '../losses/guesses.ts';
import { withoutGuesses } from '../losses/undecided.ts';
import { isMoreLanguageLike } from '../plausibility/language-check.ts';
import { leavesLittleSurprise, mixesScripts, readsWell } from '../plausibility/residual.ts';
import { hasTelltale, mayBeDamaged } from '../prefilter/may-be-damaged.ts';
import { survey } from '../prefilter/survey.ts';
import { isHopeless, type TextEvidence } from '../search/evidence.ts';
import { plan } from '../search/plan.ts';
import { holdsSmall, isBeyondDoubt, readSingleChain } from '../search/single-chain.ts';
import { singleChainGain } from '../search/single-chain-gain.ts';
import { type CodePoints, codePointsOf, toText } from '../text/code-points.ts';
import { hasEntities, readEscapes } from '../text/escapes.ts';
import type { Workspace } from '../workspace.ts';

/** What is done to a text, and why. */
export interface Outcome {
  readonly edits: readonly Edit[];
  /** Whether damage was found and undone. */
  readonly solved: boolean;
  /** The chains that were undone. */
  readonly chains: readonly Chain[];
  /** Bits that undoing them saved. */
  readonly gain: number;
}

/** No edits: one array for all texts that need none. */
export const NO_EDITS: readonly Edit[] = [];
const NO_CHAINS: readonly Chain[] = [];
const NOTHING: Outcome = { edits: NO_EDITS, solved: false, chains: NO_CHAINS, gain: 0 };

/**
 * Repairs one text.
 * @param escapes whether escapes other than entities are undone, too
 * @param seen keys of chains that were seen elsewhere in the article: they are looked for however well the text reads
 */
export function repairText(
  workspace: Workspace,
  text: string,
  escapes: boolean,
  seen: ReadonlySet<string>,
): Outcome {
  const plain = !escapes && !hasEntities(text);
  const { strange, places } =
    plain && seen.size === 0 ? strangenessOf(workspace, text) : STRANGE_THROUGHOUT;
  if (strange === 0) return NOTHING;
  const points = plain ? codePointsOf(workspace, text) : readEscapes(text, escapes);
  const bare = points.escaped.size === 0;
  const whole = seen.size === 0 && bare ? repairBySingleChain(workspace, text, points) : null;
  if (whole !== null) return whole;
  const found = survey(plain ? text : toText(points.codes), places);
  const evidence = { survey: found, seen, strange };
  if (isHopeless(evidence) && bare) return NOTHING;
  const best = plausiblePlan(workspace, points, evidence);
  if (best === null) return bare ? NOTHING : { ...NOTHING, edits: planEdits(text, points, null) };
  const chains = best.candidates.map((c) => c.chain);
  return { edits: planEdits(text, points, best), solved: true, chains, gain: best.gain };
}

/** How strange a text is, in bits, and the places that make it so; null for all places. */
interface Strangeness {
  readonly strange: number;
  readonly places: readonly number[] | null;
}

const STRANGE_THROUGHOUT: Strangeness = { strange: STRANGE, places: null };

function strangenessOf({ surprise, units }: Workspace, text: string): Strangeness {
  const strange = surprise.units(units.unitsOf(text), text.length, STRANGE);
  if (strange >= STRANGE || hasTelltale(text)) return STRANGE_THROUGHOUT;
  return { strange, places: [...surprise.places] };
}

/** Repairs a text that one chain explains from end to end; null when none does beyond doubt. */
function repairBySingleChain(
  workspace: Workspace,
  text: string,
  points: CodePoints,
): Outcome | null {
  const { model, units } = workspace;
  const reading = readSingleChain(workspace, points.codes);
  if (reading === null) return null;
  const { level, chain, proof } = reading;
  // what the model cannot read is believed where so much speaks for it and nothing is left to repair
  const isSure =
    readsWell(workspace, text, reading) ||
    (isBeyondDoubt(reading) && !mayBeDamaged(workspace, units.textOf(level.codes, level.length)));
  if (!isSure) return null;
  if (inCapitals(points.codes) && holdsSmall(model, level)) return null;
  const gain = proof >= PROOF ? SHOWN + 1 : singleChainGain(model, points.codes, reading);
  if (gain <= CLEAR) return null;
  const edits = chainEdits(units, text, points, reading);
  return { edits, solved: true, chains: [chain], gain };
}

/** The best plan for a text, if what it makes of the text is plausible. */
function plausiblePlan(
  workspace: Workspace,
  { codes }: CodePoints,
  evidence: TextEvidence,
): Plan | null {
  const { model, surprise } = workspace;
  const best = plan(workspace, codes, evidence);
  if (best === null || mixesScripts(model, best)) return null;
  if (!leavesLittleSurprise(surprise, codes, best, evidence.seen)) return null;
  if (!isMoreLanguageLike(model, codes, best, evidence.seen)) return null;
  return withoutGuesses(model, codes, best);
}
