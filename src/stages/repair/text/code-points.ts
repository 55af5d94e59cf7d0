import type { Ordinals } from './ordinals.ts';
import type { UnitBuffer } from './unit-buffer.ts';

/** What reading a text needs room in. */
export interface TextRoom {
  readonly units: UnitBuffer;
  readonly ordinals: Ordinals;
}

/** A text as code points, with the stretch of the text, in UTF-16 units, that each stands for. */
export interface CodePoints {
  readonly codes: readonly number[];
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** By index: the kind of escape that the code point was written as, and must not stay. */
  readonly escaped: ReadonlyMap<number, string>;
}

const NO_ESCAPES: ReadonlyMap<number, string> = new Map();
/** Code points that are made a string at once: a call takes no more arguments than the stack has room for. */
const PART = 4096;

/** Splits a text into code points; lone surrogates stay as they are. */
export function codePointsOf({ units: buffer, ordinals }: TextRoom, text: string): CodePoints {
  const { length } = text;
  const units = buffer.unitsOf(text);
  const codes: number[] = new Array(length);
  for (let i = 0; i < length; i++) {
    const unit = units[i]!;
    if (unit >= 0xd800 && unit < 0xdc00) return pairedPoints(text);
    codes[i] = unit;
  }
  return { codes, from: ordinals.starts(length), to: ordinals.ends(length), escaped: NO_ESCAPES };
}

/** Code points of a text that may hold characters of two units. */
function pairedPoints(text: string): CodePoints {
  const codes: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  addCodePoints(text, 0, text.length, codes, from, to);
  return { codes, from, to, escaped: NO_ESCAPES };
}

/** Adds the code points of a stretch of a text, and where each begins and ends, to three lists. */
export function addCodePoints(
  text: string,
  start: number,
  end: number,
  codes: number[],
  from: number[],
  to: number[],
): void {
  for (let i = start; i < end; ) {
    const code = text.codePointAt(i)!;
    codes.push(code);
    from.push(i);
    i += code > 0xffff ? 2 : 1;
    to.push(i);
  }
}

/** Code points as a text. */
export function toText(codes: readonly number[]): string {
  if (codes.length <= PART) return String.fromCodePoint(...codes);
  let text = '';
  for (let i = 0; i < codes.length; i += PART)
    text += String.fromCodePoint(...codes.slice(i, i + PART));
  return text;
}
