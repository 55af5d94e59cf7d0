import { POINTS_ELSEWHERE } from '../../../document/label-sets.ts';
import { type Verdict, verdict } from '../../../document/verdict.ts';
import { labelOfPhrase } from '../../../recognize/phrases/index.ts';
import { wordsOf } from '../../../text/shape.ts';
import { keyOf } from '../../../text/tokens.ts';
import type { Line } from '../../read/line.ts';

/** UTF-16 units of a headline and its button; set by hand. */
const MAX_LENGTH = 140;
/** Words before the button; set by hand. */
const MIN_WORDS = 4;
/** Words of a button in a script with capitals, behind words that no stop ends: `… plan for the ferry? Read more`. */
const BUTTON = /[^\s.,:;…] (\p{Lu}\p{Ll}+(?: \p{Ll}+){1,3})$/u;
const NEW_SENTENCE = /[.!?…]["”’)]*\s+["“‘(]?\p{Lu}/u;

/** A headline of plain text with its button glued behind it: `Council closes the bridge Read more`. */
export function calledLineVerdict({ text, block, endsSentence }: Line): Verdict | null {
  if (block.context.element !== null || endsSentence || text.length > MAX_LENGTH) return null;
  const button = BUTTON.exec(text)?.[1];
  if (button === undefined) return null;
  const label = labelOfPhrase(keyOf(button));
  if (label === undefined || !POINTS_ELSEWHERE.has(label)) return null;
  const headline = text.slice(0, -button.length).trim();
  if (wordsOf(headline).length < MIN_WORDS || NEW_SENTENCE.test(headline)) return null;
  return verdict(label, 'phrase-with-gap');
}
