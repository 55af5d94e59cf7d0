import { isDouble } from '../charsets/codecs.ts';
import { type Arc, type Candidate, isLegacy, type Step } from '../hypothesis.ts';
import { isMark } from '../text/characters.ts';
import type { WeighedText } from '../text/weighed-text.ts';

/**
 * The arcs of a candidate, those of one word joined where legacy bytes were read as other single bytes: they are
 * misread word by word, so a name that the model does not know keeps no letter of its own.
 */
export function byWords(text: WeighedText, candidate: Candidate): readonly Arc[] {
  const { arcs } = candidate;
  if (!isOfSingleBytes(candidate)) return arcs;
  const words: Arc[] = [];
  for (let k = 0; k < arcs.length; ) {
    let end = k + 1;
    while (end < arcs.length && isOneWord(text, arcs[end - 1]!, arcs[end]!)) end++;
    words.push(end === k + 1 ? arcs[k]! : joined(arcs.slice(k, end)));
    k = end;
  }
  return words;
}

/** Steps through `byWords` as steps through the candidates' own arcs. */
export function byArcs(steps: readonly Step[], candidates: readonly Candidate[]): readonly Step[] {
  if (!candidates.some(isOfSingleBytes)) return steps;
  const next = candidates.map(() => 0);
  return steps.flatMap((step) => {
    const { arcs } = candidates[step.option]!;
    if (!isOfSingleBytes(candidates[step.option]!)) return [step];
    let k = next[step.option]!;
    while (arcs[k]!.from < step.from) k++;
    const parts: Step[] = [];
    for (; k < arcs.length && arcs[k]!.to <= step.to; k++)
      parts.push({ ...arcs[k]!, option: step.option });
    next[step.option] = k;
    return parts;
  });
}

function isOfSingleBytes(candidate: Candidate): boolean {
  const { links } = candidate.chain;
  return isLegacy(candidate) && !links.some((l) => isDouble(l.was) || isDouble(l.readAs));
}

/** Whether an arc goes on where the one before it ends, and both make a letter of what is no mark. */
function isOneWord(text: WeighedText, before: Arc, arc: Arc): boolean {
  return arc.from === before.to && isOfWord(text, before) && isOfWord(text, arc);
}

function isOfWord({ model: { script, idOf }, codes }: WeighedText, { from, out }: Arc): boolean {
  return out.length === 1 && script[idOf(out[0]!)]! > 0 && !isMark(codes[from]!);
}

function joined(arcs: readonly Arc[]): Arc {
  return {
    from: arcs[0]!.from,
    to: arcs.at(-1)!.to,
    out: arcs.flatMap(({ out }) => out),
    cost: arcs.reduce((sum, { cost }) => sum + cost, 0),
  };
}
