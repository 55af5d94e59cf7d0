import { once } from '../../../assets/once.ts';
import { createPhraseMatcher } from '../../../recognize/phrases/index.ts';
import { type Break, breakAt } from '../break.ts';
import type { Token } from '../tokens.ts';

/** Seams from which on a line is a whole page, of which what is proved is a part only. Set by hand. */
const MIN_SEAMS = 4;
/** UTF-16 units of a piece of running text, about what a paragraph of a newspaper has. Set by hand. */
const PIECE = 220;

/**
 * Ends of sentences at which the stretches between the seams of a whole page are cut into pieces as long as paragraphs
 * are, for what decides by lines. They prove nothing: where most of a stretch is the article, all of it is.
 */
export function sentenceBreaks(tokens: readonly Token[], seams: readonly Break[]): Break[] {
  if (seams.length < MIN_SEAMS) return [];
  const out: Break[] = [];
  let next = 0;
  let from = 0;
  tokens.forEach((token, i) => {
    while (next < seams.length && seams[next]!.at <= token.start) {
      from = seams[next]!.at;
      next += 1;
    }
    const behind = tokens[i + 1];
    if (!behind || !token.stop || behind.kind === 'lower' || token.end - from < PIECE) return;
    out.push({ at: behind.start, seam: 'sentences' });
    from = behind.start;
  });
  return out;
}

const phraseOf = once(createPhraseMatcher);

/** Where sentences of a whole page begin and end that are phrases of boilerplate: appeals, notices. */
export function sentencePhrases(
  text: string,
  tokens: readonly Token[],
  seams: readonly Break[],
): Break[] {
  if (seams.length < MIN_SEAMS) return [];
  const starts = new Set(seams.map(({ at }) => at));
  const out: Break[] = [];
  let from = 0;
  tokens.forEach((token, i) => {
    const behind = tokens[i + 1];
    const ends = token.stop && behind?.kind !== 'lower';
    if (behind && !ends && !starts.has(behind.start)) return;
    if (ends && phraseOf()(text.slice(tokens[from]!.start, token.end)) !== null) {
      out.push(breakAt(tokens[from]!.start), ...(behind ? [breakAt(behind.start)] : []));
    }
    from = i + 1;
  });
  return out;
}
