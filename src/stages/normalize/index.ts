import type { Document, Edit, EditedText, Fact, Stage } from '../../document.ts';
import { addLayer, unedited } from '../../edits.ts';
import { type Change, invisibleChanges, spaceChanges } from './characters.ts';
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
      const copy = normalized(block.copy);
      return copy === block.copy ? block : { ...block, copy };
    }),
    facts: document.facts.map((fact): Fact => {
      const { text } = normalized(unedited(fact.value));
      return text === fact.value ? fact : { ...fact, value: text.trim() };
    }),
  });
}

/** Each step sees what the one before it left: an accent may stand behind an invisible character. */
const STEPS: readonly ((copy: EditedText) => readonly Change[])[] = [
  (copy) => quoteChanges(copy.text, repairedCharacters(copy)),
  ({ text }) => invisibleChanges(text),
  ({ text }) => spaceChanges(text),
  ({ text }) => composeChanges(text),
];

function normalized(copy: EditedText): EditedText {
  return STEPS.reduce((current, step) => addLayer(current, step(current).map(asEdit)), copy);
}

function asEdit(change: Change): Edit {
  const certainty = change.rule === 'quote-spacing' ? 'inferred' : 'reversible';
  return { ...change, stage: 'normalize', certainty };
}
