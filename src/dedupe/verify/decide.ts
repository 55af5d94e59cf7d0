import type { Overlap } from './compare.ts';
import type { FactCounts } from './facts.ts';

// All shares were set on the open benchmark, by cross-validation over its clusters and with a table of weights that had
// not seen its templates.

// Two articles whose leads stand in each other's head, each to such a share, are one where so much of the smaller one is
// shared.
const BOTH_LEADS = 0.2;
const SHARED_WITH_LEADS = 0.35;

// Where one lead does: the other article was given another opening, or is a longer version.
const ONE_LEAD = 0.3;
const SHARED_WITH_LEAD = 0.62;

// Where no lead does, nearly all of the smaller one must stand in the other, and be half of it.
const SHARED_ALONE = 0.85;
const COVERED_ALONE = 0.5;

// Of an article that says less, twenty rare grams, most must be in the other and little else: what is left of a
// template without its common words is too little to tell by.
const MIN_WEIGHT = 150;
const COVERED_WHEN_SHORT = 0.7;

// Of the numbers and names that stand between the same words, such a share may differ; of numbers alone, where as many do.
const MOST_DIFFERENT = 0.2;
const MIN_NUMBERS = 2;
const MOST_DIFFERENT_NUMBERS = 0.3;

/** Why two articles with other words are one. */
export type SameReason =
  /** Both begin alike and share enough. */
  | 'same-lead'
  /** One begins as the other does further down, and most of the smaller one is shared. */
  | 'extended'
  /** Nearly all of one stands in the other. */
  | 'contained';

/** Why two articles are not one. */
export type OtherReason =
  /** Numbers or names differ where the words around them are the same: a template, filled in anew. */
  | 'other-facts'
  /** Too little is shared. */
  | 'other-text'
  /** More days lie between them than the window allows. */
  | 'other-time';

/** Whether two articles are one; `strength` says how much speaks for it, 0 to 1. */
export type Verdict =
  | { readonly same: true; readonly reason: SameReason; readonly strength: number }
  | { readonly same: false; readonly reason: OtherReason; readonly strength: number };

/** Decides by what two articles share and by their facts, which are asked for only where enough is shared. */
export function decide(overlap: Overlap, facts: () => FactCounts): Verdict {
  const reason = reasonOf(overlap);
  const strength = (overlap.containment + overlap.lead + overlap.otherLead) / 3;
  if (reason === null) return { same: false, reason: 'other-text', strength };
  if (isOther(facts())) {
    return { same: false, reason: 'other-facts', strength };
  }
  return { same: true, reason, strength };
}

function isOther({ numbers, names }: FactCounts): boolean {
  const differ = numbers.differ + names.differ;
  if (differ > MOST_DIFFERENT * (numbers.agree + names.agree + differ)) return true;
  return (
    numbers.differ >= MIN_NUMBERS &&
    numbers.differ > MOST_DIFFERENT_NUMBERS * (numbers.agree + numbers.differ)
  );
}

function reasonOf({ containment, coverage, weight, lead, otherLead }: Overlap): SameReason | null {
  if (weight < MIN_WEIGHT) return coverage >= COVERED_WHEN_SHORT ? 'same-lead' : null;
  if (containment >= SHARED_WITH_LEADS && otherLead >= BOTH_LEADS) return 'same-lead';
  if (containment >= SHARED_WITH_LEAD && lead >= ONE_LEAD) return 'extended';
  if (containment >= SHARED_ALONE && coverage >= COVERED_ALONE) return 'contained';
  return null;
}
