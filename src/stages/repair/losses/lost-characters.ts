import { isC1, REPLACEMENT } from '../text/characters.ts';
import {
  isContinuation,
  isLead,
  isShortest,
  isSurrogate,
  leadBits,
  withByte,
} from '../text/utf8.ts';

/** Whether a decoder gives up at a byte that another one follows (-1 for a lost one, undefined for none). */
type Fails = (byte: number, next: number | undefined) => boolean;

/** The last code point of the planes that hold characters of living scripts and emoji. */
const LAST_GUESSED = 0x1ffff;
/** First bytes of three-byte characters, and continuation bytes, of which one may be lost. */
const LEADS = range(0xe0, 0xef);
const CONTINUATIONS = range(0x80, 0xbf);
/** Bytes that the second of two lost ones may be: of more nothing can be told, and the character is lost. Set by hand. */
const FEW = 12;

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/**
 * The characters that bytes of UTF-8 may be of which one (-1) is lost, or two behind the first. A lost byte is one at
 * which a decoder gives up; where none would, as with a decoder that works otherwise, it may be any.
 *
 * @param next the byte behind the character; -1 for a lost one, undefined for none
 */
export function charactersOf(
  bytes: readonly number[],
  next: number | undefined,
  fails: Fails,
): number[] {
  const gap = bytes.indexOf(-1);
  if (gap < 0) return [charOf(bytes)].filter((v) => v >= 0);
  const last = bytes.lastIndexOf(-1);
  if (last !== gap) return gap === 0 || last !== gap + 1 ? [] : ofTwoGaps(bytes, gap, next, fails);
  const all = gap === 0 ? LEADS : CONTINUATIONS;
  const likely = all.filter((byte) => fails(byte, gap + 1 < bytes.length ? bytes[gap + 1] : next));
  const found = filled(bytes, gap, likely);
  return found.length > 0 ? found : filled(bytes, gap, all);
}

function ofTwoGaps(
  bytes: readonly number[],
  gap: number,
  next: number | undefined,
  fails: Fails,
): number[] {
  const behind = gap + 2 < bytes.length ? bytes[gap + 2] : next;
  const seconds = CONTINUATIONS.filter((byte) => fails(byte, behind));
  if (seconds.length > FEW) return [REPLACEMENT];
  return seconds.flatMap((second) => {
    const firsts = CONTINUATIONS.filter((byte) => fails(byte, second));
    return filled(bytes.with(gap + 1, second), gap, firsts);
  });
}

/** The characters with each of some bytes in the gap, without controls and private ones, which nobody writes. */
function filled(bytes: readonly number[], gap: number, choices: readonly number[]): number[] {
  return choices
    .map((byte) => charOf(bytes.with(gap, byte)))
    .filter((value) => value >= 0 && !isC1(value) && !(value >= 0xe000 && value < 0xf900));
}

/** The character that whole bytes of UTF-8 make, -1 for none. */
function charOf(bytes: readonly number[]): number {
  const [lead, ...rest] = bytes as [number, ...number[]];
  if (rest.length === 0) return lead < 0x80 ? lead : -1;
  if (!isLead(lead) || !rest.every(isContinuation)) return -1;
  const value = rest.reduce(withByte, leadBits(lead, rest.length));
  const isCharacter = isShortest(value, rest.length) && value <= LAST_GUESSED;
  return isCharacter && !isSurrogate(value) ? value : -1;
}
