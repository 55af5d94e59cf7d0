import { type Verdict, verdict } from '../../../document/verdict.ts';
import { parseByline } from '../../../recognize/byline/index.ts';
import { spelled } from '../../../recognize/words.ts';
import { type LabelledLine, relabel } from '../labelled-line.ts';
import { agencyLineVerdict } from '../line-rules/agency-line.ts';
import type { RegionContext } from './context.ts';

/** UTF-16 units; few captions are longer. Set by hand on the open benchmark's pages. */
const MAX_LENGTH = 250;
// Of body that the model is so sure of, more is right than of captions told by their last words.
const SURE = 0.7;
const SURER = 0.8;
/** What stands before a colon. Of credits without one many say who wrote or printed the article. */
const LABEL = /^[([]?([^:：]{2,40})[:：]/u;
const LAST_SENTENCE =
  /[。！？]\s*(?=[^。！？]{3,30}$)|[.!?…。)\]]["”’»]?\s+(?=\p{Lu}[^.!?]{3,60}\.?$)|\s*[(（]\s*(?=[^()（）]{3,60}[)）]$)/u;

/**
 * Captions that nothing marks: a short line that ends in a photo credit, or stands right above one. What
 * stands last in the body is seldom a caption, and a credit that names who wrote is no photo's.
 */
export function labelCaptions(
  lines: readonly LabelledLine[],
  { bodyEnd, html, reading }: RegionContext,
): LabelledLine[] {
  const { phrases, language } = reading;
  return lines.map((item, i) => {
    const { text, block } = item.line;
    const open = item.verdict
      ? item.verdict.label === 'body' || item.verdict.kind === 'model'
      : item.line.endsSentence;
    if (!open || block.type !== 'paragraph') return item;
    if (text.length > MAX_LENGTH || (html && isSure(item))) return item;
    const said = html || isSurer(item) ? null : saidCaption(item);
    if (said) return relabel(item, said);
    const last = LAST_SENTENCE.exec(text);
    const inside = item.verdict?.label !== 'body' || i + 1 < bodyEnd;
    const end = last === null ? '' : text.slice(last.index + last[0].length);
    const credited =
      phrases(end)?.label === 'credit' && parseByline(end, language)?.confident !== true;
    return credited || (!html && inside && isOverCredit(lines[i + 1]))
      ? relabel(item, verdict('caption', 'caption-with-credit'))
      : item;
  });
}

/** What a line of plain text is that says so at its start, as `Image caption …` or `Photo: …`, and is no more than that. */
function saidCaption({ line }: LabelledLine): Verdict | null {
  const said = line.phrase;
  if (said?.label !== 'caption' && said?.label !== 'credit') return agencyLineVerdict(line);
  const label = LABEL.exec(line.text)?.[1];
  const ofPicture = label !== undefined && !spelled('source-label').has(label.toLowerCase());
  return said.label === 'caption' || ofPicture ? verdict(said.label, said.rule) : null;
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
