import type { Label, RemovedLabel } from '../contract/labels.ts';

// All sets of labels that rules and features ask for. A new label is an entry of REMOVED_LABELS in contract/labels.ts; it
// works without one here, and stands here where a rule shall treat it like others of its kind.

type LabelSet = ReadonlySet<string>;

function setOf<Known extends Label>(...labels: readonly Known[]): LabelSet {
  return new Set<string>(labels);
}

/**
 * Kinds of boilerplate as the model sees them: the feature `group` is the number of the label's group, from 1; 0 for a
 * label of none. The weights were trained on it: a label in a group, or in another one, needs new ones.
 */
export const MODEL_GROUPS: readonly LabelSet[] = [
  setOf<RemovedLabel>('comments', 'comment-form', 'captcha'),
  setOf<RemovedLabel>('related', 'read-more', 'sponsored', 'advertisement'),
  setOf<RemovedLabel>('caption', 'credit', 'player'),
  setOf<RemovedLabel>('social', 'newsletter', 'subscription', 'login', 'cookie-consent'),
  setOf<RemovedLabel>('navigation', 'breadcrumb', 'footer', 'copyright'),
  setOf<RemovedLabel>('author-bio', 'tags', 'correction-form', 'site-template'),
];

/** The labels that word rules give, in an order of the model's own: its feature `label` is the place here; trained on. */
export const MODEL_LABELS: readonly string[] = [
  'copyright',
  'advertisement',
  'social',
  'comments',
  'comment-form',
  'captcha',
  'newsletter',
  'subscription',
  'login',
  'cookie-consent',
  'navigation',
  'breadcrumb',
  'player',
  'tags',
  'footer',
  'related',
  'read-more',
  'sponsored',
  'credit',
  'caption',
  'correction-form',
  'platform-notice',
  'site-template',
  'author-bio',
];

/** The rules that look at a line's words, in an order of the model's own: its feature `wordRule` is the place here; trained on. */
export const WORD_RULES: readonly string[] = [
  'phrase',
  'copyright-sign',
  'reading-time',
  'tag-line',
  'line-of-crumbs',
  'names-of-networks',
  'line-of-short-parts',
  'line-of-links',
  'phrase-with-gap',
  'role-line',
  'mail-address',
  'bare-link',
  'icon-name',
];

/** What mostly stands behind an article, as the model's features `sinceClosing` and `closingSoFar` see it; trained on. */
export const MODEL_CLOSING = setOf<RemovedLabel>(
  'comments',
  'comment-form',
  'related',
  'tags',
  'copyright',
  'newsletter',
);

/** Readers' words: behind the first of them prose is seldom the author's, and they may hold more prose than the article. */
export const COMMENTS = setOf<RemovedLabel>('comments', 'comment-form');

/** Labels by names of elements that mostly mean what they say: the model must be surer to overrule them. */
export const TRUSTED_NAMES = setOf<RemovedLabel>(
  'caption',
  'credit',
  'author-bio',
  'comment-form',
  'captcha',
  'cookie-consent',
  'player',
  'login',
);

/** Links, advertisements and pictures' captions that stand between two paragraphs of an article. */
export const BETWEEN_PARAGRAPHS = setOf<RemovedLabel>(
  'related',
  'read-more',
  'advertisement',
  'caption',
  'credit',
  'player',
);

const OFFERED = [
  'advertisement',
  'sponsored',
  'social',
  'comments',
  'comment-form',
  'correction-form',
  'captcha',
  'newsletter',
  'subscription',
  'login',
  'cookie-consent',
  'read-more',
  'platform-notice',
] as const;

/** What pages offer their readers beside an article: words that name it are hardly ever the article's own. */
export const OFFERS = setOf<RemovedLabel>(...OFFERED);

/** What a site says of itself and of its offers, in sentences of its own. Pointers and tags name what articles are about. */
export const SITE_SPEAKS = setOf<RemovedLabel>(
  ...OFFERED.filter((label) => label !== 'read-more'),
  'copyright',
  'footer',
);

/**
 * A whole line of plain text that is a phrase of these is boilerplate unless the model is very sure: of such lines of the open
 * benchmark's texts that scored above .3, 1 of 30 was the article's. Of the other offers' most were.
 */
export const SURE_OFFERS = setOf<RemovedLabel>(
  'advertisement',
  'sponsored',
  'newsletter',
  'comments',
  'login',
);

/**
 * The same of lines with words of their own in a phrase's gaps. Pointers (`Read more: …`) stand in the gold of some of the
 * benchmark's articles; of 29 that a model took for body in 910 scraped texts, labelled by hand, one was the article's.
 */
export const SURE_WITH_GAP = setOf<RemovedLabel>(
  'subscription',
  'newsletter',
  'platform-notice',
  'read-more',
  'related',
  'player',
  'caption',
  'author-bio',
);

/**
 * What is an offer with words of its own in a phrase's gaps only: of 11 such lines that scored above .04, those of `related`
 * aside, none was the article's.
 */
export const OFFERS_WITH_GAP = setOf<RemovedLabel>('related', 'tags', 'author-bio', 'covid-banner');

/** What stands over a page's title as a banner, with buttons below its words. */
export const BANNERS = setOf<RemovedLabel>(...OFFERED, 'footer', 'covid-banner', 'noscript');

/** Lines that point to other articles. */
export const POINTS_ELSEWHERE = setOf<RemovedLabel>('related', 'read-more');

/** Boxes with a heading and sentences below it, which belong to the box. */
export const BOXES_WITH_TEXT = setOf<RemovedLabel>(
  'newsletter',
  'subscription',
  'cookie-consent',
  'login',
  'comment-form',
);

/** Forms, whose fields and buttons are worded alike: the first line says which form it is. */
export const FORMS = setOf<RemovedLabel>(
  'newsletter',
  'subscription',
  'login',
  'comment-form',
  'cookie-consent',
  'correction-form',
);

/** Boxes whose first line names the lines below it that have no better name. */
export const NAMING_BOXES: LabelSet = new Set([...FORMS, ...setOf('related')]);

/** What a paragraph is taken for by its place or its last words, and given back where that would be most of the body. */
export const SET_APART = setOf('subtitle', 'caption', 'author-bio');

/** What may stand right above a title. */
export const ABOVE_TITLE = setOf('kicker', 'date', 'section');

/** What may stand between a title and the body, and hold the article's dates and authors. */
export const AROUND_TITLE = setOf(
  'site-template',
  'navigation',
  'other',
  'byline',
  'date',
  'credit',
  'social',
  'section',
  'subtitle',
  'kicker',
  'read-more',
  'breadcrumb',
  'author-bio',
);

/** What speaks of other articles or of readers: its dates are none of the article's. */
export const NOT_OF_ARTICLE = setOf<RemovedLabel>(
  'comments',
  'related',
  'comment-form',
  'advertisement',
  'sponsored',
  'copyright',
);
