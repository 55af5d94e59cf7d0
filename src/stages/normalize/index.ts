import type { Document, Edit, EditedText, Fact, Stage } from '../../document.ts';
import { addLayer, applyEdits, unedited } from '../../edits.ts';
import { type Change, characterChanges } from './characters.ts';
import { composeChanges } from './nfc.ts';
import { quoteChanges, repairedCharacters } from './quotes.ts';

/**
 * NFC, controls, soft hyphens, zero-width characters, exotic spaces, and the spacing around repaired
 * quotes. Joiners and bidi marks stay in the scripts that use them, no-break spaces beside French
 * punctuation and before units; quotes, width and ligatures stay as they are.
 */
export function createNormalize(): Stage<Document, Document> {
  return (document) => ({
    ...document,
    blocks: document.blocks.map((block) => {
      const edits = normalizing(block.copy);
      return edits.length === 0 ? block : { ...block, copy: addLayer(block.copy, edits) };
    }),
    facts: document.facts.map((fact): Fact => {
      const edits = normalizing(unedited(fact.value));
      return edits.length === 0 ? fact : { ...fact, value: applyEdits(fact.value, edits).trim() };
    }),
  });
}

function normalizing(copy: EditedText): Edit[] {
  const repaired = repairedCharacters(copy);
  const changes = [
    ...(repaired.length > 0 ? quoteChanges(copy.text, repaired) : []),
    ...characterChanges(copy.text),
    ...composeChanges(copy.text),
  ];
  return disjoint(changes).map((change) => ({
    ...change,
    stage: 'normalize',
    certainty: change.rule === 'quote-spacing' ? 'inferred' : 'reversible',
  }));
}

/** Sorted, without changes that overlap an earlier one. */
function disjoint(changes: readonly Change[]): Change[] {
  let end = 0;
  return changes
    .toSorted((a, b) => a.offset - b.offset)
    .filter((change) => {
      if (change.offset < end) return false;
      end = change.offset + change.length;
      return true;
    });
}
