import { UsageError } from '../../contract/run-errors.ts';
import { readFileList } from '../../readers/find/file-list.ts';
import type { LeaveOutOptions } from '../../readers/find/left-out.ts';
import { type FieldMap, parseFieldMap } from '../../readers/rows/fields.ts';
import type { Arguments } from '../context.ts';
import { flag, list, parsed, text, texts } from './values.ts';

/** Which files below folders are left out, as the command line says. */
export function readLeaveOut(args: Arguments): LeaveOutOptions {
  return { hidden: flag(args, 'hidden'), exclude: texts(args, 'exclude') };
}

/** Names of fields in rows, as the command line says. */
export function readFields(args: Arguments): FieldMap | undefined {
  return parsed(args, 'field', parseFieldMap, 'pairs such as text=content,id=doc_id');
}

/**
 * What is to be read: the arguments, and what a list of files names.
 *
 * @throws {UsageError} when there is neither, or the list cannot be read
 */
export async function readInputs(
  args: Arguments,
  stdin: AsyncIterable<Uint8Array>,
): Promise<string[]> {
  const given = list(args, 'input');
  const from = text(args, 'files-from');
  if (from === undefined && given.length === 0) {
    throw new UsageError(
      'expected: copydesk clean <input..> (files, folders, globs, or - for standard input), or --files-from with a list of them, found neither',
    );
  }
  if (from === undefined) return given;
  if (from === '-' && given.includes('-')) {
    throw new UsageError('expected standard input to be a list of files or an input, found both');
  }
  return [...given, ...(await readFileList(from, stdin))];
}
