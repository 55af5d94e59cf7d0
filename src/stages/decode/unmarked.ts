import { costOf, plainCost } from '../../language-model/text-cost.ts';
import { loadModel } from '../../language-model/trigram-model.ts';
import { isControl } from './binary.ts';
import type { Bom } from './bom.ts';
import { iconv } from './iconv.ts';

/** A charset of two or four bytes a unit. */
export type Wide = Exclude<Bom['charset'], 'utf-8'>;

// All set by hand on texts in 20 scripts, on images, archives and programs.

/** Bytes that are looked at. */
const SAMPLE_BYTES = 8192;
/** Characters that a text has at least: of fewer any bytes may be two. */
const LEAST = 8;
/** The share of characters, 0 to 1, that may be none of writing: a form feed, a sign of some program. */
const MAX_BAD_SHARE = 0.01;
/** The share of letters, 0 to 1, that are of the two commonest scripts of a text. */
const MIN_SCRIPT_SHARE = 0.9;
/** Bits that a character costs at most by the language model, as in the repair stage. */
const MAX_BITS = 15.5;

const WIDE: readonly Wide[] = ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'];
const BAD = /[\p{Cn}\p{Co}\p{Cs}\ufffd\0-\x08\x0e-\x1f\x7f-\x9f]/gu;
const LETTER = /[\p{L}\p{M}]/gu;
/** Ideograms, kana and hangul, which one text mixes. */
const CJK = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}]/u;
/** Letters of one script have their code points in one or two pages of so many bits; those of Latin begin at 0. */
const PAGE_BITS = 8;
/** The last such page with Latin letters (Unicode, Latin Extended-B). */
const LAST_LATIN_PAGE = 2;

/**
 * UTF-16 or UTF-32 without a byte order mark: the order of bytes by which they are text of one script or two. Null for
 * other bytes, and where none is a control, since every such text has some.
 */
export function unmarkedWide(bytes: Uint8Array): Wide | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (!sample.some(isControl)) return null;
  let best: Wide | null = null;
  let least = MAX_BITS;
  for (const charset of WIDE) {
    const bits = bitsEach(sample, charset);
    if (bits < least) {
      least = bits;
      best = charset;
    }
  }
  return best;
}

/** Bits of a character on the average when the bytes are read so; infinitely many when they are no text. */
function bitsEach(sample: Uint8Array, charset: Wide): number {
  const unit = charset.startsWith('utf-16') ? 2 : 4;
  const whole = sample.subarray(0, sample.length - (sample.length % unit));
  const text = iconv().decode(Buffer.from(whole), charset);
  const codes = Array.from(text, (character) => character.codePointAt(0)!);
  const bad = text.match(BAD)?.length ?? 0;
  const isText = codes.length >= LEAST && bad <= codes.length * MAX_BAD_SHARE && isOfFew(text);
  if (!isText) return Number.POSITIVE_INFINITY;
  const bits = costOf(loadModel(), codes, codes.length, plainCost, (i) => i < codes.length);
  return bits / codes.length;
}

/** Whether most letters of a text are of two scripts at most, and there are some. */
function isOfFew(text: string): boolean {
  const letters = text.match(LETTER) ?? [];
  const counts = new Map<number, number>();
  for (const letter of letters) {
    const page = letter.codePointAt(0)! >> PAGE_BITS;
    const script = page <= LAST_LATIN_PAGE ? 0 : CJK.test(letter) ? -1 : page;
    counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  const [first = 0, second = 0] = [...counts.values()].sort((a, b) => b - a);
  return letters.length > 0 && first + second >= letters.length * MIN_SCRIPT_SHARE;
}
