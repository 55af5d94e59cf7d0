import { type Verdict, verdict } from '../../../document/verdict.ts';
import type { PhraseMatch } from '../../../recognize/phrases/index.ts';
import { spelled } from '../../../recognize/words.ts';
import type { Line } from '../../read/line.ts';
import type { Reading } from '../../read/reading.ts';
import { type LabelledLine, relabel } from '../labelled-line.ts';
import { agencyLineVerdict } from '../line-rules/agency-line.ts';
import { endsInCredit } from '../line-rules/credit-end.ts';
import type { RegionContext } from './context.ts';
import { labelHeadedCaptions } from './headed-captions.ts';

// In letters of an alphabet (see `weightOf`), set by hand on the open benchmark's pages and texts: few captions are longer; in
// plain text some of those that hold their credit are.
const MAX_LENGTH = 250;
const MAX_CREDITED = 400;
/** UTF-16 units that hold what a caption says of itself: `FILE - In this Aug. 21, 2012, file photo, …`. */
const OPENING = 120;
const QUOTE = /["“”«»„]/u;
// Of body that the model is so sure of, more is right than of captions told by their last words.
const SURE = 0.7;
/** Of plain text that says to be a caption, set by hand on real scraped texts. */
const SURER = 0.8;
/** What stands before a colon. Of credits without one many say who wrote or printed the article. */
const LABEL = /^[([]?([^:：]{2,40})[:：]/u;

/**
 * Captions that nothing marks: a short line that ends in a photo credit, or stands right above one. What
 * stands last in the body is seldom a caption, and a credit that names who wrote is no photo's.
 */
export function labelCaptions(
  lines: readonly LabelledLine[],
  { bodyEnd, html, reading }: RegionContext,
): LabelledLine[] {
  return (html ? lines : labelHeadedCaptions(lines)).map((item, i) => {
    if (!isOpen(item) || item.line.block.type !== 'paragraph') return item;
    const said = html ? null : saidCaption(item);
    if (said) return relabel(item, said);
    const { text, weight } = item.line;
    if (html && isSure(item)) return item;
    const inside = item.verdict?.label !== 'body' || i + 1 < bodyEnd;
    const over = !html && inside && weight <= MAX_LENGTH && isOverCredit(lines[i + 1]);
    const credited = weight <= (html ? MAX_LENGTH : MAX_CREDITED);
    return over || (credited && endsInCredit(text, reading))
      ? relabel(item, verdict('caption', 'caption-with-credit'))
      : item;
  });
}

/** Whether a line of plain text is a caption by its own words: it says so, or ends in a picture's credit. */
export function isCaption(item: LabelledLine, reading: Reading): boolean {
  const { text, weight } = item.line;
  if (weight <= MAX_LENGTH && endsInCredit(text, reading)) return true;
  return saidCaption(item)?.label === 'caption';
}

function isOpen({ verdict: found, line }: LabelledLine): boolean {
  return found ? found.label === 'body' || found.kind === 'model' : line.endsSentence;
}

/** What a line of plain text is that says so at its start, as `Image caption …` or `Photo: …`, and is no more than that. */
function saidCaption(item: LabelledLine): Verdict | null {
  const { line } = item;
  const said = line.phrase ?? ofOpening(line);
  if (said?.label === 'caption' && said.rule === 'phrase-with-gap') {
    return verdict('caption', said.rule);
  }
  if (isSurer(item)) return null;
  if (said?.label !== 'caption' && said?.label !== 'credit') return agencyLineVerdict(line);
  const label = LABEL.exec(line.text)?.[1];
  const ofPicture = label !== undefined && !spelled('source-label').has(label.toLowerCase());
  return said.label === 'caption' || ofPicture ? verdict(said.label, said.rule) : null;
}

/** What the first words of a line are that is too long for a phrase, or quotes somebody. */
function ofOpening({ text, reading, block }: Line): PhraseMatch | null {
  // Of a text in one line nothing shows where a caption ends.
  if (block.piece !== null) return null;
  const quote = text.search(QUOTE);
  const end = quote > 0 ? quote : text.length;
  if (end <= OPENING) return quote > 0 ? reading.phrases(text.slice(0, end)) : null;
  return reading.phrases(text.slice(0, text.lastIndexOf(' ', OPENING)));
}

/** The model is surer of it than even a line that calls itself a caption could be wrong. */
function isSurer({ verdict: found }: LabelledLine): boolean {
  return found?.label === 'body' && found.kind === 'model' && found.certainty > SURER;
}

/** The model has read how the markup and the text around it look. */
function isSure({ verdict: found }: LabelledLine): boolean {
  return found?.label === 'body' && found.kind === 'model' && found.certainty > SURE;
}

function isOverCredit(next: LabelledLine | undefined): boolean {
  if (next?.verdict?.label !== 'credit' || next.line.block.context.gap !== 0) return false;
  return next.line.byline?.confident !== true;
}
