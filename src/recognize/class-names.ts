import { type ClassPattern, classNamesBuilt } from '../assets/lexicon.ts';
import { once } from '../assets/once.ts';
import type { RemovedLabel } from '../contract/labels.ts';

/** The parts of a page that data/class-names.json has names for; `npm run generate` fails where the file has others. */
export const CLASS_PARTS = [
  'pull-quote',
  'quote',
  'line-fact',
  'byline',
  'section',
  'kicker',
  'subtitle',
  'deck',
  'summary',
  'page-header',
  'headline',
  'author-property',
  'date-property',
  'author-class',
  'date-class',
  'comment-list',
  'author-name',
  'author-line',
  'time-published',
  'time-modified',
  'hidden',
  'shown-when-wide',
  'panel',
  'no-panel',
  'next-article',
  'clamp-dots',
  'listing',
  'single',
] as const;

/** A part of a page that elements are named after. */
export type ClassPart = (typeof CLASS_PARTS)[number];

/** Before and behind an entry, by how it stands in the words of an element. */
const BOUNDS = {
  anywhere: ['', ''],
  // Words are parted by spaces, hyphens and underscores.
  word: ['(?:^|[\\s_-])', '(?:[\\s_-]|$)'],
  wordStart: ['(?:^|[\\s_-])', ''],
  wordEnd: ['', '(?:[\\s_-]|$)'],
  // Names are parted by spaces: `entry-title` is one.
  name: ['(?:^|\\s)', '(?:\\s|$)'],
  nameStart: ['(?:^|\\s)', ''],
  nameEnd: ['', '(?:\\s|$)'],
  // Also parted by digits and any sign, as in an address.
  letters: ['(?:^|[^a-z])', '(?:[^a-z]|$)'],
} as const;

type Bound = keyof typeof BOUNDS;

/** Names of one part of a page: for each way of standing in an element's words, entries. */
export type ClassNames = Partial<Readonly<Record<Bound, readonly string[]>>> & {
  /** Whether capitals count as small letters: the words are lower-cased unless they come from an attribute itself. */
  readonly anyCase?: boolean;
};

const GROUP = /\((?!\?)/g;

/**
 * Makes names one regular expression, as source and flags. An entry is a piece of a regular expression in which round
 * brackets only group.
 * @throws SyntaxError an entry is no such piece
 * @example compileClassNames({ word: ['nav', 'menu'] }) // ['(?:^|[\\s_-])(?:nav|menu)(?:[\\s_-]|$)', '']
 */
export function compileClassNames(names: ClassNames): ClassPattern {
  const sources = bounds().flatMap((bound) => {
    const entries = names[bound] ?? [];
    const [before, behind] = BOUNDS[bound];
    for (const entry of entries) new RegExp(entry);
    const joined = entries.map((entry) => entry.replace(GROUP, '(?:')).join('|');
    return entries.length === 0 ? [] : [`${before}(?:${joined})${behind}`];
  });
  return [sources.join('|'), names.anyCase ? 'i' : ''];
}

function bounds(): readonly Bound[] {
  return Object.keys(BOUNDS) as Bound[];
}

/**
 * Makes a test for the class, id, role and itemprop words of an element, in lower case: whether they name a part. The
 * names are read when it is first used.
 */
export function namesPart(part: ClassPart): (words: string) => boolean {
  const pattern = once(() => new RegExp(...classNamesBuilt().parts[part]!));
  return (words) => words !== '' && pattern().test(words);
}

/** The labels that words of elements stand for, the ones that have the say first. */
const labels = once(() =>
  classNamesBuilt().labels.map(([label, pattern]) => ({
    label: label as RemovedLabel,
    pattern: new RegExp(...pattern),
  })),
);

/**
 * The label of the boilerplate that an element's words name, null for other words.
 * @example labelOfNames('site-footer wide') // 'footer'
 */
export function labelOfNames(words: string): RemovedLabel | null {
  return labels().find(({ pattern }) => pattern.test(words))?.label ?? null;
}
