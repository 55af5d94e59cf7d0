import { describe, expect, it } from 'vitest';
import { repairText } from '../../../src/stages/repair/article/repair-text.ts';
import { NOTHING_SEEN } from '../../../src/stages/repair/hypothesis.ts';
import { createRepairer } from '../../../src/stages/repair/index.ts';
import { createWorkspace, type Workspace } from '../../../src/stages/repair/workspace.ts';
import { cases } from './cases.ts';

const inputs = ['lines', 'untouched'].flatMap(cases).map(({ input }) => input);

describe('a workspace', () => {
  it('leaves nothing of one text to the next: in whatever order, each is repaired alike', () => {
    const repairWith = (workspace: Workspace, text: string): unknown =>
      repairText(workspace, text, false, NOTHING_SEEN).edits;
    const one = createWorkspace();
    const other = createWorkspace();
    const forwards = inputs.map((text) => repairWith(one, text));
    const backwards = inputs.toReversed().map((text) => repairWith(other, text));
    expect(backwards.toReversed()).toEqual(forwards);
  });

  it('is overwritten without changing what was found in it', () => {
    const repairAll = createRepairer();
    const first = repairAll(['donâ€™t, cafÃ©']);
    const before = structuredClone(first);
    for (const text of inputs) repairAll([text]);
    expect(first).toEqual(before);
  });

  it('is one for each repairer: two may take turns', () => {
    const [one, two] = [createRepairer(), createRepairer()];
    for (const text of inputs.slice(0, 20)) expect(two([text])).toEqual(one([text]));
  });
});
