import type { Verdict } from '../../../document/verdict.ts';
import type { LabelledLine } from '../labelled-line.ts';
import { mayBeBody, OVERRULING, type Prediction, type Scored } from '../layout/prediction.ts';
import { type Favor, pickBody } from '../model/cut-off.ts';
import { type Weighed, weighFeatures } from './occlusion.ts';

/** All that lines can be decided in favour of. */
export const FAVORS: readonly Favor[] = ['precision', 'balanced', 'recall'];

/** What the model thinks of one line. */
export interface Opinion {
  /** 0 to 1; comparable with the cut-off only. */
  readonly score: number;
  /** The score from which this line is taken for body, by what is favoured. */
  readonly cutOffs: Readonly<Record<Favor, number>>;
  /** The probability that it is body: the share of body among lines of such a score. */
  readonly certainty: number;
  /** Whether it was picked; not always what score and cut-off say, since holes are filled and ends trimmed. */
  readonly picked: boolean;
  /** Whether it is body in the end: picked, in no appended article, and no rule is in the way. */
  readonly isBody: boolean;
  /** What the rules that look at one line alone said of it; null where none spoke. */
  readonly said: Verdict | null;
  /** What that lets the model do. */
  readonly overrules: 'free' | 'if-surer' | 'never';
  /** The weightiest first. */
  readonly weighed: readonly Weighed[];
}

/**
 * What the model thinks of the visible lines of a document: gives the opinion of a line by its index, or null for one
 * that it was not asked about, since readers do not see it.
 */
export function createOpinions(
  ruled: readonly LabelledLine[],
  { weights, features, scores }: Scored,
  { certainty, isBody }: Prediction,
  favor: Favor,
): (index: number) => Opinion | null {
  const { sequence, table } = features;
  const picks = new Map(FAVORS.map((one) => [one, pickBody(sequence, scores, one)]));
  const cutOff = (one: Favor, row: number): number => picks.get(one)!.limits[row]!;
  return (index) => {
    const row = sequence.index.indexOf(index);
    if (row < 0) return null;
    const item = ruled[index]!;
    return {
      score: scores[row]!,
      cutOffs: {
        precision: cutOff('precision', row),
        balanced: cutOff('balanced', row),
        recall: cutOff('recall', row),
      },
      certainty: certainty[index]!,
      picked: picks.get(favor)!.picked[row]!,
      isBody: isBody[index]!,
      said: item.verdict,
      overrules: freedom(item, sequence.html),
      weighed: weighFeatures(weights.blocks, table, row, cutOff(favor, row)),
    };
  };
}

function freedom(item: LabelledLine, html: boolean): Opinion['overrules'] {
  if (mayBeBody(item, OVERRULING, html)) return 'free';
  return mayBeBody(item, 1, html) ? 'if-surer' : 'never';
}
