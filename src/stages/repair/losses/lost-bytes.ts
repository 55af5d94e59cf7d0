import { BOTH_DROPPED, DROPPED, FOLDED, TOO_MUCH } from '../costs.ts';
import type { Arc } from '../hypothesis.ts';
import { decoderOf, encoderOf } from '../tables.ts';
import { isC1 } from '../text/characters.ts';
import { toText } from '../text/code-points.ts';
import {
  bytesAfter,
  isContinuation,
  isLead,
  isShortest,
  isSurrogate,
  leadBits,
  withByte,
} from '../text/utf8.ts';
import { type ByteGuess, byteOf, continuations, type LossyText, otherCase } from './loss-kinds.ts';
import { placementCost } from './placement.ts';

const CONTROLS: readonly number[] = Array.from({ length: 32 }, (_, i) => 0x80 + i);

/**
 * Re-codings of UTF-8 that was read as `readAs` and then lost something: bytes dropped, blanked, replaced,
 * folded. Each costs bits for the guess, so that one is taken only where it dominates. `mayStart` says where it is
 * worth looking.
 */
export function lossyArcs(
  codes: readonly number[],
  readAs: string,
  mayStart: (codes: readonly number[], from: number) => boolean,
): Arc[] {
  const text = lossyText(codes, readAs);
  const { encoder } = text;
  const arcs: Arc[] = [];
  for (let from = 0; from < codes.length; from++) {
    if (codes[from]! < 0x80 || !mayStart(codes, from)) continue;
    const isEmoji =
      byteOf(encoder, codes[from]!) === 0xf0 && byteOf(encoder, codes[from + 1] ?? -1) >= 0x90;
    for (const lead of leads(text, from)) {
      // an emoji's first byte is no other letter in lower case
      if (lead.cost === 0 || !isEmoji) expand(text, from, lead, arcs);
    }
  }
  return arcs;
}

function lossyText(codes: readonly number[], readAs: string): LossyText {
  const encoder = encoderOf(readAs);
  // with windows-1252 only the bytes that it leaves undefined are lost, with latin-1 all controls
  const { single } = decoderOf(readAs === 'western' ? 'windows-1252' : readAs);
  const undefinedBytes = CONTROLS.filter((byte) => single[byte] === byte);
  const isLatin1 = readAs === 'western' && !codes.some((c) => c > 0xff && isC1(byteOf(encoder, c)));
  const lost = isLatin1 ? CONTROLS : undefinedBytes;
  return { codes, encoder, lost, undefinedBytes, shift: shiftOf(codes) };
}

/** How the case of a text was changed, where all its letters, those that bytes were misread as too, are of one case. */
function shiftOf(codes: readonly number[]): LossyText['shift'] {
  const text = toText(codes);
  const small = text.match(SMALL)?.length ?? 0;
  const capital = text.match(CAPITAL)?.length ?? 0;
  if ((small > 0 && capital > 0) || small + capital < LEAST_LETTERS) return null;
  return capital > 0 ? 'raised' : 'lowered';
}

const SMALL = /[a-zà-öø-þœšž]/g;
const CAPITAL = /[A-ZÀ-ÖØ-ÞŒŠŽŸ]/g;
/** Letters that show the case of a text; set by hand. */
const LEAST_LETTERS = 4;

/** The first byte as it stands, and as it stood before its case was changed. */
function leads(text: LossyText, at: number): ByteGuess[] {
  const code = text.codes[at]!;
  const exact = byteOf(text.encoder, code);
  const other = byteOf(text.encoder, otherCase(text, code));
  const found: ByteGuess[] = [];
  if (isLead(exact)) found.push({ byte: exact, next: at + 1, cost: 0 });
  if (isLead(other) && other !== exact) found.push({ byte: other, next: at + 1, cost: FOLDED });
  return found;
}

/** Marks that alone are guessed when both bytes after the first are gone: dashes, quotation marks, the ellipsis. */
const MARKS: readonly number[] = [0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026];
/** The first byte of all of them. */
const MARK_LEAD = 0xe2;

/** A reading of the first bytes of a character. */
interface PartialCharacter {
  readonly value: number;
  readonly next: number;
  readonly cost: number;
  /** Whether a byte was made up that nothing stands for. */
  readonly guessed: boolean;
}

/** Adds every character that may have begun at a place with a certain first byte. */
function expand(text: LossyText, from: number, lead: ByteGuess, arcs: Arc[]): void {
  const more = bytesAfter(lead.byte);
  let open: readonly PartialCharacter[] = [
    { value: leadBits(lead.byte, more), next: lead.next, cost: lead.cost, guessed: false },
  ];
  const isUsual = lead.byte < 0xe3;
  const torn = more === 2 ? droppedInside(text, lead) : [];
  for (let k = 0; k < more; k++) {
    open = readFurther(text, open, isUsual);
    if (k === 0) open = [...open, ...torn];
  }
  for (const { value, next, cost } of more === 3 ? onlyEmoji(open) : open) {
    if (cost === 0 || !isGuessable(value, more)) continue;
    const extra = placementCost(text.codes, from, next, value);
    arcs.push({ from, to: next, out: [value], cost: cost + extra });
  }
  if (lead.byte === MARK_LEAD && lead.cost === 0 && text.lost === CONTROLS) {
    for (const mark of MARKS) arcs.push({ from, to: lead.next, out: [mark], cost: BOTH_DROPPED });
  }
}

/** The last code point of the planes that hold characters of living scripts and emoji. */
const LAST_GUESSABLE = 0x1ffff;

/** The readings by which the second byte of three was dropped, where a byte that goes on stands and no other one behind it. */
function droppedInside({ codes, encoder, lost }: LossyText, lead: ByteGuess): PartialCharacter[] {
  const own = byteOf(encoder, codes[lead.next] ?? -1);
  const after = byteOf(encoder, codes[lead.next + 1] ?? -1);
  if (!isContinuation(own) || isContinuation(after)) return [];
  // í and a soft hyphen inside a word are no hangul
  const isInWord = isAsciiLetter(codes[lead.next - 2]) || isAsciiLetter(codes[lead.next + 1]);
  if (isInWord && lead.byte > MARK_LEAD) return [];
  const value = leadBits(lead.byte, 2);
  const cost = lead.cost + DROPPED;
  return lost.map((byte) => {
    return { value: withByte(value, byte), next: lead.next, cost, guessed: true };
  });
}

function isAsciiLetter(code: number | undefined): boolean {
  return code !== undefined && (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

/** Whether a number, read from so many bytes after the first, is a character that a guess may make. */
function isGuessable(value: number, more: number): boolean {
  if (!isShortest(value, more) || isC1(value)) return false;
  return value <= LAST_GUESSABLE && !isSurrogate(value);
}

/** The last code point of Unicode. */
const LAST = 0x10ffff;
const EMOJI = /^\p{Emoji_Presentation}$/u;

/** The reading that makes an emoji; of several none dominates. */
function onlyEmoji(readings: readonly PartialCharacter[]): readonly PartialCharacter[] {
  const found = readings.filter(
    ({ value }) => value <= LAST && EMOJI.test(String.fromCodePoint(value)),
  );
  return found.length === 1 ? found : [];
}

/** The readings with one more byte each, in all ways that do not cost too much. */
function readFurther(
  text: LossyText,
  open: readonly PartialCharacter[],
  isUsual: boolean,
): PartialCharacter[] {
  const further: PartialCharacter[] = [];
  for (const { value, next, cost, guessed } of open) {
    for (const guess of continuations(text, next, isUsual)) {
      const isMadeUp = guess.cost >= DROPPED;
      if ((isMadeUp && guessed) || cost + guess.cost > TOO_MUCH) continue;
      further.push({
        value: withByte(value, guess.byte),
        next: guess.next,
        cost: cost + guess.cost,
        guessed: guessed || isMadeUp,
      });
    }
  }
  return further;
}
