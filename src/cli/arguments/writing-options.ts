import { UsageError } from '../../contract/run-errors.ts';
import { excerpt, printable } from '../../text/printable.ts';
import { formatOfPath, kindOfPath } from '../../writers/files/file-output.ts';
import { ENDINGS, FORMATS, type Format, mayHold, SELECTABLE } from '../../writers/format-names.ts';
import type { Selection } from '../../writers/select.ts';
import type { Arguments } from '../context.ts';
import { choice, text } from './values.ts';

/** Where articles are written, and how. */
export interface Place {
  /** Output folder; `null` for standard output or a file. */
  readonly out: string | null;
  /** The one file that all articles go to. */
  readonly file: string | null;
  readonly to: Format;
  /** The fields that are written; `null` for all. */
  readonly select: Selection | null;
  /** Whether ledgers go to files of their own. */
  readonly separateLedger: boolean;
}

/** Reads where articles are written. @throws {UsageError} when that cannot be */
export async function readPlace(args: Arguments): Promise<Place> {
  const given = readOut(args);
  const kind = given === null ? 'folder' : await kindOfPath(given);
  if (given !== null && kind === 'unknown') throw unknownEnding(given);
  const isFile = kind === 'file';
  const byName = isFile ? formatOfPath(given!) : null;
  const to = text(args, 'to') === undefined ? (byName ?? 'json') : choice(args, 'to', FORMATS);
  if (byName !== null && !mayHold(byName, to)) throw otherEnding(given!, byName, to);
  const separateLedger = text(args, 'ledger') === 'separate';
  if (given === null && to === 'parquet') {
    throw new UsageError('expected -o FILE.parquet with --to parquet, found standard output');
  }
  if (given === null && separateLedger) {
    throw new UsageError('expected -o with --ledger separate, found standard output');
  }
  const [out, file] = isFile ? [null, given] : [given, null];
  return { out, file, to, select: await readSelect(args, to), separateLedger };
}

/** What `-o` names; `null` for standard output, which `-` is too. */
function readOut(args: Arguments): string | null {
  const given = text(args, 'out') ?? '-';
  return given === '-' ? null : given;
}

function unknownEnding(path: string): UsageError {
  const known = Object.values(ENDINGS).join(', ');
  return new UsageError(
    `expected -o to name a folder, or a file that ends in ${known} (and .gz), found ${printable(path)}; for a folder of that name write ${printable(path)}/`,
  );
}

function otherEnding(path: string, byName: Format, to: Format): UsageError {
  return new UsageError(
    `expected --to ${byName} with -o ${printable(path)}, found ${to}; leave out --to, or let the name end in ${ENDINGS[to]}`,
  );
}

async function readSelect(args: Arguments, to: Format): Promise<Selection | null> {
  const value = text(args, 'select');
  if (value === undefined) return null;
  if (!SELECTABLE.has(to)) {
    const known = [...SELECTABLE].join(', ');
    throw new UsageError(`expected --select with --to ${known}, found ${to}`);
  }
  // The schema takes longer to load than a small article takes to clean.
  const { parseSelection } = await import('../../writers/article-fields.ts');
  const read = parseSelection(value);
  if ('fields' in read && read.fields.length > 0) return read.fields;
  const found = 'unknown' in read ? excerpt(read.unknown) : 'none';
  throw new UsageError(
    `expected --select to name fields of an Article (see copydesk schema), found ${found}`,
  );
}
