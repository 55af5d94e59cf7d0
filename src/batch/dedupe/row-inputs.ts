import { InputError } from '../../contract/errors.ts';
import { findInputs, type InputFile } from '../../readers/inputs.ts';
import type { InputKind } from '../../readers/kinds.ts';
import { openInput } from '../../readers/open-input.ts';
import { dedupeRows, dedupeValues, type ReadRow } from './dedupe-rows.ts';

/** Kinds of files in which rows, or articles, are looked for in folders. */
const ROWS: ReadonlySet<InputKind> = new Set(['ndjson', 'json']);
/** Kinds that rows can be read from; of `auto` only the content tells. */
const READABLE: ReadonlySet<InputKind> = new Set(['auto', 'text', 'ndjson', 'json']);

/**
 * The files of rows that arguments name; of folders those that are rows or JSON, what `clean -o` wrote included.
 *
 * @param warn is told what cannot be an input
 */
export async function findRows(
  args: readonly string[],
  warn: (message: string) => void,
): Promise<{ readonly files: readonly InputFile[]; readonly badInputs: number }> {
  // Told that inputs are JSON, folders give copydesk's own articles, too.
  const found = await findInputs(args, { from: 'json' });
  const named = new Set(args);
  const files = found.files.filter(
    ({ path, shown, kind }) => path === null || named.has(shown) || ROWS.has(kind),
  );
  const failures = found.failures.map(({ shown, error }) => `${shown}: ${error.message}`);
  if (files.length === 0 && failures.length === 0) {
    failures.push(
      `${args.join(', ')}: expected files of rows (.ndjson, .jsonl) or of articles (.json), found none`,
    );
  }
  for (const failure of failures) warn(failure);
  return { files, badInputs: failures.length };
}

/**
 * The rows of a file. A row without an id is called by its file and number, `a.ndjson:3`, so that rows of several files
 * and of several batches are told apart; of standard input `row-3`.
 *
 * @throws {InputError} when it holds no rows
 */
export async function openRows(
  file: InputFile,
  titles: boolean,
  stdin: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<ReadRow>> {
  const opened = await openInput(file, 'auto', stdin);
  if (!READABLE.has(opened.kind)) {
    throw new InputError(
      'not-a-row',
      `expected rows of NDJSON, or articles that copydesk wrote, found ${opened.kind}; make rows first (copydesk clean --to ndjson)`,
    );
  }
  const idOf = (record: number): string =>
    file.path === null ? `row-${record}` : `${file.shown}:${record}`;
  const read = opened.kind === 'json' ? dedupeValues : dedupeRows;
  return read(opened.chunks(), { titles, idOf });
}
