import type { Label } from '../../../contract/labels.ts';
import { withPins } from '../../../document/blocks.ts';
import type { LabelledBlock } from '../../../document/document.ts';
import type { Verdict } from '../../../document/verdict.ts';
import type { Read } from '../../read/index.ts';
import { Line } from '../../read/line.ts';
import { createLabel, predict, ruledOf } from '../index.ts';
import type { Labelled } from '../labelled.ts';
import { type LabelledLine, labelledLine } from '../labelled-line.ts';
import { scoresOf } from '../layout/prediction.ts';
import type { Favor } from '../model/cut-off.ts';
import { createOpinions, FAVORS, type Opinion } from './opinion.ts';

/** Why the model has no opinion of a line: the user's rules took it out before, readers do not see it, too few lines. */
export type NotAsked = 'dropped' | 'hidden' | 'few-lines';

/** What a line would be labelled as if one thing were otherwise; found by labelling anew. */
export interface Alternative {
  /** What else could be favoured, or that the user's own rules were not there. */
  readonly change: Favor | 'no-user-rules';
  /** The labels that the line's spans would have, in order, each once. */
  readonly labels: readonly Label[];
}

/** What would be, had no rule that looks at one line alone spoken of a line. */
export interface WithoutRule {
  /** The rule's verdict. */
  readonly said: Verdict;
  /** Whether it would be taken for body. */
  readonly isBody: boolean;
  /** The model's certainty that it is body; 0 where the rules decide alone. */
  readonly certainty: number;
}

/** Why a line has the labels that it has, beyond the verdicts of its spans. */
export interface LineReason {
  /** Null where the model was not asked. */
  readonly opinion: Opinion | null;
  /** Null where it was asked. */
  readonly notAsked: NotAsked | null;
  /** The probability that the document holds an article; 1 in plain text. */
  readonly article: number;
  /** Whether the document was taken to hold one. */
  readonly hasArticle: boolean;
  readonly alternatives: readonly Alternative[];
  /** Null where no such rule spoke, or where the model has overruled it. */
  readonly withoutRule: WithoutRule | null;
}

/**
 * Gives the reasons for the labels of a document's blocks, by index. Decides everything once more, and more than
 * that, so it is for explaining and not for runs: the model's opinions come out of the very functions that decide.
 *
 * @param document what the label stage, or one behind it, gave.
 * @param favor what the run favoured.
 */
export function createWhy(document: Labelled, favor: Favor): (index: number) => LineReason {
  const read: Read = { ...document, blocks: document.lines.map(({ block }) => block) };
  const { shown, ruled, said } = ruledOf(read);
  const prediction = predict(ruled, shown, said, favor);
  const opinionOf = prediction.byModel
    ? createOpinions(ruled, scoresOf(ruled, shown, said), prediction, favor)
    : null;
  const others = alternativesOf(read, favor);
  const withoutRule = (at: number): WithoutRule | null => {
    const known = ruled[at]?.verdict;
    if (!known || prediction.isBody[at] || !isShown(ruled[at]!)) return null;
    const open = ruled.map((item, i) => (i === at ? labelledLine(item.line, null) : item));
    const { isBody, certainty } = predict(open, shown, said, favor);
    return { said: known, isBody: isBody[at]!, certainty: certainty[at]! };
  };
  return (index) => {
    const at = shown.lines.indexOf(read.lines[index]!);
    const opinion = at < 0 ? null : (opinionOf?.(at) ?? null);
    return {
      opinion,
      notAsked: opinion ? null : at < 0 ? 'dropped' : opinionOf ? 'hidden' : 'few-lines',
      article: prediction.article,
      hasArticle: prediction.range !== null,
      alternatives: others.map(({ change, blocks }) => ({
        change,
        labels: labelsOf(blocks[index]!),
      })),
      withoutRule: withoutRule(at),
    };
  };
}

function isShown({ line }: LabelledLine): boolean {
  return !line.block.context.hidden;
}

/** The labels that a block's spans have, in order, each once. */
export function labelsOf({ spans }: LabelledBlock): Label[] {
  return [...new Set(spans.map(({ label }) => label))];
}

function alternativesOf(
  read: Read,
  favor: Favor,
): { change: Alternative['change']; blocks: readonly LabelledBlock[] }[] {
  const favoured = FAVORS.filter((other) => other !== favor).map((change) => ({
    change,
    blocks: labelledIn(read, change),
  }));
  if (read.blocks.every(({ pins }) => pins.length === 0)) return favoured;
  const change = 'no-user-rules' as const;
  return [...favoured, { change, blocks: labelledIn(withoutPins(read), favor) }];
}

function labelledIn(read: Read, favor: Favor): readonly LabelledBlock[] {
  return createLabel(favor === 'balanced' ? {} : { favor })(read).blocks;
}

function withoutPins(read: Read): Read {
  const lines = read.lines.map((line) =>
    line.block.pins.length === 0 ? line : new Line(withPins(line.block, []), line.reading),
  );
  return { ...read, lines, blocks: lines.map(({ block }) => block) };
}
