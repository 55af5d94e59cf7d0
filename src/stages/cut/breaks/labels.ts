import { once } from '../../../assets/once.ts';
import { POINTS_ELSEWHERE } from '../../../document/label-sets.ts';
import { parseByline } from '../../../recognize/byline/index.ts';
import { createPhraseMatcher } from '../../../recognize/phrases/index.ts';
import { type Break, breakAt } from '../break.ts';
import type { Token } from '../tokens.ts';

const LABEL_END = /[:：]$/;
// Set by hand: words of a label before its colon; words behind it.
const MAX_LABEL = 5;
const MAX_VALUE = 18;
/** Words of a headline. */
const MAX_HEADLINE = 30;

/** A small letter and, with no space between, the opening quote of a sentence, or one of whose words only the first is capital. */
const GLUED = /\p{Ll}{3}(?:["”»](?=["“«„]))?(?=["“«„]?\p{Lu}\p{Ll}+ \p{Ll})/u;

const phraseOf = once(createPhraseMatcher);

/**
 * Where a label begins behind the end of a sentence (`LEA TAMBIÉN: …`, `Reporting by: …`), and where what stands
 * behind its colon ends: at a seam, or where the sentence or the text does; a headline of another article also where the next
 * sentence was glued to it.
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
    if (colon < 0) continue;
    const { start } = tokens[i]!;
    const behind = valueEnd(tokens, colon, seams);
    const line = text.slice(start, behind ?? tokens[colon + 1]?.end);
    const phrase = phraseOf()(line);
    // What a link to another article says is a headline, which has no end mark.
    const isPointer = phrase !== null && POINTS_ELSEWHERE.has(phrase.label);
    const end = (isPointer ? gluedEnd(text, tokens, colon) : null) ?? behind;
    if (end === null) continue;
    if (phrase === null && parseByline(line)?.confident !== true) continue;
    out.push(breakAt(start));
    if (end < text.length) out.push(breakAt(end));
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

/** Where what stands behind a label ends, in UTF-16 units of the text; null where nothing shows it. */
function valueEnd(
  tokens: readonly Token[],
  colon: number,
  seams: ReadonlySet<number>,
): number | null {
  const most = Math.min(tokens.length, colon + MAX_VALUE);
  for (let i = colon + 1; i < most; i++) {
    const behind = tokens[i + 1];
    if (!behind) return tokens[i]!.end;
    if (tokens[i]!.stop || seams.has(behind.start)) return behind.start;
  }
  return null;
}

/** Where a headline behind a label was glued to the sentence that follows: `Leé: El valor sin aporte"Cuando se …`. */
function gluedEnd(text: string, tokens: readonly Token[], colon: number): number | null {
  const from = tokens[colon]!.end;
  const last = tokens[Math.min(tokens.length, colon + 1 + MAX_HEADLINE) - 1]!;
  const glued = GLUED.exec(text.slice(from, last.end));
  return glued === null ? null : from + glued.index + glued[0].length;
}
