import {
  closeSync,
  fdatasync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OutputError, reason, systemCode, UsageError } from '../../contract/run-errors.ts';
import { printable } from '../../text/printable.ts';
import { STATE } from '../../writers/files/folder.ts';
import type { TallyData } from '../report/tally.ts';
import type { FolderPlace } from '../work/setup.ts';

const sync = promisify(fdatasync);
const NAME = 'journal.ndjson';
const FORMAT = 'copydesk.journal/1';
const FINISHED = { finished: true } as const;

/** What makes two runs the same: hashes, and what messages call them. */
export interface RunIdentity {
  readonly version: string;
  readonly configuration: string;
  readonly inputs: string;
  /** Options of the command line that outputs depend on. */
  readonly options: string;
}

/** A segment whose output is on the disk under its name. */
export interface JournalLine {
  readonly shard: number;
  readonly segment: number;
  readonly isLast: boolean;
  readonly entries: number;
  readonly target: string;
  readonly partBytes: number;
  readonly tally: TallyData;
}

/** What is known of a run that was broken off, and where it is noted what is done. */
export interface Journal {
  /** Segments that are done, in the order of shards. */
  readonly done: readonly JournalLine[];
  /** Whether nothing is left to be done. */
  readonly isFinished: boolean;
  /** Notes that a segment is done. Its output must be synced before. */
  add(line: JournalLine): Promise<void>;
  /** Notes that all is done. */
  finish(): Promise<void>;
  close(): void;
}

/** What each of an identity's parts is called. */
const PARTS: Readonly<Record<keyof RunIdentity, string>> = {
  version: 'another version of copydesk',
  configuration: 'another configuration',
  inputs: 'other inputs (names, sizes, times of change)',
  options: 'other options of the command line',
};

/**
 * Opens the journal of an output folder.
 *
 * @param resume go on where the run that it tells of broke off; else it begins anew
 * @throws {UsageError} when that run was another one
 */
export function openJournal(folder: FolderPlace, identity: RunIdentity, resume: boolean): Journal {
  const path = join(folder.root, STATE, NAME);
  const known = resume ? readKnown(path) : null;
  if (known !== null) compare(known.identity, identity, folder.shown);
  try {
    const descriptor = openSync(path, known === null ? 'w' : 'r+');
    const state = { at: known?.length ?? 0 };
    if (known !== null) ftruncateSync(descriptor, known.length);
    const write = async (value: unknown): Promise<void> => {
      const bytes = Buffer.from(`${JSON.stringify(value)}\n`, 'utf8');
      const at = state.at;
      state.at += bytes.length;
      try {
        for (let n = 0; n < bytes.length; ) n += writeSync(descriptor, bytes, n, undefined, at + n);
        await sync(descriptor);
      } catch (error) {
        throw cannotWrite(folder, error);
      }
    };
    const begun = known === null ? write({ format: FORMAT, ...identity }) : Promise.resolve();
    begun.catch(() => undefined);
    const done = (known?.lines ?? []).sort((a, b) => a.shard - b.shard || a.segment - b.segment);
    return {
      done,
      isFinished: known?.isFinished ?? false,
      async add(line) {
        await begun;
        await write(line);
      },
      async finish() {
        await begun;
        await write(FINISHED);
      },
      close: () => closeSync(descriptor),
    };
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}

/** Takes away the journal of an earlier run, of whose outputs nothing is known when this one ends. */
export function removeJournal({ root }: FolderPlace): void {
  rmSync(join(root, STATE, NAME), { force: true });
}

interface Known {
  readonly identity: RunIdentity;
  readonly lines: JournalLine[];
  readonly isFinished: boolean;
  /** Bytes of whole lines: the last one may have been cut off. */
  readonly length: number;
}

function readKnown(path: string): Known | null {
  const bytes = readBytes(path);
  const length = bytes.lastIndexOf('\n') + 1;
  if (length === 0) return null;
  const [first, ...lines] = bytes.toString('utf8', 0, length).trimEnd().split('\n');
  try {
    const identity = JSON.parse(first!);
    if (identity.format !== FORMAT) throw new Error('another format');
    const values = lines.map((line) => JSON.parse(line) as JournalLine | typeof FINISHED);
    const done = values.filter((value) => 'shard' in value);
    return { identity, lines: done, isFinished: done.length < values.length, length };
  } catch {
    throw new UsageError(
      `expected ${printable(path)} to be the journal of a run, found something else; run without --resume to begin anew`,
    );
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return Buffer.alloc(0);
    throw new OutputError(`cannot read ${printable(path)}: ${reason(error)}`, { cause: error });
  }
}

function compare(was: RunIdentity, is: RunIdentity, shown: string): void {
  const other = (Object.keys(PARTS) as (keyof RunIdentity)[]).filter((key) => was[key] !== is[key]);
  if (other.length === 0) return;
  const names = other.map((key) => PARTS[key]).join(', ');
  throw new UsageError(
    `expected --resume to go on with the run that was broken off in ${printable(shown)}, found ${names}; give the same again, or run without --resume to begin anew`,
  );
}

function cannotWrite({ shown }: FolderPlace, error: unknown): OutputError {
  return new OutputError(`cannot write ${printable(join(shown, STATE, NAME))}: ${reason(error)}`, {
    cause: error,
  });
}
