import type { Edit } from '../../../document/document.ts';
import { loadModel, type Model } from '../../../language-model/trigram-model.ts';
import { CLEAR, SHOWN, STRANGE } from '../costs.ts';
import { textOf, wholeEdits } from '../edits/chain-edits.ts';
import { toEdits } from '../edits/plan-edits.ts';
import { type Chain, type Plan, PROOF } from '../hypothesis.ts';
import { inCapitals } from '../losses/guesses.ts';
import { isSounder } from '../plausibility/language-check.ts';
import { makesSense, mixesScripts, readsWell } from '../plausibility/residual.ts';
import { hasTelltale, isClean } from '../prefilter/may-be-damaged.ts';
import { survey } from '../prefilter/survey.ts';
import { type Evidence, isHopeless, plan } from '../search/plan.ts';
import { holdsSmall, isBeyondDoubt, readWhole } from '../search/single-chain.ts';
import { worthOf } from '../search/single-chain-gain.ts';
import { type Points, points, toText } from '../text/code-points.ts';
import { hasEntities, readEscapes } from '../text/escapes.ts';
import { loadScan, type Scan } from '../text/surprise.ts';

/** What is done to a text, and why. */
export interface Outcome {
  readonly edits: readonly Edit[];
  /** Whether damage was found and undone. */
  readonly solved: boolean;
  /** The chains that the text shows beyond doubt. */
  readonly shown: readonly Chain[];
}

/** No edits: one array for all texts that need none. */
export const NONE: readonly Edit[] = [];
const NO_CHAINS: readonly Chain[] = [];
const NOTHING: Outcome = { edits: NONE, solved: false, shown: NO_CHAINS };

/** Repairs one text; chains that were seen elsewhere in the article are looked for however well it reads. */
export function repairOne(text: string, escapes: boolean, seen: ReadonlySet<string>): Outcome {
  const model = loadModel();
  const scan = loadScan();
  const plain = !escapes && !hasEntities(text);
  const alone = plain && seen.size === 0;
  const scanned = alone ? scan.text(text, STRANGE) : STRANGE;
  const strange = scanned < STRANGE && hasTelltale(text) ? STRANGE : scanned;
  if (strange === 0) return NOTHING;
  const places = strange < STRANGE ? scan.marks : null;
  const spots = plain ? points(text) : readEscapes(text, escapes);
  const bare = spots.escaped.size === 0;
  const whole = seen.size === 0 && bare ? repairWhole(text, spots) : null;
  if (whole !== null) return whole;
  const found = survey(plain ? text : toText(spots.codes), places);
  const evidence = { survey: found, seen, strange };
  if (isHopeless(evidence) && bare) return NOTHING;
  const best = sensiblePlan(model, scan, spots, evidence);
  if (best === null) return bare ? NOTHING : { ...NOTHING, edits: toEdits(text, spots, null) };
  const shown = best.gain > SHOWN ? best.candidates.map((c) => c.chain) : NO_CHAINS;
  return { edits: toEdits(text, spots, best), solved: true, shown };
}

/** Repairs a text that one chain explains from end to end; null when none does beyond doubt. */
function repairWhole(text: string, spots: Points): Outcome | null {
  const model = loadModel();
  const scan = loadScan();
  const whole = readWhole(model, spots.codes);
  if (whole === null) return null;
  // what the model cannot read is believed where so much speaks for it and nothing is left to repair
  const isSure =
    readsWell(scan, text, whole) || (isBeyondDoubt(whole) && isClean(textOf(whole.level)));
  if (!isSure) return null;
  if (inCapitals(spots.codes) && holdsSmall(model, whole.level)) return null;
  const worth = whole.proof >= PROOF ? SHOWN + 1 : worthOf(model, spots.codes, whole);
  if (worth <= CLEAR) return null;
  const shown = worth > SHOWN ? [whole.chain] : NO_CHAINS;
  return { edits: wholeEdits(text, spots, whole), solved: true, shown };
}

function sensiblePlan(
  model: Model,
  scan: Scan,
  { codes }: Points,
  evidence: Evidence,
): Plan | null {
  const best = plan(model, codes, evidence);
  if (best === null || mixesScripts(model, best) || !makesSense(scan, codes, best)) return null;
  return isSounder(model, codes, best, evidence.seen) ? best : null;
}
