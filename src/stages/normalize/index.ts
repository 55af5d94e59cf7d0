import { withCopy } from '../../document/blocks.ts';
import type { Document, Edit, EditedText, Fact, Stage } from '../../document/document.ts';
import { addLayer, unedited } from '../../document/edits.ts';
import { withValue } from '../../document/facts.ts';
import { type Change, doubledSpaceChanges, invisibleChanges, spaceChanges } from './characters.ts';
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
      const copy = normalized(block.copy, RAW.has(block.type) ? RAW_STEPS : STEPS);
      return copy === block.copy ? block : withCopy(block, copy);
    }),
    facts: document.facts.map((fact): Fact => {
      if (!UNSTABLE.test(fact.value)) return fact;
      const { text } = normalized(unedited(fieldsApart(fact)), STEPS);
      return text === fact.value ? fact : withValue(fact, text.trim());
    }),
  });
}

/** Spaces of no width beside a space. */
const NO_WIDTH_GAP =
  /(?:[\u200b\u2060\ufeff]+\s|\s+[\u200b\u2060\ufeff])[\s\u200b\u2060\ufeff]*(?=\S)/g;

/** A person's name with a tab where a system joined another field to it with a space of no width. */
function fieldsApart({ value, type }: Fact): string {
  return type === 'Person' ? value.replace(NO_WIDTH_GAP, '\t') : value;
}

/** Each step sees what the one before it left: an accent may stand behind an invisible character. */
const STEPS: readonly Step[] = [
  (copy) => quoteChanges(copy.text, repairedCharacters(copy)),
  ({ text }) => invisibleChanges(text),
  ({ text }) => spaceChanges(text),
  ({ text }) => doubledSpaceChanges(text),
  ({ text }) => composeChanges(text),
];
/** In these, white space says something. */
const RAW: ReadonlySet<string> = new Set(['preformatted', 'table']);
const RAW_STEPS: readonly Step[] = STEPS.filter((step) => step !== STEPS[3]);

type Step = (copy: EditedText) => readonly Change[];

/**
 * Characters that no step changes where only such ones stand beside them: none is invisible, an exotic space or a
 * combining mark, or written otherwise in NFC (Unicode, DerivedNormalizationProps.txt).
 */
const STABLE = [
  '!-~', // printable ASCII
  '\\u00a1-\\u00ac\\u00ae-\\u02ff', // Latin and IPA
  '\\u0400-\\u0482\\u048a-\\u052f', // Cyrillic
  '\\u2010-\\u2027\\u2030-\\u205e', // general punctuation
  '\\u3001-\\u3003\\u3005-\\u3020\\u3041-\\u3096\\u30a1-\\u30ff', // CJK punctuation and kana
  '\\u4e00-\\u9fff\\uac00-\\ud7a3', // Han, Hangul syllables
  '\\uff01-\\uff5e', // full-width forms
].join('');
/** Another character, or a space at an edge or beside another; most texts have none, and are passed over. */
const UNSTABLE = new RegExp(`[^ ${STABLE}]| {2}|^ | $`);

function normalized(copy: EditedText, steps: readonly Step[]): EditedText {
  if (copy.layers.length === 0 && !UNSTABLE.test(copy.text)) return copy;
  return steps.reduce((current, step) => addLayer(current, step(current).map(asEdit)), copy);
}

function asEdit(change: Change): Edit {
  const certainty = change.rule === 'quote-spacing' ? 'inferred' : 'reversible';
  return { ...change, stage: 'normalize', certainty };
}
