import { madeCost } from '../../../language-model/character-costs.ts';
import type { Model } from '../../../language-model/trigram-model.ts';
import type { Encoder } from '../charsets/codecs.ts';
import { GONE } from '../costs.ts';
import type { Arc } from '../hypothesis.ts';
import { decoderOf, encoderOf } from '../tables.ts';
import { isC1, REPLACEMENT } from '../text/characters.ts';
import { bytesAfter, isLead } from '../text/utf8.ts';
import { charactersOf } from './lost-characters.ts';

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

/** What is known of a text and the charset that its bytes were read as. */
interface GappedText {
  readonly model: Model;
  readonly codes: readonly number[];
  readonly encoder: Encoder;
  /** Whether a decoder gives up at a byte that another one follows (-1 for a lost one, undefined for none). */
  readonly fails: (byte: number, next: number | undefined) => boolean;
}

/** Bytes that are read from one place on: four characters of three and a bit. Set by hand. */
const LONGEST = 14;
/** Readings that are followed up, the likeliest first. Set by hand. */
const KEPT = 4;
/**
 * Re-codings of UTF-8 that was read as a charset of two bytes, with bytes lost where no character fitted. What the lost
 * byte was is told from where decoders give up, and then from what the neighbours make likely.
 */
export function gapArcs(model: Model, codes: readonly number[], readAs: string): Arc[] {
  const text = { model, codes, encoder: encoderOf(readAs), fails: failing(codes, readAs) };
  const arcs: Arc[] = [];
  for (let from = 0; from < codes.length; from++) {
    if (codes[from]! < 0x80) continue;
    const gapped = bytesFrom(codes, from, text.encoder);
    if (!gapped.bytes.includes(-1)) continue;
    readBlock(text, from, gapped, arcs);
  }
  return arcs;
}

/** Whether a pair stands in an area for users: most decoders know none there. */
function isPrivate(code: number): boolean {
  return code >= 0xe000 && code < 0xf900;
}

/** The first character of half width, which single bytes of shift_jis stand for. */
const HALF_WIDTH = 0xff61;

/**
 * A byte is lost when it is no character, and none together with the next byte. Whether single bytes other than those of
 * half-width kana stand for anything is where decoders differ: those do of which the text holds one.
 */
function failing(codes: readonly number[], readAs: string): GappedText['fails'] {
  const { single, double } = decoderOf(readAs);
  const written = new Set(codes.filter(isC1));
  return (byte, next) => {
    if (single[byte]! >= HALF_WIDTH || written.has(byte)) return false;
    const pair = next === undefined || next < 0 ? 0 : double![(byte << 8) | next]!;
    return pair === 0 || isPrivate(pair);
  };
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
function readBlock(text: GappedText, from: number, { bytes, ends }: Gapped, arcs: Arc[]): void {
  const { model, codes, fails } = text;
  const idAt = (i: number): number => (i < 0 ? model.space : model.idOf(codes[i]!));
  const rivals = new Map<number, readonly number[]>();
  let guesses: BlockGuess[] = [{ out: [], bits: 0, a: idAt(from - 2), b: idAt(from - 1) }];
  let used = 0;
  let gone = 0;
  while (used < bytes.length) {
    const length = lengthOf(bytes, used);
    if (length === 0) return;
    const taken = bytes.slice(used, used + length);
    if (taken.length < length) return;
    const gaps = taken.filter((b) => b < 0).length;
    const characters = charactersOf(taken, bytes[used + length], fails);
    if (gaps > 0) rivals.set(guesses[0]!.out.length, characters);
    guesses = extend(model, guesses, characters);
    if (guesses.length === 0) return;
    gone += gaps;
    used += length;
    const to = ends.get(used);
    if (to === undefined) continue;
    if (gone > 0)
      for (const { out } of guesses) arcs.push({ from, to, out, cost: gone * GONE, rivals });
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
