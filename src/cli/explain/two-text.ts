import type { PairExplanation } from '../../dedupe/explain-pair.ts';
import type { JoinReason } from '../../dedupe/row.ts';
import { excerpt, printable } from '../../text/printable.ts';

/** The words that two titles are compared by. */
type Titles = readonly [string, string];

const SAYS: Readonly<Record<PairExplanation['verdict']['reason'], (days: number) => string>> = {
  'same-text': () => 'they have the same words',
  'same-lead': () => 'both begin alike, and enough of the smaller one is shared',
  extended: () =>
    'one begins as the other does further down, and most of the smaller one is shared',
  contained: () => 'nearly all of one stands in the other, and is much of it',
  'other-facts': () =>
    'numbers or names differ where the words around them are the same: a template, filled in anew',
  'other-text': () => 'too little is shared',
  'other-time': (days) => `more than ${days} ${days === 1 ? 'day lies' : 'days lie'} between them`,
};
/** Lines of each kind that are shown. Set by hand. */
const MOST_SHOWN = 5;
/** Percent of the whole. */
const PERCENT = 100;

/** Why two articles are one or are not, in lines for people. */
export function pairLines(
  explanation: PairExplanation & { readonly titles: Titles },
  [nameA, nameB]: readonly [string, string],
  windowDays: number,
): string[] {
  const { verdict, overlap, facts, differing, onlyInA, onlyInB, titles } = explanation;
  const { numbers, names } = facts;
  const says = SAYS[verdict.reason](windowDays);
  return [
    `${verdict.same ? 'one article' : 'two articles'}: ${says} [${verdict.reason}]`,
    `  shared   ${percent(overlap.containment)} of the smaller one, ${percent(overlap.coverage)} of the larger one, by weight`,
    `  leads    ${percent(overlap.lead)} and ${percent(overlap.otherLead)} stand in the other's first sentences`,
    `  numbers  ${numbers.agree} agree, ${numbers.differ} differ`,
    `  names    ${names.agree} agree, ${names.differ} differ`,
    `  titles   ${titlesText(titles)}`,
    ...shown(differing, ([x, y]) => `  differ   ${excerpt(x)} | ${excerpt(y)}`),
    ...shown(onlyInA, (line) => `  only in ${printable(nameA)}: ${excerpt(line)}`),
    ...shown(onlyInB, (line) => `  only in ${printable(nameB)}: ${excerpt(line)}`),
  ];
}

/** Why two titles are one or are not, in lines for people. */
export function titleLines(
  { same, reason, titles }: { same: boolean; reason: JoinReason | null; titles: Titles },
  windowDays: number,
): string[] {
  const why = same
    ? reason === 'cut-title'
      ? 'one is cut off where the other goes on'
      : 'they have the same words'
    : titles.includes('')
      ? 'one of the articles has no title'
      : titles[0] === titles[1]
        ? `more than ${windowDays} days lie between them, or they say too little`
        : 'their words differ';
  return [
    `${same ? 'one title' : 'two titles'}: ${why}${reason === null ? '' : ` [${reason}]`}`,
    ...titles.map((words) => `  compared as  "${excerpt(words)}"`),
  ];
}

function titlesText([a, b]: Titles): string {
  if (a === '' || b === '') return 'not known of both';
  return a === b ? 'the same' : 'others';
}

function shown<T>(list: readonly T[], show: (item: T) => string): string[] {
  const lines = list.slice(0, MOST_SHOWN).map(show);
  const more = list.length - lines.length;
  return more > 0 ? [...lines, `  … and ${more} more`] : lines;
}

function percent(share: number): string {
  return `${Math.round(share * PERCENT)} %`;
}
