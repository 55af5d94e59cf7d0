import { once } from '../../../assets/once.ts';
import { parseByline } from '../../../recognize/byline/index.ts';
import { createPhraseMatcher } from '../../../recognize/phrases/index.ts';
import { type Break, breakAt } from '../break.ts';
import type { Token } from '../tokens.ts';

/** Words at the text's start and end among which a phrase is looked for. Set by hand. */
const REACH = 16;

const phraseOf = once(createPhraseMatcher);

/**
 * Where a phrase of boilerplate or a byline ends that the text begins with, and where one begins that it ends with:
 * there scrapers leave most of what is not the article's.
 */
export function edgeBreaks(text: string, tokens: readonly Token[]): Break[] {
  const out: Break[] = [];
  const first = tokens.slice(0, REACH);
  for (let i = first.length - 1; i > 0; i--) {
    const behind = tokens[i]!;
    if (behind.kind === 'lower' || tokens[i - 1]!.comma) continue;
    if (i === 1 && !tokens[0]!.stop) break;
    if (!isBoilerplate(text.slice(0, tokens[i - 1]!.end))) continue;
    out.push(breakAt(behind.start));
    break;
  }
  const end = tokens.at(-1)?.end ?? 0;
  for (let i = Math.max(1, tokens.length - REACH); i + 1 < tokens.length; i++) {
    const [before, here] = [tokens[i - 1]!, tokens[i]!];
    if (here.kind === 'lower' || (!before.stop && (before.comma || before.common))) continue;
    const line = text.slice(here.start, end);
    if (!isBoilerplate(line) && !(before.stop && parseByline(line)?.confident === true)) continue;
    out.push(breakAt(here.start));
    break;
  }
  return out;
}

function isBoilerplate(line: string): boolean {
  return phraseOf()(line.trim()) !== null;
}
