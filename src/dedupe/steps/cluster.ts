import { InputError } from '../../contract/errors.ts';
import { cluster, type Edge } from '../cluster/cluster.ts';
import { createRoom } from '../sign/room.ts';
import { type Compared, comparedOf, createJudge } from '../verify/judge.ts';
import { createGramWeights, type WeightTable } from '../weights/gram-weights.ts';
import { fieldsOf, integer, listOf, type Step, signedText } from './step.ts';

/** A member of a component. */
interface Member {
  readonly id: number;
  readonly compared: Compared;
}

/**
 * Makes the step that parts a component into clusters: `{members: [{id, day, signature}], edges: [{a, b, strength}]}`,
 * what the pairs hold together that were found to be one, becomes `{members: [{id, first, reason}]}` with those that are
 * not the first of their cluster. Numbers stand in the order in which texts are kept; that of the lists does not matter.
 *
 * @param windowDays days that may lie between two texts that are one
 */
export function createClusterStep(windowDays: number, table: WeightTable): Step {
  const weights = createGramWeights(table);
  const judge = createJudge(windowDays);
  const room = createRoom();
  const memberOf = (value: unknown): Member => {
    const { day, signature } = signedText(value, 'members');
    const id = integer(fieldsOf(value, 'members')['id'], 'members.id');
    return { id, compared: comparedOf(signature, weights, day, room) };
  };
  return (row) => {
    const members = listOf(row['members'], 'members')
      .map(memberOf)
      .sort((a, b) => a.id - b.id);
    const placeOf = new Map(members.map(({ id }, i) => [id, i]));
    const edges = listOf(row['edges'], 'edges').map((value) => edgeOf(value, placeOf));
    const verdict = (a: number, b: number) => judge(members[a]!.compared, members[b]!.compared);
    const clusterOf = cluster(members.length, edges, verdict);
    const joined = members.flatMap(({ id }, i) => {
      const first = clusterOf[i]!;
      if (first === i) return [];
      const { same, reason } = verdict(first, i);
      return [{ id, first: members[first]!.id, reason: same ? reason : 'linked' }];
    });
    return { members: joined };
  };
}

function edgeOf(value: unknown, placeOf: ReadonlyMap<number, number>): Edge {
  const { a, b, strength } = fieldsOf(value, 'edges');
  const place = (end: unknown, name: string): number => {
    const found = placeOf.get(integer(end, name));
    if (found !== undefined) return found;
    throw new InputError(
      'not-a-row',
      `expected "${name}" to be the id of a member, found ${String(end)}`,
    );
  };
  // Written by engines, 1 may come as 1.0, which is the same number.
  return { a: place(a, 'edges.a'), b: place(b, 'edges.b'), strength: Number(strength) };
}
