import type { Document, Stage } from '../../document/document.ts';
import { editingStage } from '../editing-stage.ts';
import { createRepairer } from './index.ts';
import { lostCharacters } from './lost.ts';

/**
 * Undoes mojibake in all texts of an article, which are evidence for each other, and changes nothing else. What is lost
 * has a warning.
 */
export function createRepairStage(): Stage<Document, Document> {
  const repaired = editingStage(createRepairer());
  return (document) => {
    const found = repaired(document);
    const lost = lostCharacters(found);
    if (lost === null || found.warnings.some(({ code }) => code === lost.code)) return found;
    return { ...found, warnings: [...found.warnings, lost] };
  };
}
