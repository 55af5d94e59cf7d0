import { withCopy } from '../document/blocks.ts';
import type { Document, Edit, Fact, Stage } from '../document/document.ts';
import { addLayer, applyEdits } from '../document/edits.ts';
import { withValue } from '../document/facts.ts';

/** Finds what to change in the texts of one article; sorted, non-overlapping edits per text. */
export type Editor = (texts: readonly string[]) => readonly (readonly Edit[])[];

/** A stage that changes the text of blocks, with an entry for each change, and the values of facts in the same way. */
export function editingStage(edit: Editor): Stage<Document, Document> {
  return (document) => {
    const { blocks, facts } = document;
    const texts = [...blocks.map((block) => block.copy.text), ...facts.map((fact) => fact.value)];
    const edits = edit(texts);
    return {
      ...document,
      blocks: blocks.map((block, i) =>
        edits[i]!.length === 0 ? block : withCopy(block, addLayer(block.copy, edits[i]!)),
      ),
      facts: facts.map((fact, i) => edited(fact, edits[blocks.length + i]!)),
    };
  };
}

function edited(fact: Fact, edits: readonly Edit[]): Fact {
  return edits.length === 0 ? fact : withValue(fact, applyEdits(fact.value, edits));
}
