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
  'agency-end',
  'agency-ending',
  'agency-part',
  'agency-word',
  'author-in-line',
  'author-label',
  'before-date',
  'by-word',
  'byline-verb',
  'byline-verb-open',
  'city',
  'credit-prefix',
  'credit-word',
  'dateline-city',
  'dateline-job',
  'honorific',
  'japanese-label',
  'job-behind-name',
  'job-in-label',
  'korean-job',
  'korean-label',
  'modified',
  'name-article',
  'name-particle',
  'name-particle-first',
  'no-name',
  'not-writing-by',
  'other-work',
  'outlet-ending',
  'place-before',
  'place-particle',
  'place-short',
  'published',
  'report-word',
  'reporter',
  'reporter-in-lead',
  'reporter-kind',
  'reporter-of',
  'reporter-report',
  'reporting-by',
  'second-label',
  'source-label',
  'wire-behind-agency',
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
