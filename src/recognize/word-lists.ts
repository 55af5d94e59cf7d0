/** Lists of words in data/languages that are compared as `phraseKey` gives them (src/text/phrase-key.ts). */
export const FOLDED_LISTS = [
  'agencies',
  'before-date',
  'byline-and',
  'byline-date',
  'byline-prefix',
  'byline-prefix-colon',
  'date-link',
  'desk',
  'desk-word',
  'furniture',
  'modified',
  'no-author',
  'no-place',
  'organization',
  'other-week',
  'published',
  'read-time',
  'role',
] as const;

/** Lists of words that are looked for as they are spelt, in lower case. */
export const SPELT_LISTS = [
  'before-date',
  'by-word',
  'byline-verb',
  'byline-verb-open',
  'city',
  'credit-prefix',
  'credit-word',
  'dateline-city',
  'honorific',
  'modified',
  'name-article',
  'name-particle',
  'name-particle-first',
  'no-name',
  'not-writing-by',
  'place-before',
  'place-particle',
  'place-short',
  'published',
  'reporting-by',
  'source-label',
  'written-by',
] as const;

/** Lists of words that are compared as `keyOf` gives them (src/text/tokens.ts). */
export const KEYED_LISTS = [
  'byline-prefix',
  'editor-note',
  'kicker',
  'modified',
  'organization',
  'published',
  'read-time',
  'role',
  'section',
] as const;

/** A list whose words are folded. */
export type FoldedList = (typeof FOLDED_LISTS)[number];
/** A list whose words are as they are spelt. */
export type SpeltList = (typeof SPELT_LISTS)[number];
/** A list whose words are keys. */
export type KeyedList = (typeof KEYED_LISTS)[number];
