import type { Document, Stage } from '../../document/document.ts';
import { editingStage } from '../editing-stage.ts';
import { createRepairer } from './index.ts';

/** Undoes mojibake in all texts of an article, which are evidence for each other, and changes nothing else. */
export function createRepairStage(): Stage<Document, Document> {
  return editingStage(createRepairer());
}
