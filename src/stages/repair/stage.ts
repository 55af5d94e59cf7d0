import type { Document, Edit, Stage } from '../../document/document.ts';
import { loadModel } from '../../language-model/trigram-model.ts';
import { type Editor, editingStage } from '../editing-stage.ts';
import { createRepairer } from './index.ts';
import { ligatureEdits } from './ligatures.ts';
import { lostCharacters } from './lost.ts';

/**
 * Undoes mojibake in all texts of an article, which are evidence for each other, and what readers of PDF make of
 * ligatures, and changes nothing else. What is lost has a warning.
 */
export function createRepairStage(): Stage<Document, Document> {
  const repaired = editingStage(createEditor());
  return (document) => {
    const found = repaired(document);
    const lost = lostCharacters(found);
    if (lost === null || found.warnings.some(({ code }) => code === lost.code)) return found;
    return { ...found, warnings: [...found.warnings, lost] };
  };
}

function createEditor(): Editor {
  const repairer = createRepairer();
  return (texts) => {
    const repairs = repairer(texts);
    const ligatures = ligatureEdits(loadModel, texts);
    return repairs.map((edits, i) => merged(edits, ligatures[i]!));
  };
}

/** The edits of both sorted lists, without those of the second that touch one of the first. */
function merged(first: readonly Edit[], second: readonly Edit[]): readonly Edit[] {
  if (second.length === 0) return first;
  let k = 0;
  const apart = second.filter(({ offset, length }) => {
    while (k < first.length && first[k]!.offset + first[k]!.length <= offset) k++;
    return k === first.length || first[k]!.offset >= offset + length;
  });
  return [...first, ...apart].sort((a, b) => a.offset - b.offset);
}
