import { unitsOf } from './utf16.ts';

/** A text as code points, with the stretch of the text, in UTF-16 units, that each stands for. */
export interface Points {
  readonly codes: readonly number[];
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** By index: the kind of escape that the code point was written as, and must not stay. */
  readonly escaped: ReadonlyMap<number, string>;
}

const NO_ESCAPES: ReadonlyMap<number, string> = new Map();
const PART = 4096;

/** The numbers from 0 on, and from 1 on, as far as a text needed them so far: shared by all texts. */
let starts = new Int32Array(0);
let ends = new Int32Array(0);

function countUp(size: number): void {
  if (ends.length >= size) return;
  starts = Int32Array.from({ length: 2 * size + 1 }, (_, i) => i);
  ends = starts.subarray(1);
}

/** Where each of so many characters begins when all are one long: 0, 1, 2 and so on, perhaps further. */
export function unitStarts(length: number): ArrayLike<number> {
  countUp(length);
  return starts;
}

/** Where each of so many characters ends when all are one long: 1, 2, 3 and so on, perhaps further. */
export function unitEnds(length: number): ArrayLike<number> {
  countUp(length);
  return ends;
}

/** Splits a text into code points. */
export function points(text: string): Points {
  const { length } = text;
  const units = unitsOf(text);
  const codes: number[] = new Array(length);
  for (let i = 0; i < length; i++) {
    const unit = units[i]!;
    if (unit >= 0xd800 && unit < 0xdc00) return widePoints(text);
    codes[i] = unit;
  }
  countUp(length);
  return { codes, from: starts, to: ends, escaped: NO_ESCAPES };
}

/** The same for a text that may hold characters of two units. */
function widePoints(text: string): Points {
  const codes: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  addPoints(text, 0, text.length, codes, from, to);
  return { codes, from, to, escaped: NO_ESCAPES };
}

/** Adds a stretch of the text as it stands. */
export function addPoints(
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
