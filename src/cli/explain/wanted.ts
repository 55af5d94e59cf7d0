import { stat } from 'node:fs/promises';
import { UsageError } from '../../contract/run-errors.ts';
import type { Entry } from './entries.ts';

/** Which part of a file is explained: all of it, a line, or what stands at a column of a line. All are 1-based. */
export interface Wanted {
  readonly line: number | null;
  /** In UTF-16 units. */
  readonly column: number | null;
}

const FILE_LINE_COLUMN = /^(.+?):(\d+)(?::(\d+))?$/s;

/**
 * `FILE`, `FILE:LINE` or `FILE:LINE:COLUMN` in its parts; a file of that very name comes first.
 *
 * @throws {UsageError} when line or column is 0
 */
export async function fileAndPlace(given: string): Promise<Wanted & { readonly file: string }> {
  const match = FILE_LINE_COLUMN.exec(given);
  if (match === null || (await isThere(given))) {
    return { file: given, line: null, column: null };
  }
  const [, file = '', first, second] = match;
  const inName = second !== undefined && (await isThere(`${file}:${first}`));
  const line = Number(inName ? second : first);
  const column = second === undefined || inName ? null : Number(second);
  if (line === 0 || column === 0) {
    throw new UsageError('expected FILE:LINE or FILE:LINE:COLUMN, counted from 1, found 0');
  }
  return { file: inName ? `${file}:${first}` : file, line, column };
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

/** The entries of a place: those that touch the line, or the one that stands at the column. */
export function entriesAt(entries: readonly Entry[], { line, column }: Wanted): readonly Entry[] {
  if (line === null) return entries;
  const inLine = entries.filter(({ first, last }) => first <= line && line <= last);
  if (column === null || inLine.length === 0) return inLine;
  const at = inLine.findLastIndex((one) => one.first < line || one.column <= column);
  return [inLine[Math.max(0, at)]!];
}
