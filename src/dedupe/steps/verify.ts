import { InputError } from '../../contract/errors.ts';
import { createRoom } from '../sign/room.ts';
import { type Compared, comparedOf, createJudge } from '../verify/judge.ts';
import { createGramWeights, type WeightTable } from '../weights/gram-weights.ts';
import { fieldsOf, integer, listOf, type Step, signedText } from './step.ts';

/**
 * Makes the step that decides about pairs: `{texts: [{id, day, signature}], pairs: [{a, b}]}`, texts and the pairs among them
 * that are asked for, becomes `{edges: [{a, b, strength}]}` with those that are one. A text goes along once, in
 * however many pairs it is.
 *
 * @param windowDays days that may lie between two texts that are one
 */
export function createVerifyStep(windowDays: number, table: WeightTable): Step {
  const weights = createGramWeights(table);
  const room = createRoom();
  const judge = createJudge(windowDays);
  return (row) => {
    const texts = new Map<number, Compared>();
    for (const value of listOf(row['texts'], 'texts')) {
      const { day, signature } = signedText(value, 'texts');
      const id = integer(fieldsOf(value, 'texts')['id'], 'texts.id');
      texts.set(id, comparedOf(signature, weights, day, room));
    }
    const textOf = (id: number, name: string): Compared => {
      const found = texts.get(id);
      if (found !== undefined) return found;
      throw new InputError('not-a-row', `expected "${name}" to be the id of a text, found ${id}`);
    };
    const edges = listOf(row['pairs'], 'pairs').flatMap((value) => {
      const fields = fieldsOf(value, 'pairs');
      const [a, b] = [integer(fields['a'], 'pairs.a'), integer(fields['b'], 'pairs.b')];
      const { same, strength } = judge(textOf(a, 'pairs.a'), textOf(b, 'pairs.b'));
      return same ? [{ a, b, strength }] : [];
    });
    return { edges };
  };
}
