/** A text as code points, with the stretch of the text, in UTF-16 units, that each stands for. */
export interface Points {
  readonly codes: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** By index: the kind of escape that the code point was written as, and must not stay. */
  readonly escaped: ReadonlyMap<number, string>;
}

const NO_ESCAPES: ReadonlyMap<number, string> = new Map();

/** Splits a text into code points. */
export function points(text: string): Points {
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

const PART = 4096;

/** Code points as a text. */
export function toText(codes: readonly number[]): string {
  if (codes.length <= PART) return String.fromCodePoint(...codes);
  let text = '';
  for (let i = 0; i < codes.length; i += PART)
    text += String.fromCodePoint(...codes.slice(i, i + PART));
  return text;
}
