import { excerpt } from '../../text/printable.ts';
import { changeText } from '../terminal/change-text.ts';
import type { Paint } from '../terminal/paint.ts';
import type { Entry, LineChange } from './entries.ts';

// Columns of the terminal; longer words push the rest to the right.
const NUMBER_WIDTH = 6;
const FATE_WIDTH = 8;
const WHAT_WIDTH = 20;
/** UTF-16 units of a line's text that are shown. */
const MAX_SHOWN = 100;

/** Entries and changes as lines for people, in the order of the source. */
export function renderExplanation(
  entries: readonly Entry[],
  changes: readonly LineChange[],
  paint: Paint,
): string[] {
  const pending = [...changes].sort((a, b) => a.line - b.line);
  const out: string[] = [];
  const indent = ' '.repeat(NUMBER_WIDTH + 2);
  const flush = (before: number): void => {
    while (pending.length > 0 && pending[0]!.line < before) {
      const change = pending.shift()!;
      const label = paint.changed('changed'.padEnd(FATE_WIDTH));
      out.push(`${indent}${label} line ${change.line}: ${changeText(change, paint)}`);
    }
  };
  for (const entry of entries) {
    flush(entry.first);
    out.push(renderEntry(entry, paint));
  }
  flush(Number.POSITIVE_INFINITY);
  return out;
}

/** Whether an entry or a change touches a line. */
export function onLine(line: number | null): (entry: { first: number; last: number }) => boolean {
  return ({ first, last }) => line === null || (first <= line && line <= last);
}

function renderEntry({ first, fate, what, text, why }: Entry, paint: Paint): string {
  const number = String(first).padStart(NUMBER_WIDTH);
  const colour = fate === 'kept' ? paint.kept : paint.removed;
  const shown = `"${excerpt(text, MAX_SHOWN)}"`;
  const head = `${number}  ${colour(fate.padEnd(FATE_WIDTH))} ${what.padEnd(WHAT_WIDTH)} ${shown}`;
  return why === '' ? head : `${head}  ${paint.faint(why)}`;
}
