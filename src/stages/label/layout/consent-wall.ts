import type { RemovedLabel } from '../../../contract/labels.ts';
import type { Namer } from '../../../recognize/phrases/naive-bayes.ts';
import { sentencesOf } from '../../../text/shape.ts';
import type { LabelledLine } from '../labelled-line.ts';
import type { Prediction } from './prediction.ts';

// Set by hand on texts of consent in twelve languages and on news about cookies: lines of a page's body that is a wall at
// most; the namer's certainty; the share of the text, 0 to 1, that it names so.
const MOST_LINES = 12;
const MIN_CERTAINTY = 0.8;
const MIN_SHARE = 0.5;
const CONSENT = 'cookie-consent' satisfies RemovedLabel;

/** Whether what looks like a page's body, or all that it says where nothing does, only asks for consent to cookies. */
export function isConsentWall({ lines, isBody, range, title }: Prediction, name: Namer): boolean {
  if (range === null) return false;
  const said = lines.filter(asksByRule);
  const likely = lines.filter((item, i) => isBody[i] && i !== title && !asksByRule(item));
  const body =
    likely.length > 0 ? likely : lines.filter((item, i) => i !== title && isUnnamed(item));
  if (body.length > MOST_LINES) return false;
  const sentences = body.flatMap(({ line }) => sentencesOf(line.text));
  const asking = sentences.filter((sentence) => {
    const naming = name(sentence);
    return naming?.label === CONSENT && naming.certainty >= MIN_CERTAINTY;
  });
  const consent = lengthOf(asking) + lengthOf(said.map(({ line }) => line.text));
  const all = lengthOf(sentences) + lengthOf(said.map(({ line }) => line.text));
  return asking.length > 0 && consent > all * MIN_SHARE;
}

function isUnnamed({ verdict, line }: LabelledLine): boolean {
  return verdict === null && !line.block.context.hidden;
}

function asksByRule({ verdict, setAside }: LabelledLine): boolean {
  return (verdict ?? setAside)?.label === CONSENT;
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}
