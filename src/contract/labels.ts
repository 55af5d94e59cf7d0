/** Labels of text that is taken out of the article, as they stand in `removed[].label`. */
export const REMOVED_LABELS = [
  'navigation',
  'breadcrumb',
  'page-date',
  'duplicate-title',
  'duplicate-byline',
  'author-bio',
  'advertisement',
  'sponsored',
  'comment-form',
  'comments',
  'captcha',
  'covid-banner',
  'platform-notice',
  'cookie-consent',
  'newsletter',
  'subscription',
  'login',
  'social',
  'related',
  'read-more',
  'tags',
  'caption',
  'table',
  'credit',
  'player',
  'noscript',
  'loading',
  'icon-name',
  'copyright',
  'footer',
  'correction-form',
  'site-template',
  'other',
] as const;

/** Label of a span that is taken out of the article. */
export type RemovedLabel = (typeof REMOVED_LABELS)[number];

/** Label of a span that stays: what it is in the article. */
export type KeptLabel = 'title' | 'kicker' | 'subtitle' | 'byline' | 'section' | 'date' | 'body';

/** What a span of the source is. */
export type Label = KeptLabel | RemovedLabel;

const REMOVED: ReadonlySet<string> = new Set(REMOVED_LABELS);

/** Whether text with this label is taken out of the article. */
export function isRemoved(label: Label): label is RemovedLabel {
  return REMOVED.has(label);
}

/** Types of a body block, as they stand in `body[].type`. */
export const BODY_TYPES = [
  'paragraph',
  'heading',
  'list-item',
  'quote',
  'caption',
  'table',
  'preformatted',
] as const;

/** Type of a block of text. */
export type BodyType = (typeof BODY_TYPES)[number];
