/** Codes of `warnings`, with what each means. */
export const WARNINGS = {
  'no-article': 'the page holds no article: the body is empty',
  paywall: 'the page says that the rest is for subscribers; what there is was kept',
  'low-certainty': 'what is the title, or whether some lines are the article’s, is unsure',
  'mixed-encoding': 'stray bytes of a legacy charset were decoded one by one',
  'undecodable-bytes': 'some bytes fit no charset, or are lost: U+FFFD stands in their place',
  'costly-selector': 'a selector of the configuration took too long on this page and was left out',
  truncated: 'the input ends inside a character',
  'encoding-conflict': 'the declared charset does not fit the bytes; another one was used',
  'structured-data': 'a piece of structured data (JSON-LD, a date, an address) could not be read',
  'body-from-data':
    'the page shows no body, or only its beginning; it was taken from data that the page holds',
  'ignored-field': 'a field of the input is not what it must be, and was left out',
  'title-from-attribute': 'the title stands in an attribute only, not in the text of the page',
} as const;

/** Code of a warning. */
export type WarningCode = keyof typeof WARNINGS;
