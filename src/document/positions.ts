import { detached } from '../text/detached.ts';
import { joinsWithoutSpace } from '../text/visible.ts';
import type { Positions } from './document.ts';

// Code points.
const SPACE = 0x20;
const TAB = 0x09;
const RETURN = 0x0d;

/** Writes the source as one string, white space collapsed, and keeps where each stretch came from. */
export class LinearText {
  readonly #parts: string[] = [];
  readonly #offsets: number[] = [];
  readonly #units: number[] = [];
  readonly #columns: number[] = [];
  #length = 0;
  /** Number of the part that the run begins with. */
  #runStart = 0;
  /** White space that is written if more text follows in the run. */
  #pending: '' | ' ' | '\n' = '';
  /** The part written last; empty at the start of a run. */
  #last = '';

  /** UTF-16 units written so far. */
  get length(): number {
    return this.#length;
  }

  /**
   * Appends a line or text node; runs of white space become one space, or nothing inside CJK text that was wrapped.
   *
   * @param unit the line or text node, as `Positions` counts them.
   * @returns where its first character was written; -1 where it has none but white space.
   */
  append(raw: string, unit: number): number {
    let first = -1;
    let at = 0;
    while (at < raw.length) {
      const start = whiteEnd(raw, at);
      if (start > at) this.#space(raw.slice(at, start));
      at = chunkEnd(raw, start);
      if (at === start) continue;
      this.#write(raw.slice(start, at), unit, start);
      if (first < 0) first = this.#length - (at - start);
    }
    return first;
  }

  /**
   * Appends text as it is, as in `<pre>`.
   *
   * @param column where it begins in its line or node, 0-based.
   */
  appendRaw(raw: string, unit: number, column = 0): void {
    if (raw !== '') this.#write(raw, unit, column);
  }

  /** The text since the last separator. */
  run(): string {
    const parts = this.#parts;
    return parts.length === this.#runStart + 1
      ? detached(parts[this.#runStart]!)
      : parts.slice(this.#runStart).join('');
  }

  /** Ends the run: the next text begins after this separator. */
  separate(separator: string): void {
    this.#pending = '';
    if (this.#length > 0) this.#push(separator);
    this.#last = '';
    this.#runStart = this.#parts.length;
  }

  /** The line that `append` is given next continues the one before. */
  continueLine(): void {
    this.#space('\n');
  }

  /** What was written last: a piece of a text node, or a space. */
  get last(): string {
    return this.#last;
  }

  /** White space parts what is appended next from what there is. */
  space(): void {
    this.#space(' ');
  }

  /** The text that is appended next stands right behind what there is, whatever white space parts them. */
  joinNext(): void {
    this.#pending = '';
    this.#last = '';
  }

  /** The text and its positions; nothing can be appended any more. */
  finish(unit: 'line' | 'node'): { text: string; positions: Positions } {
    const positions = {
      unit,
      offsets: this.#offsets,
      units: this.#units,
      columns: this.#columns,
    };
    const parts = this.#parts;
    return { text: parts.length === 1 ? detached(parts[0]!) : parts.join(''), positions };
  }

  #write(text: string, unit: number, column: number): void {
    if (this.#pending !== '') this.#flushSpace(text[0]!);
    this.#offsets.push(this.#length);
    this.#units.push(unit);
    this.#columns.push(column);
    this.#push(text);
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    this.#last = text;
  }

  #space(white: string): void {
    if (this.#last === '') return;
    if (white.includes('\n')) this.#pending = '\n';
    else if (this.#pending === '') this.#pending = ' ';
  }

  #flushSpace(next: string): void {
    const isWrapped = this.#pending === '\n' && joinsWithoutSpace(this.#last.at(-1) ?? '', next);
    this.#pending = '';
    if (!isWrapped) this.#push(' ');
  }
}

/** White space as HTML and plain text part words by: space, tab, line feed and return, vertical tab, form feed. */
function isWhite(unit: number): boolean {
  return unit === SPACE || (unit >= TAB && unit <= RETURN);
}

function whiteEnd(raw: string, from: number): number {
  let at = from;
  while (at < raw.length && isWhite(raw.charCodeAt(at))) at += 1;
  return at;
}

/**
 * Where a chunk ends in which single plain spaces are the only white space: it needs one stretch of positions. A loop,
 * since a regular expression takes stack for each word.
 */
function chunkEnd(raw: string, from: number): number {
  let at = from;
  for (; at < raw.length; at++) {
    const unit = raw.charCodeAt(at);
    if (!isWhite(unit)) continue;
    const isSingle = unit === SPACE && at + 1 < raw.length && !isWhite(raw.charCodeAt(at + 1));
    if (!isSingle) break;
  }
  return at;
}

/** Number of the stretch that an offset lies in: the last one that begins at or before it. */
export function stretchAt(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where an offset of the linear text stands: line or node, and the 0-based offset inside it. */
export function locate(positions: Positions, offset: number): { unit: number; column: number } {
  const { offsets, units, columns } = positions;
  const at = stretchAt(offsets, offset);
  const into = Math.max(0, offset - (offsets[at] ?? 0));
  return { unit: units[at] ?? 0, column: (columns[at] ?? 0) + into };
}
