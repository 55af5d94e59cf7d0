/** What a column's numbers are, so that they can be read. */
export type Unit =
  /** Of 0 to 1; below 0 where there is nothing to take a share of. */
  | 'share'
  /** 0 or 1; of several lines, the share of them. */
  | 'yes-no'
  | 'number'
  /** A logarithm of one more than a number. */
  | 'log'
  /** A logarithm of a ratio. */
  | 'times'
  /** Log-odds, summed over words. */
  | 'log-odds'
  | 'type'
  | 'group'
  | 'ending'
  | 'opening'
  | 'letter-case';

/** How a column of the model is called for people, and what its numbers are. */
export type FeatureWords = readonly [words: string, unit: Unit];

/** By the name's stem, that is without what follows `@`, `~` or `^`. See `features/` for how each is computed. */
export const OF_LINES: Readonly<Record<string, FeatureWords>> = {
  weight: ['length in letters', 'log'],
  words: ['number of words', 'number'],
  stops: ['number of full stops', 'number'],
  commas: ['commas per word', 'number'],
  endsStop: ['a full stop at the end', 'yes-no'],
  endsOpen: ['a comma, colon or dash at the end', 'yes-no'],
  case: ['first letter', 'letter-case'],
  upper: ['share of capitals', 'share'],
  digits: ['share of digits', 'share'],
  quotes: ['number of quotation marks', 'number'],
  bars: ['number of bars, bullets, arrows and underscores', 'number'],
  wordLength: ['letters per word', 'number'],
  unspaced: ['share of characters without spaces between words', 'share'],
  sentence: ['words per sentence', 'number'],
  prose: ['running text', 'yes-no'],
  rule: ['certainty of a rule about the words', 'number'],
  markup: ['certainty of a rule about the markup', 'number'],
  group: ['what a rule named it', 'group'],
  type: ['type of block', 'type'],
  gap: ['blank lines above', 'number'],
  gapAfter: ['blank lines below', 'number'],
  link: ['share of links', 'share'],
  bold: ['share of bold text', 'share'],
  level: ['level of the heading or list', 'number'],
  'words:text': ['what the words speak for', 'log-odds'],
  'names:own': ["what the element's tag and names speak for", 'log-odds'],
  'names:near': ['what the tags and names of the two elements around it speak for', 'log-odds'],
  'names:outer': ['what the tags and names further out speak for', 'log-odds'],
  share: ['place in the document', 'share'],
  proseBefore: ['share of the running text that stands above', 'share'],
  proseLeft: ['letters of running text below', 'log'],
  inRange: ['in the stretch that the rules take for the body', 'yes-no'],
  fromStart: ["lines below the start of the rules' body", 'number'],
  fromEnd: ["lines below the end of the rules' body", 'number'],
  rangeShare: ["share of the rules' body that stands above", 'share'],
  fromTitle: ['lines below the title', 'number'],
  proseSinceTitle: ['letters of running text since the title', 'log'],
  ruledSoFar: ['lines above that a rule about words named', 'number'],
  sinceClosing: ['lines since one that closes articles (comments, tags, …)', 'number'],
  closingSoFar: ['lines above that close articles (comments, tags, …)', 'number'],
  sinceHeading: ['lines since the last heading', 'number'],
  proseSinceHeading: ['letters of running text since the last heading', 'log'],
  toHeading: ['lines to the next heading', 'number'],
  sinceProse: ['lines since the last running text', 'number'],
  toProse: ['lines to the next running text', 'number'],
  headingScore: ['what the words of the heading above speak for', 'log-odds'],
  headingLevel: ['level of the heading above', 'number'],
  titleShare: ['share of the words that the title has', 'share'],
  descriptionShare: ["share of the words that the page's description has", 'share'],
  statedShare: ['share of the word pairs that the text in JSON-LD has', 'share'],
  repeats: ['how often the document says it', 'number'],
  cohesion: ['share of the words that other running text has', 'share'],
  cohesionRange: ["share of the words that the rules' body has", 'share'],
  ending: ['end', 'ending'],
  opening: ['start', 'opening'],
  address: ['an address in it', 'yes-no'],
  shape: ['lines of the same shape', 'number'],
  'shape~': ['lines of the same shape within ten', 'number'],
  first: ['lines with the same first word', 'number'],
  'first~': ['lines with the same first word within ten', 'number'],
  length: ['length against that of running text', 'times'],
  run: ['lines in its group, which nothing parts', 'number'],
  runPlace: ['lines above it in its group', 'number'],
  runWeight: ['letters per line of its group', 'log'],
  runStops: ['share of its group that ends in a full stop', 'share'],
  runProse: ['running text in its group, in lines', 'number'],
  phraseWords: ['share of the words that stand in phrases of boilerplate', 'share'],
  phrasePairs: ['share of the word pairs that stand in phrases of boilerplate', 'share'],
  phraseOpening: ['begins as a phrase of boilerplate does', 'yes-no'],
  alike: ['blocks with the same tags and names', 'log'],
  alikeProse: ['running text among blocks with the same tags and names', 'share'],
  alikeWeight: ['letters per block with the same tags and names', 'log'],
  alikeLink: ['share of links in blocks with the same tags and names', 'share'],
  depth: ['depth in the tree', 'number'],
  directShare: ['running text beside it, against the element with most', 'share'],
  outerDirectShare: ['running text one level out, against the element with most', 'share'],
};

/** Of the element around a line, or further out, by what stands before `^`. */
export const OF_ELEMENTS: Readonly<Record<string, FeatureWords>> = {
  prose: ["share of the page's running text", 'share'],
  link: ['share of links', 'share'],
  blocks: ['number of lines', 'log'],
  proseBlocks: ['lines of running text', 'number'],
  place: ['lines above it', 'number'],
  after: ['lines below it', 'number'],
};

/** Of a line and one near it, by what stands before `@`. */
export const OF_PAIRS: Readonly<Record<string, FeatureWords>> = {
  alike: ['the same tags and names', 'yes-no'],
  sameParent: ['the same parent element', 'yes-no'],
};

/** Elements that hold the page's running text, by what stands before the colon of `half:up` and the like. */
export const TARGETS: Readonly<Record<string, string>> = {
  half: 'the element with half of the running text',
  most: 'the element with most of the running text',
  direct: 'the element with most running text right inside',
};

/** What is counted between a line and such an element, by what stands behind the colon. */
export const TOWARD: Readonly<Record<string, string>> = {
  up: 'levels up from',
  down: 'levels down to the line from',
  offset: 'lines since the start of',
  left: 'lines to the end of',
};
