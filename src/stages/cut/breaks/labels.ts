import { once } from '../../../assets/once.ts';
import { parseByline } from '../../../recognize/byline/index.ts';
import { createPhraseMatcher } from '../../../recognize/phrases/index.ts';
import { type Break, breakAt } from '../break.ts';
import type { Token } from '../tokens.ts';

const LABEL_END = /[:：]$/;
// Set by hand: words of a label before its colon; words behind it.
const MAX_LABEL = 5;
const MAX_VALUE = 18;

const phraseOf = once(createPhraseMatcher);

/**
 * Where a label begins behind the end of a sentence (`LEA TAMBIÉN: …`, `Reporting by: …`), and where what stands
 * behind its colon ends: at a seam, or where the sentence or the text does.
 */
export function labelBreaks(
  text: string,
  tokens: readonly Token[],
  seams: ReadonlySet<number>,
): Break[] {
  const out: Break[] = [];
  for (let i = 1; i < tokens.length; i++) {
    const opens = tokens[i - 1]!.stop || seams.has(tokens[i]!.start);
    if (!opens || tokens[i]!.kind === 'lower') continue;
    const colon = labelEnd(text, tokens, i);
    const end = colon < 0 ? -1 : valueEnd(tokens, colon, seams);
    if (end < 0) continue;
    const line = text.slice(tokens[i]!.start, tokens[end]!.end);
    if (phraseOf()(line) === null && parseByline(line)?.confident !== true) continue;
    out.push(breakAt(tokens[i]!.start));
    const behind = tokens[end + 1];
    if (behind) out.push(breakAt(behind.start));
  }
  return out;
}

/** The word that ends in the colon of a label; -1 where none does. */
function labelEnd(text: string, tokens: readonly Token[], from: number): number {
  for (let i = from; i < Math.min(tokens.length, from + MAX_LABEL); i++) {
    const { start, end, stop } = tokens[i]!;
    if (LABEL_END.test(text.slice(start, end))) return i;
    if (stop) return -1;
  }
  return -1;
}

/** The last word of what a label stands before; -1 where nothing shows its end. */
function valueEnd(tokens: readonly Token[], colon: number, seams: ReadonlySet<number>): number {
  const most = Math.min(tokens.length, colon + MAX_VALUE);
  for (let i = colon + 1; i < most; i++) {
    const behind = tokens[i + 1];
    if (!behind || tokens[i]!.stop || seams.has(behind.start)) return i;
  }
  return -1;
}
