import type { Encoder } from '../charsets/codecs.ts';
import {
  ASKED,
  BLANKED,
  BLANKED_NUDGE,
  DROPPED,
  EMPTIED,
  FOLDED,
  NOT_UNDEFINED,
  REPLACED,
} from '../costs.ts';
import { A_TILDE, NO_BREAK_SPACE, REPLACEMENT, SOFT_HYPHEN, SPACE } from '../text/characters.ts';
import { isContinuation } from '../text/utf8.ts';
import { isApostrophe, isContracted } from './placement.ts';

/** A byte that may have stood at a place of the damaged text, where the next one stands, and bits for the guess. */
export interface ByteGuess {
  readonly byte: number;
  readonly next: number;
  readonly cost: number;
}

/** A text whose bytes of UTF-8 were misread as a charset of single bytes, and then partly lost. */
export interface LossyText {
  readonly codes: readonly number[];
  readonly encoder: Encoder;
  /** Bytes that may have been dropped. */
  readonly lost: readonly number[];
  /** Bytes that the charset leaves undefined: the ones that are replaced first. */
  readonly undefinedBytes: readonly number[];
  /** Whether the case of all letters was changed after the damage. */
  readonly shift: 'lowered' | 'raised' | null;
}

/** What is known of the place where a continuation byte is awaited. */
interface Place {
  readonly text: LossyText;
  readonly at: number;
  /** The code point there, -1 at the end. */
  readonly code: number;
  /** The byte that the character stands for in its other case, -1 for none. */
  readonly otherCase: number;
  /** What a compatibility form or a straight quote there stands for. */
  readonly fold: Fold | undefined;
  /** Whether a space stands there that is not part of such a form. */
  readonly isBlank: boolean;
}

/** What compatibility forms and straight quotes stand for: the code points now, the bytes then. */
interface Fold {
  readonly points: readonly number[];
  readonly bytes: readonly number[];
}

/** A code point: what some encoders put in the place of what they cannot write. */
const QUESTION_MARK = 0x3f;
/** ’ as the last byte of its UTF-8. */
const APOSTROPHE_BYTE = 0x99;

/** By Unicode's compatibility decompositions, and by the quotes that typing gives. */
const FOLDS: readonly Fold[] = (
  [
    ['TM', [0x99]],
    ['...', [0x85]],
    ['1⁄4', [0xbc]],
    ['1⁄2', [0xbd]],
    ['3⁄4', [0xbe]],
    [' ̈', [0xa8]],
    [' ̄', [0xaf]],
    [' ́', [0xb4]],
    [' ̧', [0xb8]],
    [' ̃', [0x98]],
    ['μ', [0xb5]],
    ['1', [0xb9]],
    ['2', [0xb2]],
    ['3', [0xb3]],
    ['a', [0xaa]],
    ['o', [0xba]],
    ['"', [0x93, 0x94]],
    ["'", [0x91, 0x92]],
  ] as const
).map(([text, bytes]) => ({ points: Array.from(text, (c) => c.codePointAt(0)!), bytes }));

/** A kind of loss: where it may have happened, what bytes were there, how many characters stand for one, and bits. */
interface LossKind {
  readonly happened: string;
  readonly when: (place: Place) => boolean;
  readonly bytes: (place: Place) => readonly number[];
  readonly taken: (place: Place) => number;
  readonly cost: (place: Place) => number;
}

const always = (): boolean => true;
const none = (): number => 0;
const one = (): number => 1;
const bits = (cost: number) => (): number => cost;
const only = (byte: number): (() => readonly number[]) => {
  const bytes = [byte];
  return () => bytes;
};
const undefinedBytes = ({ text }: Place): readonly number[] => text.undefinedBytes;

/** In the order in which rival guesses of equal cost are tried. */
const LOSS_KINDS: readonly LossKind[] = [
  {
    happened: 'the case of the character was changed',
    when: ({ otherCase }) => otherCase >= 0,
    bytes: ({ otherCase }) => [otherCase],
    taken: one,
    cost: bits(FOLDED),
  },
  {
    happened: 'an undefined byte became U+FFFD',
    when: ({ code }) => code === REPLACEMENT,
    bytes: undefinedBytes,
    taken: one,
    cost: bits(REPLACED),
  },
  {
    happened: 'the last byte of an apostrophe became U+FFFD',
    when: ({ code, text, at }) => code === REPLACEMENT && isApostrophe(text.codes, at),
    bytes: only(APOSTROPHE_BYTE),
    taken: one,
    cost: bits(REPLACED + NOT_UNDEFINED),
  },
  {
    happened: 'an undefined byte became a question mark',
    when: ({ code }) => code === QUESTION_MARK,
    bytes: undefinedBytes,
    taken: one,
    cost: bits(ASKED),
  },
  {
    happened: 'the character was folded to a compatible form or a straight quote',
    when: ({ fold }) => fold !== undefined,
    bytes: ({ fold }) => fold!.bytes,
    taken: ({ fold }) => fold!.points.length,
    cost: bits(FOLDED),
  },
  {
    happened: 'a no-break space became a space; likelier where another space or the end follows',
    when: ({ isBlank }) => isBlank,
    bytes: only(NO_BREAK_SPACE),
    taken: one,
    cost: ({ text: { codes }, at }) => {
      const isDoubled = at + 1 >= codes.length || codes[at + 1] === SPACE;
      return isDoubled ? BLANKED - BLANKED_NUDGE : BLANKED + BLANKED_NUDGE;
    },
  },
  {
    happened: 'an undefined byte became a space',
    when: ({ isBlank }) => isBlank,
    bytes: undefinedBytes,
    taken: one,
    cost: bits(EMPTIED),
  },
  {
    happened: 'the byte was dropped',
    when: always,
    bytes: ({ text }) => text.lost,
    taken: none,
    cost: bits(DROPPED),
  },
  {
    happened: 'a no-break space was dropped, perhaps before a space',
    when: always,
    bytes: only(NO_BREAK_SPACE),
    taken: none,
    cost: ({ isBlank }) => (isBlank ? BLANKED : DROPPED),
  },
  {
    happened: 'a soft hyphen was dropped',
    when: always,
    bytes: only(SOFT_HYPHEN),
    taken: none,
    cost: ({ isBlank }) => (isBlank ? EMPTIED : DROPPED),
  },
];

/**
 * What may have been the continuation byte at a place; straight quotes only after one of the usual first bytes (not
 * é's, say).
 */
export function continuations(text: LossyText, at: number, isUsual: boolean): ByteGuess[] {
  const { codes, encoder } = text;
  const code = at < codes.length ? codes[at]! : -1;
  const exact = byteOf(encoder, code);
  if (isContinuation(exact)) return [{ byte: exact, next: at + 1, cost: 0 }];
  if (codes[at - 1] === A_TILDE && isContracted(codes, at))
    return [{ byte: NO_BREAK_SPACE, next: at + 1, cost: BLANKED - BLANKED_NUDGE }];
  const other = byteOf(encoder, otherCase(text, code));
  const fold = FOLDS.find(
    ({ points }) => (isUsual || !isStraight(points[0]!)) && standsAt(codes, at, points),
  );
  const place: Place = {
    text,
    at,
    code,
    otherCase: isContinuation(other) ? other : -1,
    fold,
    isBlank: code === SPACE && fold === undefined,
  };
  const found: ByteGuess[] = [];
  for (const kind of LOSS_KINDS) {
    if (!kind.when(place)) continue;
    const next = at + kind.taken(place);
    const cost = kind.cost(place);
    for (const byte of kind.bytes(place)) found.push({ byte, next, cost });
  }
  return found;
}

/** The byte that a character stands for, -1 for none. */
export function byteOf(encoder: Encoder, code: number): number {
  return code < 0 || code > 0xffff ? -1 : encoder[code]!;
}

/** The last letter that has its other case in Latin Extended-B. */
const LAST_LATIN = 0x24f;

/** A letter before the case of the text was changed, -1 where that makes no difference. */
export function otherCase({ shift }: LossyText, code: number): number {
  if (shift === null || code < 0x80 || code > LAST_LATIN) return -1;
  const char = String.fromCodePoint(code);
  const other = shift === 'lowered' ? char.toUpperCase() : char.toLowerCase();
  return other !== char && other.length === 1 ? other.codePointAt(0)! : -1;
}

/** " or '. */
function isStraight(code: number): boolean {
  return code === 0x22 || code === 0x27;
}

function standsAt(codes: readonly number[], at: number, points: readonly number[]): boolean {
  return points.every((point, i) => codes[at + i] === point);
}
