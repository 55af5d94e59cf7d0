import type { Namer } from '../../../recognize/phrases/naive-bayes.ts';
import { sentencesOf } from '../../../text/shape.ts';
import type { Prediction } from './prediction.ts';

// Set by hand on texts of consent in twelve languages and on news about cookies: lines of a page's body that is a wall at
// most; the namer's certainty; the share of the text, 0 to 1, that it names so.
const MOST_LINES = 12;
const MIN_CERTAINTY = 0.8;
const MIN_SHARE = 0.5;

/** Whether what looks like a page's body only asks for consent to cookies. */
export function isConsentWall({ lines, isBody, range }: Prediction, name: Namer): boolean {
  if (range === null) return false;
  const body = lines.filter((_, i) => isBody[i]).map(({ line }) => line);
  if (body.length > MOST_LINES) return false;
  let all = 0;
  let consent = 0;
  for (const sentence of body.flatMap(({ text }) => sentencesOf(text))) {
    const naming = name(sentence);
    all += sentence.length;
    const asks = naming?.label === 'cookie-consent' && naming.certainty >= MIN_CERTAINTY;
    if (asks) consent += sentence.length;
  }
  return consent > all * MIN_SHARE;
}
