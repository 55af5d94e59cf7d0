import { dayOf } from './row.ts';
import { createDraft, type Draft, isStub } from './sign/draft.ts';
import { draftArticle } from './sign/draft-article.ts';
import { packSignature } from './sign/pack.ts';
import { createRoom } from './sign/room.ts';
import { cleanMarks } from './tokens/clean-marks.ts';
import { createComparer, type Overlap } from './verify/compare.ts';
import type { Verdict } from './verify/decide.ts';
import { compareFacts, type FactCounts } from './verify/facts.ts';
import { type Compared, comparedOf, createJudge } from './verify/judge.ts';
import type { GramWeights } from './weights/gram-weights.ts';

/** An article as it is explained. */
export interface ExplainedText {
  readonly text: string;
  readonly date?: string | null | undefined;
}

/** Why two articles are one, or are not. */
export interface PairExplanation {
  readonly verdict: Verdict | typeof SAME_TEXT;
  readonly overlap: Overlap;
  readonly facts: FactCounts;
  /** Numbers and names that stand between the same words and differ, as each article has them. */
  readonly differing: readonly (readonly [string, string])[];
  /** Paragraphs of which the other article has little. */
  readonly onlyInA: readonly string[];
  readonly onlyInB: readonly string[];
}

/** Below this share of its pairs of words, a paragraph counts as not being in the other article. Set by hand. */
const LITTLE = 0.3;
/** UTF-16 units on either side that are shown of a number or name. */
const AROUND = 24;
const WORD = /^[\p{L}\p{N}\p{M}.,%’'-]+/u;
const SPACE = /\s+/g;
const LINE = /\n+/;
const SAME_TEXT = { same: true, reason: 'same-text', strength: 1 } as const;

interface Read extends Compared {
  /** Text around each number and name, by place. */
  readonly shown: ReadonlyMap<number, { readonly value: number; readonly text: string }[]>;
  readonly grams: ReadonlySet<number>;
  /** The same for the same words; null where there are too few. */
  readonly identity: number | null;
}

/** Explains the verdict on two articles. */
export function explainPair(
  a: ExplainedText,
  b: ExplainedText,
  weights: GramWeights,
  window: number,
): PairExplanation {
  const draft = createDraft();
  const [first, second] = [read(a, draft, weights), read(b, draft, weights)];
  const comparer = createComparer();
  comparer.take(first.signature);
  return {
    verdict: isSameText(first, second) ? SAME_TEXT : createJudge(window)(first, second),
    overlap: comparer.with(second.signature),
    facts: compareFacts(first.facts, second.facts),
    differing: differingFacts(first, second),
    onlyInA: ownParagraphs(a.text, second.grams, draft, weights),
    onlyInB: ownParagraphs(b.text, first.grams, draft, weights),
  };
}

/** The same text is one at any distance of time, as a run has it. */
function isSameText(a: Read, b: Read): boolean {
  return a.identity !== null && a.identity === b.identity;
}

function read({ text, date }: ExplainedText, draft: Draft, weights: GramWeights): Read {
  draftArticle(text, draft, weights);
  const compared = comparedOf(packSignature(draft), weights, dayOf(date), createRoom());
  const clean = cleanMarks(text);
  const shown = new Map<number, { value: number; text: string }[]>();
  for (let i = 0; i < draft.factCount; i++) {
    const start = draft.tokens.starts[draft.factTokens[i]!]!;
    const word = WORD.exec(clean.slice(start, start + AROUND))?.[0] ?? '';
    const context = clean.slice(Math.max(0, start - AROUND), start + word.length + AROUND);
    const place = draft.places[i]!;
    const list = shown.get(place) ?? [];
    list.push({ value: draft.values[i]!, text: `${word} (…${context.replace(SPACE, ' ')}…)` });
    shown.set(place, list);
  }
  return {
    ...compared,
    identity: isStub(draft) ? null : draft.identity,
    shown,
    grams: new Set(compared.signature.grams),
  };
}

function differingFacts(a: Read, b: Read): [string, string][] {
  const heldBy = ({ facts }: Read): Set<number> => new Set(facts.allValues);
  const [heldByA, heldByB] = [heldBy(a), heldBy(b)];
  const out: [string, string][] = [];
  for (const [place, facts] of a.shown) {
    const onlyInA = facts.find(({ value }) => !heldByB.has(value));
    const onlyInB = b.shown.get(place)?.find(({ value }) => !heldByA.has(value));
    if (onlyInA && onlyInB) out.push([onlyInA.text, onlyInB.text]);
  }
  return out;
}

function ownParagraphs(
  text: string,
  others: ReadonlySet<number>,
  draft: Draft,
  weights: GramWeights,
): string[] {
  return text.split(LINE).filter((line) => {
    draftArticle(line, draft, weights);
    const grams = draft.grams.subarray(0, draft.gramCount).filter((_, i) => draft.weights[i]! > 0);
    const shared = grams.filter((gram) => others.has(gram)).length;
    return grams.length > 0 && shared < LITTLE * grams.length;
  });
}
