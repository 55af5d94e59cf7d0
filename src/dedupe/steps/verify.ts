import { createRoom } from '../sign/room.ts';
import { comparedOf, createJudge } from '../verify/judge.ts';
import { createGramWeights, type WeightTable } from '../weights/gram-weights.ts';
import { integer, type SignedText, type Step, signedText } from './step.ts';

/**
 * Makes the step that decides about pairs: `{a, b, first, second}`, numbers of two texts and each as `{day, signature}`,
 * becomes `{a, b, same, reason, strength}`.
 *
 * @param windowDays days that may lie between two texts that are one
 */
export function createVerifyStep(windowDays: number, table: WeightTable): Step {
  const weights = createGramWeights(table);
  const room = createRoom();
  const judge = createJudge(windowDays);
  const compared = ({ signature, day }: SignedText) => comparedOf(signature, weights, day, room);
  return (row) => {
    const [a, b] = [integer(row['a'], 'a'), integer(row['b'], 'b')];
    const first = compared(signedText(row['first'], 'first'));
    const { same, reason, strength } = judge(first, compared(signedText(row['second'], 'second')));
    return { a, b, same, reason, strength };
  };
}
