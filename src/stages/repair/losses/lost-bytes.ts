import type { Encoder } from '../charsets/codecs.ts';
import {
  ASKED,
  BLANKED,
  BLANKED_NUDGE,
  BOTH_DROPPED,
  DROPPED,
  EMPTIED,
  FOLDED,
  NOT_UNDEFINED,
  REPLACED,
  TOO_MUCH,
} from '../costs.ts';
import type { Arc } from '../hypothesis.ts';
import { decoderOf, encoderOf } from '../tables.ts';
import { A_TILDE, isC1, NO_BREAK_SPACE, REPLACEMENT, SPACE } from '../text/characters.ts';
import { isApostrophe, isContracted, placementCost } from './placement.ts';

/** A byte that may have stood at a place of the damaged text, where the next one stands, and bits for the guess. */
interface Guess {
  readonly byte: number;
  readonly next: number;
  readonly cost: number;
}

const QUESTION = 0x3f;
const CONTROLS: readonly number[] = Array.from({ length: 32 }, (_, i) => 0x80 + i);
const SOFT_HYPHEN = 0xad;

/** What compatibility forms and straight quotes stand for: the text now, the byte then. */
const FOLDS: readonly (readonly [string, readonly number[]])[] = [
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
];
const FOLD_POINTS = FOLDS.map(([text, bytes]) => ({
  points: Array.from(text, (c) => c.codePointAt(0)!),
  bytes,
}));

/**
 * Re-codings of UTF-8 that was read as `readAs` and then lost something: bytes dropped, blanked, replaced,
 * folded. Each costs bits for the guess, so that one is believed only where it dominates.
 */
export function lossyArcs(
  codes: readonly number[],
  readAs: string,
  mayStart: (codes: readonly number[], from: number) => boolean,
): Arc[] {
  const encoder = encoderOf(readAs);
  // with windows-1252 only the bytes that it leaves undefined are lost, with latin-1 all controls
  const gone = decoderOf(readAs === 'western' ? 'windows-1252' : readAs).single;
  const undefinedBytes = CONTROLS.filter((byte) => gone[byte] === byte);
  const latin1 = readAs === 'western' && !codes.some((c) => c > 0xff && isC1(byteOf(encoder, c)));
  const lost = latin1 ? CONTROLS : undefinedBytes;
  const damaged: Damaged = { codes, encoder, lost, undefinedBytes, shift: shiftOf(codes) };
  const arcs: Arc[] = [];
  for (let from = 0; from < codes.length; from++) {
    if (codes[from]! < 0x80 || !mayStart(codes, from)) continue;
    const wide = byteOf(encoder, codes[from]!) === 0xf0 && byteOf(encoder, codes[from + 1]) >= 0x90;
    for (const lead of leads(damaged, from)) {
      // an emoji's first byte is no other letter in lower case
      if (lead.cost === 0 || !wide) expand(damaged, from, lead, arcs);
    }
  }
  return arcs;
}

interface Damaged {
  readonly codes: readonly number[];
  readonly encoder: Encoder;
  /** Bytes that may have been dropped. */
  readonly lost: readonly number[];
  /** Bytes that the charset leaves undefined: the ones that are replaced first. */
  readonly undefinedBytes: readonly number[];
  /** Whether the case of all letters was changed after the damage. */
  readonly shift: 'lowered' | 'raised' | null;
}

function shiftOf(codes: readonly number[]): Damaged['shift'] {
  const small = codes.some((c) => c >= 0x61 && c <= 0x7a);
  const capital = codes.some((c) => c >= 0x41 && c <= 0x5a);
  return small && capital ? null : capital ? 'raised' : 'lowered';
}

/** The lead byte as it stands, or as it stood before its case was changed. */
function leads(damaged: Damaged, at: number): Guess[] {
  const { codes, encoder } = damaged;
  const code = codes[at]!;
  const found: Guess[] = [];
  const add = (byte: number, cost: number): void => {
    if (byte >= 0xc2 && byte <= 0xf4 && !found.some((g) => g.byte === byte))
      found.push({ byte, next: at + 1, cost });
  };
  add(byteOf(encoder, code), 0);
  for (const other of otherCase(damaged, code)) add(byteOf(encoder, other), FOLDED);
  return found;
}

function byteOf(encoder: Encoder, code: number | undefined): number {
  return code === undefined || code > 0xffff ? -1 : encoder[code]!;
}

function otherCase({ shift }: Damaged, code: number): number[] {
  if (code < 0x80 || code > 0x24f) return [];
  const char = String.fromCodePoint(code);
  const other =
    shift === 'lowered' ? char.toUpperCase() : shift === 'raised' ? char.toLowerCase() : char;
  return other !== char && other.length === 1 ? [other.codePointAt(0)!] : [];
}

/** What may have been the continuation byte at a place; straight quotes only after one of the usual first bytes (not é's, say). */
function continuations(damaged: Damaged, at: number, isUsual: boolean): Guess[] {
  const { codes, encoder, lost, undefinedBytes } = damaged;
  const found: Guess[] = [];
  const code = at < codes.length ? codes[at]! : -1;
  const add = (bytes: readonly number[], next: number, cost: number): void => {
    for (const byte of bytes) found.push({ byte, next, cost });
  };
  const exact = code < 0 ? -1 : byteOf(encoder, code);
  if (isFollowing(exact)) return [{ byte: exact, next: at + 1, cost: 0 }];
  for (const other of otherCase(damaged, code)) {
    const byte = byteOf(encoder, other);
    if (isFollowing(byte)) add([byte], at + 1, FOLDED);
  }
  if (code === REPLACEMENT) {
    add(undefinedBytes, at + 1, REPLACED);
    if (isApostrophe(codes, at)) add([0x99], at + 1, REPLACED + NOT_UNDEFINED);
  }
  if (code === QUESTION) add(undefinedBytes, at + 1, ASKED);
  const folded = FOLD_POINTS.find(
    ({ points }) => (isUsual || !isStraight(points[0]!)) && standsAt(codes, at, points),
  );
  if (folded) add(folded.bytes, at + folded.points.length, FOLDED);
  if (codes[at - 1] === A_TILDE && isContracted(codes, at))
    return [{ byte: NO_BREAK_SPACE, next: at + 1, cost: BLANKED - BLANKED_NUDGE }];
  const blank = code === SPACE && !folded;
  if (blank) {
    const two = at + 1 >= codes.length || codes[at + 1] === SPACE;
    add([NO_BREAK_SPACE], at + 1, two ? BLANKED - BLANKED_NUDGE : BLANKED + BLANKED_NUDGE);
    add(undefinedBytes, at + 1, EMPTIED);
  }
  add(lost, at, DROPPED);
  add([NO_BREAK_SPACE], at, blank ? BLANKED : DROPPED);
  add([SOFT_HYPHEN], at, blank ? EMPTIED : DROPPED);
  return found;
}

/** Whether a byte goes on with a character. */
function isFollowing(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

/** " or '. */
function isStraight(code: number): boolean {
  return code === 0x22 || code === 0x27;
}

function standsAt(codes: readonly number[], at: number, points: readonly number[]): boolean {
  return points.every((p, i) => codes[at + i] === p);
}

/** Characters that alone are guessed when both bytes after the lead are gone. */
const MARKS: readonly number[] = [0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026];

/** A reading of the first bytes of a character. */
interface Reading {
  readonly value: number;
  readonly next: number;
  readonly cost: number;
  /** Whether a byte was made up that nothing stands for. */
  readonly guessed: boolean;
}

function expand(damaged: Damaged, from: number, lead: Guess, arcs: Arc[]): void {
  const more = lead.byte < 0xe0 ? 1 : lead.byte < 0xf0 ? 2 : 3;
  let open: readonly Reading[] = [
    { value: lead.byte & (0x3f >> more), next: lead.next, cost: lead.cost, guessed: false },
  ];
  const isUsual = lead.byte < 0xe3;
  for (let k = 0; k < more; k++) open = readFurther(damaged, open, isUsual);
  const least = more === 1 ? 0xa0 : more === 2 ? 0x800 : 0x10000;
  for (const { value, next, cost } of more === 3 ? onlyEmoji(open) : open) {
    const isCharacter = value >= least && value <= 0x1ffff && (value < 0xd800 || value >= 0xe000);
    const extra = placementCost(damaged.codes, from, next, value);
    if (cost > 0 && isCharacter) arcs.push({ from, to: next, out: [value], cost: cost + extra });
  }
  if (lead.byte === 0xe2 && lead.cost === 0 && damaged.lost === CONTROLS) {
    for (const mark of MARKS) arcs.push({ from, to: lead.next, out: [mark], cost: BOTH_DROPPED });
  }
}

const LAST = 0x10ffff;
const EMOJI = /^\p{Emoji_Presentation}$/u;

/** The reading that makes an emoji; of several none dominates. */
function onlyEmoji(readings: readonly Reading[]): readonly Reading[] {
  const found = readings.filter(
    ({ value }) => value <= LAST && EMOJI.test(String.fromCodePoint(value)),
  );
  return found.length === 1 ? found : [];
}

/** The readings with one more byte each, in all ways that are not too dear. */
function readFurther(damaged: Damaged, open: readonly Reading[], isUsual: boolean): Reading[] {
  const further: Reading[] = [];
  for (const { value, next, cost, guessed } of open) {
    for (const guess of continuations(damaged, next, isUsual)) {
      const wide = guess.cost >= DROPPED;
      if ((wide && guessed) || cost + guess.cost > TOO_MUCH) continue;
      further.push({
        value: (value << 6) | (guess.byte & 0x3f),
        next: guess.next,
        cost: cost + guess.cost,
        guessed: guessed || wide,
      });
    }
  }
  return further;
}
