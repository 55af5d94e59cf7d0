/**
 * What a rule looks at: `words`, the line itself; `markup`, tags and names of the elements around it; `hidden`, that
 * readers do not see it; `place`, where it stands; `range`, nothing but that it stands in the body's stretch; `model`,
 * everything; `title`, the page's titles; `box`, what it is glued to; `user`, the user's own rules and options.
 */
export type RuleKind =
  | 'words'
  | 'markup'
  | 'hidden'
  | 'place'
  | 'range'
  | 'model'
  | 'title'
  | 'box'
  | 'user';

/** A rule of the label stage. */
export interface Rule {
  readonly kind: RuleKind;
  /** 0 to 1; null where each verdict has its own. */
  readonly certainty: number | null;
  /** What the rule says of a line, to be read behind the line's text. */
  readonly says: string;
  /** It says that a line is removed, not what it is: words or neighbours may give a better name. */
  readonly isGuess?: true;
}

/**
 * The rules that have a name of their own. Certainties were set by hand, by how often each rule is right on the open
 * benchmark's pages and texts.
 */
export const NAMED = {
  phrase: { kind: 'words', certainty: 0.95, says: 'is a phrase of data/languages' },
  'phrase-with-gap': {
    kind: 'words',
    certainty: 0.85,
    says: 'is a phrase of data/languages with words of its own in the gap',
  },
  'copyright-sign': { kind: 'words', certainty: 0.9, says: 'is a copyright line' },
  'line-of-crumbs': {
    kind: 'words',
    certainty: 0.9,
    says: 'begins at Home or a section and has crumb signs',
  },
  'browser-mark': {
    kind: 'words',
    certainty: 0.95,
    says: 'is what a terminal browser prints for a button, a frame or a field',
  },
  shortcode: {
    kind: 'words',
    certainty: 0.97,
    says: "is nothing but shortcodes of the site's software",
  },
  'tag-line': {
    kind: 'words',
    certainty: 0.85,
    says: 'has a word for tags before its colon, or is nothing but hashtags',
  },
  stated: {
    kind: 'words',
    certainty: 0.97,
    says: 'is called that by the head or marks of the text',
  },
  'role-line': { kind: 'words', certainty: 0.7, says: 'has a job before its colon' },
  'agency-line': {
    kind: 'words',
    certainty: 0.8,
    says: 'is names with strokes between them, the last of them a wire agency',
  },
  'names-of-networks': { kind: 'words', certainty: 0.9, says: 'is mostly names of networks' },
  'name-of-network': { kind: 'words', certainty: 0.7, says: 'is short and names a network' },
  'line-of-links': {
    kind: 'words',
    certainty: 0.9,
    says: 'is a row of names of sections and links',
    isGuess: true,
  },
  'line-of-short-parts': {
    kind: 'words',
    certainty: 0.7,
    says: 'is a row of short parts between bars',
    isGuess: true,
  },
  'mail-address': { kind: 'words', certainty: 0.7, says: 'is a mail address' },
  'bare-link': { kind: 'words', certainty: 0.6, says: 'is a bare link' },
  'icon-name': { kind: 'words', certainty: 0.95, says: "is an icon font's name of a drawing" },
  'reading-time': { kind: 'words', certainty: 0.9, says: 'says how long reading takes' },
  'all-capitals': { kind: 'words', certainty: null, says: 'is a headline in capitals' },
  'words-of-phrases': {
    kind: 'words',
    certainty: null,
    says: 'shares its words with phrases of that label',
  },
  'running-head': {
    kind: 'words',
    certainty: 0.9,
    says: 'is the head or number of a printed page',
  },
  'names-javascript': { kind: 'words', certainty: 0.8, says: 'speaks of JavaScript' },
  hidden: { kind: 'hidden', certainty: 0.9, says: 'is hidden from readers' },
  title: { kind: 'title', certainty: 0.9, says: 'is the likeliest title' },
  'title-element': { kind: 'title', certainty: 0.6, says: "is the page's title element" },
  'title-kicker': { kind: 'title', certainty: 0.9, says: 'stands before the title in its line' },
  'title-deck': { kind: 'title', certainty: 0.9, says: 'stands behind the title in its line' },
  'title-affix': {
    kind: 'title',
    certainty: 0.9,
    says: "is the outlet's or the section's name in the title's line",
  },
  'title-too-long': { kind: 'title', certainty: 0.95, says: 'is too long for a title' },
  'site-name': { kind: 'title', certainty: 0.95, says: "is nothing but the site's name" },
  'repeated-title': { kind: 'title', certainty: 0.95, says: 'says the title again' },
  'second-byline': { kind: 'place', certainty: 0.7, says: 'is a byline after another one' },
  'repeated-byline': { kind: 'place', certainty: 0.9, says: 'says the byline again' },
  'biography-of-byline': {
    kind: 'place',
    certainty: 0.85,
    says: 'tells of the author whom the byline names',
  },
  'above-title': {
    kind: 'place',
    certainty: 0.5,
    says: 'stands above the title or between it and the body, and nothing tells what it is',
    isGuess: true,
  },
  'under-the-title': {
    kind: 'place',
    certainty: 0.8,
    says: 'stands under the title as a deck does',
  },
  'set-off': { kind: 'place', certainty: 0.75, says: 'opens the body, set off as a deck is' },
  'second-subtitle': { kind: 'place', certainty: 0.6, says: 'stands under the subtitle' },
  'date-above-title': {
    kind: 'place',
    certainty: 0.8,
    says: 'is a date in the header of the page',
  },
  'date-line': { kind: 'place', certainty: 0.9, says: 'is a date and nothing else' },
  byline: { kind: 'place', certainty: 0.9, says: 'reads as a byline' },
  'byline-tail': { kind: 'words', certainty: 0.9, says: 'is words of buttons behind a byline' },
  'name-beside-date': {
    kind: 'place',
    certainty: 0.7,
    says: 'is a name beside the date on which the article appeared',
  },
  'names-with-dates': { kind: 'place', certainty: 0.6, says: 'is one of several names with dates' },
  'byline-below': {
    kind: 'place',
    certainty: 0.8,
    says: 'is a name or byline right below the body',
  },
  'name-in-its-place': {
    kind: 'place',
    certainty: 0.75,
    says: 'is a name where bylines stand',
  },
  'name-under-title': { kind: 'place', certainty: 0.6, says: 'is a name under the title' },
  'rule-of-signs': { kind: 'place', certainty: 0.9, says: 'holds no letter and no number' },
  'job-under-byline': {
    kind: 'place',
    certainty: 0.6,
    says: 'is a few words under the byline, or a job',
  },
  'kicker-name': { kind: 'place', certainty: 0.8, says: 'is a word that stands over titles' },
  'kicker-markup': { kind: 'place', certainty: 0.8, says: 'is called the kicker by its class' },
  'section-name': { kind: 'place', certainty: 0.85, says: 'is the name of a section' },
  'other-section': {
    kind: 'place',
    certainty: 0.85,
    says: 'names a section besides the one that is kept',
  },
  'beside-icon': { kind: 'place', certainty: 0.7, says: 'is a few words beside an icon' },
  'line-over-title': {
    kind: 'place',
    certainty: 0.5,
    says: 'is a word or two right over the title',
  },
  'line-under-title': { kind: 'place', certainty: 0.55, says: 'is a few words under the title' },
  'sentence-below-title': { kind: 'place', certainty: 0.6, says: 'is a sentence below the title' },
  'sentence-above-title': {
    kind: 'place',
    certainty: 0.5,
    says: 'is a sentence above the title that looks like body',
  },
  'entry-time': {
    kind: 'place',
    certainty: 0.8,
    says: "is one of several times over a live blog's entries",
  },
  'dateline-line': { kind: 'place', certainty: 0.7, says: 'is a dateline in a line of its own' },
  'first-heading': {
    kind: 'place',
    certainty: 0.6,
    says: 'is a heading over the first part, as other parts have one',
  },
  'numbered-heading': { kind: 'place', certainty: 0.6, says: 'is a heading with a number' },
  'between-title-and-body': {
    kind: 'place',
    certainty: 0.5,
    says: 'stands between title and body, and nothing tells what it is',
    isGuess: true,
  },
  'pull-quote': { kind: 'place', certainty: 0.75, says: 'is a quote set apart inside the body' },
  'under-boilerplate': {
    kind: 'box',
    certainty: 0.75,
    says: "stands right below a box's first line",
  },
  'beside-named': { kind: 'box', certainty: null, says: 'is glued to boilerplate of that label' },
  'caption-with-credit': {
    kind: 'place',
    certainty: 0.8,
    says: 'ends in a credit or stands over one',
  },
  'headed-caption': {
    kind: 'place',
    certainty: 0.9,
    says: 'begins with a head in capitals, as captions of Nordic newspapers do',
  },
  'prose-range': { kind: 'range', certainty: 0.9, says: "is prose in the body's stretch" },
  'short-in-range': {
    kind: 'range',
    certainty: 0.75,
    says: "is a short line in the body's stretch",
  },
  'links-in-body': { kind: 'range', certainty: 0.7, says: "is mostly links in the body's stretch" },
  'below-related': {
    kind: 'place',
    certainty: 0.6,
    says: 'stands below the article and below links to others',
    isGuess: true,
  },
  'below-article': {
    kind: 'place',
    certainty: 0.5,
    says: 'stands below the article',
    isGuess: true,
  },
  'appended-article': {
    kind: 'place',
    certainty: 0.85,
    says: 'stands in an article appended to it',
  },
  'no-article': { kind: 'place', certainty: 0.5, says: 'stands on a page without an article' },
  'unnamed-line': { kind: 'place', certainty: 0.4, says: 'is kept, since no rule names it' },
  'own-date': {
    kind: 'place',
    certainty: 0.8,
    says: 'is the day on which the article was published',
  },
  'site-lines': {
    kind: 'place',
    certainty: 0.9,
    says: 'stands on other pages of the site too',
  },
  model: { kind: 'model', certainty: null, says: 'is what the model takes it for', isGuess: true },
  'option tables': { kind: 'user', certainty: 1, says: 'is a table, and tables are not wanted' },
} as const satisfies Readonly<Record<string, Rule>>;
