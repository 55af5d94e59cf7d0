import { madeCost } from '../../../language-model/character-costs.ts';
import type { Model } from '../../../language-model/trigram-model.ts';
import type { Encoder } from '../charsets/codecs.ts';
import { GONE } from '../costs.ts';
import type { Arc } from '../hypothesis.ts';
import { encoderOf } from '../tables.ts';
import { REPLACEMENT } from '../text/characters.ts';
import {
  bytesAfter,
  isContinuation,
  isLead,
  isShortest,
  isSurrogate,
  leadBits,
  withByte,
} from '../text/utf8.ts';

/** Bytes from a place of the text on; -1 for each that became a replacement character. */
interface Gapped {
  readonly bytes: number[];
  /** By number of bytes: where the text goes on, if a character of it ends there. */
  readonly ends: Map<number, number>;
}

/** A reading of the bytes so far. */
interface BlockGuess {
  readonly out: readonly number[];
  readonly bits: number;
  readonly a: number;
  readonly b: number;
}

/** Bytes that are read from one place on: four characters of three and a bit. Set by hand. */
const LONGEST = 14;
/** Readings that are followed up, the likeliest first. Set by hand. */
const KEPT = 4;
/** The last code point of the planes that hold characters of living scripts and emoji. */
const LAST_GUESSED = 0x1ffff;

/**
 * Re-codings of UTF-8 that was read as a charset of two bytes, with bytes lost where no character fitted.
 * What the lost byte was is guessed from what the neighbours make likely.
 */
export function gapArcs(model: Model, codes: readonly number[], readAs: string): Arc[] {
  const encoder = encoderOf(readAs);
  const arcs: Arc[] = [];
  for (let from = 0; from < codes.length; from++) {
    if (codes[from]! < 0x80) continue;
    const gapped = bytesFrom(codes, from, encoder);
    if (!gapped.bytes.includes(-1)) continue;
    readBlock(model, codes, from, gapped, arcs);
  }
  return arcs;
}

function bytesFrom(codes: readonly number[], from: number, encoder: Encoder): Gapped {
  const bytes: number[] = [];
  const ends = new Map<number, number>();
  for (let at = from; at < codes.length && bytes.length < LONGEST; at++) {
    const code = codes[at]!;
    const byte = code === REPLACEMENT || code > 0xffff ? -1 : encoder[code]!;
    if (code !== REPLACEMENT && byte < 0) break;
    if (byte > 0xff) bytes.push(byte >> 8);
    bytes.push(byte < 0 ? -1 : byte & 0xff);
    ends.set(bytes.length, at + 1);
  }
  return { bytes, ends };
}

/** Reads whole characters until one ends where a character of the text ends; ends there if a gap was filled. */
function readBlock(
  model: Model,
  codes: readonly number[],
  from: number,
  { bytes, ends }: Gapped,
  arcs: Arc[],
): void {
  const idAt = (i: number): number => (i < 0 ? model.space : model.idOf(codes[i]!));
  let guesses: BlockGuess[] = [{ out: [], bits: 0, a: idAt(from - 2), b: idAt(from - 1) }];
  let used = 0;
  let gone = 0;
  while (used < bytes.length) {
    const length = lengthOf(bytes, used);
    if (length === 0) return;
    const taken = bytes.slice(used, used + length);
    const gaps = taken.filter((b) => b < 0).length;
    if (taken.length < length || gaps > 1) return;
    guesses = extend(model, guesses, charactersOf(taken));
    if (guesses.length === 0) return;
    gone += gaps;
    used += length;
    const to = ends.get(used);
    if (to === undefined) continue;
    if (gone > 0) for (const { out } of guesses) arcs.push({ from, to, out, cost: gone * GONE });
    return;
  }
}

/** How long the character is that starts here, 0 for none; a lost first byte is taken for that of three, the commonest. */
function lengthOf(bytes: readonly number[], at: number): number {
  const lead = bytes[at]!;
  if (lead < 0) return 3;
  if (lead < 0x80) return 1;
  return isLead(lead) ? 1 + bytesAfter(lead) : 0;
}

function extend(
  model: Model,
  guesses: readonly BlockGuess[],
  characters: readonly number[],
): BlockGuess[] {
  const next: BlockGuess[] = [];
  for (const guess of guesses) {
    for (const code of characters) {
      const c = model.idOf(code);
      const bits = guess.bits + madeCost(model, guess.a, guess.b, c);
      next.push({ out: [...guess.out, code], bits, a: guess.b, b: c });
    }
  }
  return next.sort((x, y) => x.bits - y.bits).slice(0, KEPT);
}

/** The characters that the bytes may be, one of them perhaps lost. */
function charactersOf(bytes: readonly number[]): number[] {
  const gap = bytes.indexOf(-1);
  if (gap < 0) return [charOf(bytes)].filter((v) => v >= 0);
  const [low, high] = gap === 0 ? [0xe0, 0xef] : [0x80, 0xbf];
  const found: number[] = [];
  for (let byte = low; byte <= high; byte++) {
    const value = charOf(bytes.map((b) => (b < 0 ? byte : b)));
    if (value >= 0) found.push(value);
  }
  return found;
}

/** The character that whole bytes of UTF-8 make, -1 for none. */
function charOf(bytes: readonly number[]): number {
  const [lead, ...rest] = bytes as [number, ...number[]];
  if (rest.length === 0) return lead < 0x80 ? lead : -1;
  if (!rest.every(isContinuation)) return -1;
  const value = rest.reduce(withByte, leadBits(lead, rest.length));
  const isCharacter = isShortest(value, rest.length) && value <= LAST_GUESSED;
  return isCharacter && !isSurrogate(value) ? value : -1;
}
