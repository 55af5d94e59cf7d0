import type { Block, Document } from '../../../document/document.ts';
import type { Vocabulary } from '../../../recognize/vocabulary.ts';
import { proseShares } from '../layout/containers.ts';
import { isIconLine } from '../phrases/icons.ts';
import type { PhraseMatcher } from '../phrases/index.ts';
import { type Judged, type Verdict, verdict } from '../verdict.ts';
import { createMarkupJudge } from './markup-rules.ts';
import { lineVerdict } from './text-rules.ts';

/** What the rules that look at one block alone, its words and the markup around it, say of each block. */
export function firstVerdicts(
  { blocks, format }: Document,
  phrases: PhraseMatcher,
  vocabulary: Vocabulary,
): Judged[] {
  const markup = createMarkupJudge(proseShares(blocks));
  return blocks.map((block): Judged => {
    const known = hiddenVerdict(block) ?? lineVerdict(block, phrases, vocabulary);
    return { block, verdict: known ?? (format === 'html' ? markup(block) : null) };
  });
}

function hiddenVerdict(block: Block): Verdict | null {
  const { hidden, element } = block.context;
  if (isIconLine(block.copy.text)) return verdict('icon-name', 'icon-name', 0.95);
  if (!hidden) return null;
  for (let e = element, i = 0; e && i < 8; e = e.parent, i++) {
    if (e.tag === 'noscript') return verdict('noscript', 'tag:noscript', 0.95);
    if (e.tag === 'svg') return verdict('icon-name', 'tag:svg', 0.9);
  }
  return verdict('site-template', 'hidden', 0.9);
}
