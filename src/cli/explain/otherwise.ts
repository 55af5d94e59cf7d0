import type { Label } from '../../contract/labels.ts';
import { isRemoved } from '../../contract/labels.ts';
import type { Verdict } from '../../document/verdict.ts';
import { MIN_MODEL_LINES } from '../../stages/label/index.ts';
import { MAX_OVERRULED, OVERRULING } from '../../stages/label/layout/prediction.ts';
import type { Favor } from '../../stages/label/model/cut-off.ts';
import { featureValue, featureWords } from '../../stages/label/why/feature-words.ts';
import type { Alternative, LineReason } from '../../stages/label/why/index.ts';
import type { Opinion } from '../../stages/label/why/opinion.ts';
import { type Line, MIN_PROSE_WEIGHT, MIN_UNENDED_PROSE_WEIGHT } from '../../stages/read/line.ts';
import { decimal, weightiest } from './opinion-text.ts';

/** Features that are named as able to turn the score: more would hide the rest. */
const MAX_TURNS = 2;

/** A block, as what would have decided otherwise depends on it. */
export interface Decided {
  readonly reason: LineReason;
  readonly line: Line;
  /** The labels that the block's spans have, in order, each once. */
  readonly labels: readonly Label[];
  /** The verdict of its first span that shows in the line. */
  readonly verdict: Verdict;
}

/** What would have decided otherwise, a sentence each. */
export function otherwise(decided: Decided): string[] {
  const { reason, line, verdict } = decided;
  const { opinion, notAsked, alternatives } = reason;
  const out = alternatives.flatMap((one) => alternativeText(one, decided));
  out.push(...ruleText(reason));
  if (opinion) out.push(...turnText(opinion));
  if (notAsked === 'few-lines') out.push(...proseText(line, verdict));
  if (verdict.kind === 'user' && verdict.replaced) {
    out.push(`without ${verdict.rule}: ${verdict.replaced.label}`);
  }
  return out;
}

const SWITCH: Readonly<Record<Favor, string>> = {
  precision: 'with --favor precision',
  balanced: 'without --favor',
  recall: 'with --favor recall',
};

function alternativeText(
  { change, labels: other }: Alternative,
  { reason: { opinion }, labels }: Decided,
): string[] {
  const isSame = other.join() === labels.join();
  const result = isSame ? `still ${labels.join(', ')}` : other.join(', ');
  if (change === 'no-user-rules') return isSame ? [] : [`without your own rules: ${result}`];
  if (opinion) {
    return [`${SWITCH[change]} (cut-off ${decimal(opinion.cutOffs[change])}): ${result}`];
  }
  return isSame ? [] : [`${SWITCH[change]}: ${result}`];
}

function ruleText({ opinion, withoutRule }: LineReason): string[] {
  if (withoutRule === null) return [];
  const { said, isBody, certainty } = withoutRule;
  const rule = `the rule ${said.rule} (certainty ${decimal(said.certainty)})`;
  const sure = opinion ? ` (certainty ${decimal(certainty)})` : '';
  const out = [`without ${rule}: ${isBody ? 'taken for body' : 'still not taken for body'}${sure}`];
  if (isBody && opinion?.overrules === 'never') {
    out.push(`the model does not overrule ${rule}; below ${MAX_OVERRULED} it could`);
  }
  if (isBody && opinion?.overrules === 'if-surer' && opinion.certainty <= OVERRULING) {
    out.push(`the model overrules ${rule} only where it is surer of body than ${OVERRULING}`);
  }
  return out;
}

function turnText(opinion: Opinion): string[] {
  if (opinion.overrules === 'never') return [];
  const turns = weightiest(opinion).filter(({ turn }) => turn !== null);
  return turns.slice(0, MAX_TURNS).map(({ name, value, turn }) => {
    const [is, were] = [featureValue(name, value), featureValue(name, turn!.value)];
    return `were “${featureWords(name)}” ${were} and not ${is}, the score would be ${decimal(turn!.score)}`;
  });
}

function proseText({ isProse, weight }: Line, { label }: Verdict): string[] {
  const more = `in a text of ${MIN_MODEL_LINES} lines or more the model would be asked`;
  if (isProse || !isRemoved(label)) return [more];
  const letters = `${MIN_UNENDED_PROSE_WEIGHT} letters, or with ${MIN_PROSE_WEIGHT} and the end of a sentence`;
  return [`with ${letters}, it would count as running text; it has ${Math.round(weight)}`, more];
}
