import { POINTS_ELSEWHERE } from '../../../document/label-sets.ts';
import { type Verdict, verdict } from '../../../document/verdict.ts';
import { labelOfPhrase } from '../../../recognize/phrases/index.ts';
import { keyOf } from '../../../text/tokens.ts';
import type { Line } from '../../read/line.ts';

/** UTF-16 units of a line; headlines are shorter. Set by hand. */
const MAX_LENGTH = 250;
/** UTF-16 units of the words before the link. Set by hand. */
const MAX_LABEL = 40;
/** UTF-16 units by which marks and spaces may have changed since the share of links was counted. */
const TOLERANCE = 2;
/** Labels before a colon are the lists' to tell: of the others `More: …` may as well be the author's own. */
const COLON = /[:：]\s*$/u;
const WORD = /[\p{L}\p{N}]/u;

/**
 * A line of a page that begins with the words that point to another article, and is one link behind them: `Lire aussi`
 * and a headline, with or without a mark between. Where all of it is a link, the words are bold.
 */
export function labelledLinkVerdict({ text, block }: Line): Verdict | null {
  const { linkShare, boldShare, element } = block.context;
  if (element === null || linkShare === 0 || text.length > MAX_LENGTH) return null;
  const label = text.length * (linkShare < 1 ? 1 - linkShare : boldShare);
  if (label > MAX_LABEL || label < 2) return null;
  for (let by = -TOLERANCE; by <= TOLERANCE; by++) {
    const at = Math.round(label) + by;
    if (at <= 0 || at >= text.length || isInWord(text, at)) continue;
    const words = text.slice(0, at);
    if (COLON.test(words)) return null;
    const found = labelOfPhrase(keyOf(words));
    if (found !== undefined && POINTS_ELSEWHERE.has(found)) {
      return verdict(found, 'phrase-with-gap');
    }
  }
  return null;
}

function isInWord(text: string, at: number): boolean {
  return WORD.test(text[at - 1]!) && WORD.test(text[at]!);
}
