import { excerpt, printable } from '../../text/printable.ts';
import { changeText } from '../terminal/change-text.ts';
import type { Paint } from '../terminal/paint.ts';
import type { Entry, LineChange } from './entries.ts';

// Columns of a terminal: room for line 999,999, for `removed` and `changed`, and for most labels.
const PLACE_WIDTH = 6;
const FATE_WIDTH = 8;
const WHAT_WIDTH = 20;
/** UTF-16 units that are shown of a line's text. */
const TEXT_WIDTH = 100;
/** Digits behind the point of a certainty; articles hold thousandths. */
const CERTAINTY_DIGITS = 3;

/**
 * Entries and changes as lines for people, in the order of the source. Where several entries begin in one line, they
 * have their columns too.
 */
export function renderExplanation(
  entries: readonly Entry[],
  changes: readonly LineChange[],
  paint: Paint,
): string[] {
  const pending = [...changes].sort((a, b) => a.line - b.line);
  const out: string[] = [];
  const begins = new Map<number, number>();
  for (const { first } of entries) begins.set(first, (begins.get(first) ?? 0) + 1);
  const places = entries.map(({ first, column }) =>
    begins.get(first)! > 1 ? `${first}:${column}` : `${first}`,
  );
  const width = places.reduce((most, { length }) => Math.max(most, length), PLACE_WIDTH);
  const indent = ' '.repeat(width + 2);
  const flush = (before: number): void => {
    while (pending.length > 0 && pending[0]!.line < before) {
      const change = pending.shift()!;
      const label = paint.changed('changed'.padEnd(FATE_WIDTH));
      out.push(`${indent}${label} line ${change.line}: ${changeText(change, paint)}`);
    }
  };
  entries.forEach((entry, i) => {
    flush(entry.first);
    out.push(renderEntry(entry, places[i]!.padStart(width), paint));
  });
  flush(Number.POSITIVE_INFINITY);
  return out;
}

function renderEntry(entry: Entry, place: string, paint: Paint): string {
  const { fate, what, text, rule, certainty } = entry;
  const colour = fate === 'kept' ? paint.kept : paint.removed;
  const shown = `"${excerpt(text, TEXT_WIDTH)}"`;
  const head = `${place}  ${colour(fate.padEnd(FATE_WIDTH))} ${what.padEnd(WHAT_WIDTH)} ${shown}`;
  if (rule === null) return head;
  return `${head}  ${paint.faint(`${printable(rule)}, ${Number(certainty.toFixed(CERTAINTY_DIGITS))}`)}`;
}
