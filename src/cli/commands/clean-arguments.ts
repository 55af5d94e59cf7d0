import { availableParallelism } from 'node:os';
import { type FailureLimit, parseFailureLimit } from '../../batch/limit.ts';
import { type LanesFor, lanesFor } from '../../batch/plan/lanes.ts';
import { PROGRESS_KINDS, type ProgressKind } from '../../batch/report/progress.ts';
import type { LeaveOutOptions } from '../../readers/find/left-out.ts';
import { INPUT_KINDS, type InputKind } from '../../readers/kinds.ts';
import type { FieldMap } from '../../readers/rows/fields.ts';
import { isDate } from '../../text/is-date.ts';
import type { Format } from '../../writers/format-names.ts';
import type { Selection } from '../../writers/select.ts';
import { readFields, readLeaveOut } from '../arguments/reading-options.ts';
import { choice, flag, list, parsed } from '../arguments/values.ts';
import { readPlace } from '../arguments/writing-options.ts';
import type { Arguments } from '../context.ts';
import { type ManyArguments, readMany } from './clean-many.ts';

/** Inputs that are read at the same time, unless `--concurrency` says otherwise. Set by hand. */
const CONCURRENCY = 8;
/** Most that `--concurrency` takes, well below the 1024 open files that many systems allow a process. */
const MOST_CONCURRENT = 256;
/** Most that `--workers` takes: each needs some 150 MB. */
const MOST_WORKERS = 64;
/** Seconds that an article may take, unless `--timeout` says otherwise: 50 MB of markup take a fifth of that. Set by hand. */
const TIMEOUT = 60;
/** Bytes of the largest article; `--max-bytes` may ask for less: 256 MB, half of V8's longest string. */
const MAX_BYTES = 256 * 1024 * 1024;
const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };
const SIZE = /^(\d+)\s*([kmg]?)b?$/i;

/** What `copydesk clean` is asked for, beside how articles are made. */
export interface CleanArguments {
  /** Output folder; `null` for standard output or a file. */
  readonly out: string | null;
  /** The one file that all articles go to. */
  readonly file: string | null;
  readonly from: InputKind;
  readonly to: Format;
  readonly leaveOut: LeaveOutOptions;
  readonly fields: FieldMap | undefined;
  /** The fields that are written; `null` for all. */
  readonly select: Selection | null;
  /** Whether ledgers go to files of their own. */
  readonly separateLedger: boolean;
  readonly fetched: string | undefined;
  readonly maxFailures: FailureLimit | undefined;
  readonly concurrency: number;
  readonly lanesFor: LanesFor;
  /** Seconds that an article may take; `null` for any. */
  readonly timeout: number | null;
  readonly maxBytes: number;
  readonly resume: boolean;
  readonly progress: ProgressKind | undefined;
  readonly quiet: boolean;
  readonly many: ManyArguments;
  /** Rows in, as many rows out; or records of WARC from a pipe. */
  readonly filter: boolean;
}

/** Reads the arguments of `copydesk clean`. @throws {UsageError} when one is wrong */
export async function readCleanArguments(args: Arguments): Promise<CleanArguments> {
  const from = choice(args, 'from', INPUT_KINDS);
  const place = await readPlace(args);
  const day = (value: string): string | null => (isDate(value) ? value : null);
  const upTo = (most: number) => (value: string) => readCount(value, most);
  const workers = parsed(args, 'workers', upTo(MOST_WORKERS), `1 to ${MOST_WORKERS}`);
  const timeout = parsed(args, 'timeout', readTimeout, 'a number of seconds above 0, or off');
  return {
    ...place,
    from,
    leaveOut: readLeaveOut(args),
    fields: readFields(args),
    fetched: parsed(args, 'fetched', day, 'a date such as 2024-06-13'),
    maxFailures: parsed(args, 'max-failures', parseFailureLimit, 'a number, or a share such as 5%'),
    concurrency:
      parsed(args, 'concurrency', upTo(MOST_CONCURRENT), `1 to ${MOST_CONCURRENT}`) ?? CONCURRENCY,
    lanesFor: lanesFor(workers, availableParallelism()),
    timeout: timeout === undefined ? TIMEOUT : timeout === 'off' ? null : timeout,
    maxBytes:
      parsed(args, 'max-bytes', readSize, 'a size such as 500k or 10MB, at most 256MB') ??
      MAX_BYTES,
    resume: flag(args, 'resume'),
    progress: args['progress'] === undefined ? undefined : choice(args, 'progress', PROGRESS_KINDS),
    quiet: flag(args, 'quiet'),
    many: readMany(args),
    filter: place.to === 'ndjson' && (from === 'ndjson' || (from === 'warc' && isPiped(args))),
  };
}

function isPiped(args: Arguments): boolean {
  return list(args, 'input').every((input) => input === '-');
}

function readCount(value: string, most: number): number | null {
  const count = Number(value);
  return Number.isInteger(count) && count >= 1 && count <= most ? count : null;
}

function readTimeout(value: string): number | 'off' | null {
  if (value === 'off') return 'off';
  const seconds = Number(value);
  return seconds > 0 && Number.isFinite(seconds) ? seconds : null;
}

function readSize(value: string): number | null {
  const match = SIZE.exec(value.trim());
  if (match === null) return null;
  const bytes = Number(match[1]) * UNITS[match[2]!.toLowerCase()]!;
  return bytes > 0 && bytes <= MAX_BYTES ? bytes : null;
}
