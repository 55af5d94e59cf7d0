import { MODEL_GROUPS } from '../../../document/label-sets.ts';
import { TYPES } from '../model/features/own.ts';
import { OF_TEXT } from './document-words.ts';
import {
  type FeatureWords,
  OF_ELEMENTS,
  OF_LINES,
  OF_PAIRS,
  TARGETS,
  TOWARD,
  type Unit,
} from './feature-stems.ts';

const NAME = /^(.+?)([@~^])(-?\d+)$/;
const NEAR = 'near:';
/** What the columns `near:…` hold where no such element is that near. */
const NOWHERE = 12;
/** Of the quantiles of other lines, as many at either end are rare: of fifteen, each stands for seven lines in a hundred. */
const RARE = 1;
/** Units whose numbers are names. */
const NAMED: ReadonlySet<Unit> = new Set(['type', 'group', 'ending', 'opening', 'letter-case']);
/** What columns of neighbours hold where the document has none. */
const OUTSIDE = -1;
const NEIGHBOUR = /[@~]-?\d+$/;
/** Units of which -1 means something else too. */
const AMBIGUOUS: ReadonlySet<Unit> = new Set(['type', 'group']);
const ENDINGS = ['other', 'a colon', 'a question mark', 'an ellipsis'];
const OPENINGS = ['a letter', 'another character', 'a digit', 'a quotation mark', 'a bullet'];

/**
 * What a column of the model looks at, in words.
 *
 * @example featureWords('words:text@-1') // 'what the words speak for, line before'
 * @example featureWords('link~5') // 'share of links, next 5 lines'
 */
export function featureWords(name: string): string {
  return describe(name)?.[0] ?? name;
}

/**
 * A column's value, in words.
 *
 * @example featureValue('endsStop', 1) // 'yes'
 */
export function featureValue(name: string, value: number): string {
  if (name.startsWith(NEAR)) {
    if (value < 0 || value >= NOWHERE) return 'none';
    return value === 0 ? 'it is one' : rounded(value);
  }
  const unit = describe(name)?.[1] ?? 'number';
  if (value === OUTSIDE && !AMBIGUOUS.has(unit) && NEIGHBOUR.test(name)) return 'none';
  return SHOWN[unit](value);
}

/**
 * A column's values in other lines, in words: what is rare among them is left out.
 *
 * @param others ascending.
 * @example othersText('endsStop', [0, 0, 0, 1]) // 'yes for 25%'
 */
export function othersText(name: string, others: Float32Array): string {
  const texts = [
    ...new Set(Array.from(others.subarray(RARE, -RARE), (v) => featureValue(name, v))),
  ];
  const unit = describe(name)?.[1] ?? 'number';
  if (texts.length === 1) return texts[0]!;
  if (unit === 'yes-no') {
    const known = others.filter((value) => value >= 0);
    return `yes for ${percent(known.reduce((a, b) => a + b, 0) / known.length)}`;
  }
  return NAMED.has(unit) ? texts.join(', ') : `${texts[0]} to ${texts.at(-1)}`;
}

function describe(name: string): FeatureWords | null {
  if (Object.hasOwn(OF_LINES, name)) return OF_LINES[name]!;
  if (Object.hasOwn(OF_TEXT, name)) return OF_TEXT[name]!;
  if (name.startsWith(NEAR)) {
    return [`levels up to the nearest ${name.slice(NEAR.length)} element`, 'number'];
  }
  const [target = '', way = ''] = name.split(':');
  if (Object.hasOwn(TARGETS, target) && Object.hasOwn(TOWARD, way)) {
    return [`${TOWARD[way]} ${TARGETS[target]}`, 'number'];
  }
  const [, stem = '', sign, digits] = NAME.exec(name) ?? [];
  const by = Number(digits);
  if (sign === '^') return placed(OF_ELEMENTS[stem], levelOf(by));
  const ofLine = OF_LINES[stem] ?? OF_TEXT[stem];
  if (sign === '~') return placed(ofLine, windowOf(by));
  if (sign === undefined) return null;
  const pair = OF_PAIRS[stem];
  return pair ? [`${pair[0]} as the ${neighbourOf(by)}`, pair[1]] : placed(ofLine, neighbourOf(by));
}

function placed(stem: FeatureWords | undefined, where: string): FeatureWords | null {
  return stem ? [`${stem[0]}, ${where}`, stem[1]] : null;
}

function neighbourOf(by: number): string {
  if (Math.abs(by) === 1) return by < 0 ? 'line before' : 'line after';
  return by < 0 ? 'last line but one before' : 'next line but one';
}

function windowOf(by: number): string {
  return by < 0 ? `${-by} lines before` : `next ${by} lines`;
}

function levelOf(level: number): string {
  if (level === 0) return 'in its element';
  return level === 1 ? 'in the element around that' : `in the element ${level} levels further out`;
}

const SHOWN: Readonly<Record<Unit, (value: number) => string>> = {
  share: (value) => (value < 0 ? 'none' : percent(value)),
  'yes-no': (value) => {
    if (value < 0) return 'none';
    return value === 0 ? 'no' : value === 1 ? 'yes' : percent(value);
  },
  number: rounded,
  log: (value) => (value < 0 ? 'none' : rounded(Math.expm1(value))),
  times: (value) => `${rounded(Math.exp(value))} times`,
  'log-odds': signed,
  type: (value) => TYPES[value] ?? 'paragraph',
  group: (value) => {
    if (value < 0) return 'nothing';
    const [first] = MODEL_GROUPS[value - 1] ?? [];
    return first === undefined ? 'something else' : `${first} or the like`;
  },
  ending: (value) => ENDINGS[value] ?? 'none',
  opening: (value) => OPENINGS[value] ?? 'none',
  'letter-case': (value) => (value > 0 ? 'a capital' : value < 0 ? 'a small one' : 'neither case'),
};

/**
 * A number with its sign and two digits behind the point.
 *
 * @example signed(-1.234) // '−1.23'
 */
export function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Whole numbers as they are, large ones without a fraction, others to two digits behind the point. */
function rounded(value: number): string {
  return String(Number(value.toFixed(Math.abs(value) >= 10 ? 0 : 2))).replace('-', '−');
}
