import { joinsWithoutSpace } from '../text/visible.ts';
import type { Positions } from './document.ts';

// A chunk in which single plain spaces are the only white space needs no new stretch of positions.
const CHUNK = /[^ \t\n\r\f\v]+(?: [^ \t\n\r\f\v]+)*/g;

/** Writes the source as one string, white space collapsed, and keeps where each stretch came from. */
export interface Linear {
  /** UTF-16 units written so far. */
  readonly length: number;
  /** Appends a line or text node; runs of white space become one space, or nothing inside CJK text that was wrapped. */
  append(raw: string, unit: number): void;
  /** Appends text as it is, as in `<pre>`. */
  appendRaw(raw: string, unit: number, column?: number): void;
  /** The text since the last separator. */
  run(): string;
  /** Ends the run: the next text begins after this separator. */
  separate(separator: string): void;
  /** The line that `append` is given next continues the one before. */
  continueLine(): void;
  /** The text and its positions. */
  finish(unit: 'line' | 'node'): { text: string; positions: Positions };
}

/** Makes an empty linear text. */
export function createLinear(): Linear {
  const parts: string[] = [];
  const offsets: number[] = [];
  const units: number[] = [];
  const columns: number[] = [];
  let length = 0;
  let runStart = 0;
  let pending = '';
  let last = '';

  const push = (text: string) => {
    parts.push(text);
    length += text.length;
    last = text;
  };
  const mark = (unit: number, column: number) => {
    offsets.push(length);
    units.push(unit);
    columns.push(column);
  };
  const space = (white: string) => {
    if (last === '') return;
    if (white.includes('\n')) pending = '\n';
    else if (pending === '') pending = ' ';
  };
  const flushSpace = (next: string) => {
    if (pending === '') return;
    const wrapped = pending === '\n' && joinsWithoutSpace(last.at(-1) ?? '', next);
    pending = '';
    if (!wrapped) push(' ');
  };

  return {
    get length() {
      return length;
    },
    append(raw, unit) {
      let from = 0;
      CHUNK.lastIndex = 0;
      for (let chunk = CHUNK.exec(raw); chunk; chunk = CHUNK.exec(raw)) {
        if (chunk.index > from) space(raw.slice(from, chunk.index));
        flushSpace(chunk[0][0]!);
        mark(unit, chunk.index);
        push(chunk[0]);
        from = CHUNK.lastIndex;
      }
      if (from < raw.length) space(raw.slice(from));
    },
    appendRaw(raw, unit, column = 0) {
      if (raw === '') return;
      flushSpace(raw[0]!);
      mark(unit, column);
      push(raw);
    },
    run() {
      return parts.slice(runStart).join('');
    },
    separate(separator) {
      pending = '';
      if (length > 0) push(separator);
      last = '';
      runStart = parts.length;
    },
    continueLine() {
      space('\n');
    },
    finish(unit) {
      return { text: parts.join(''), positions: { unit, offsets, units, columns } };
    },
  };
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
