import { describe } from '../../contract/errors.ts';
import type { NotesData } from '../../readers/notes.ts';
import { ENDINGS } from '../../writers/format-names.ts';
import { LEDGER } from '../../writers/ledger.ts';
import type { Shard } from '../plan/shard.ts';
import { Tally, type TallyData } from '../report/tally.ts';
import { type Cleaned, failure } from './clean-entry.ts';
import type { Desk } from './desk.ts';
import { partName } from './part-names.ts';

/** Read and written bytes after which a segment is full, 4 MB: what is held in memory. Set by hand. */
const FULL = 4 * 1024 * 1024;
/** Files that are synced at once. Set by hand: few enough for `ulimit -n 64` with two threads. */
const FILES_AT_ONCE = 12;

/** Some entries of a shard, done: their output is on the disk, or here. Plain data. */
export interface Segment {
  /** Counted from 0 in its shard. */
  readonly number: number;
  /** Whether the shard ends with it. */
  readonly isLast: boolean;
  readonly entries: number;
  readonly tally: TallyData;
  /** What the main thread is to write; `null` for nothing. */
  readonly output: Uint8Array | null;
  /** Bytes of the file of rows that was written; 0 for none. */
  readonly partBytes: number;
}

/** Gathers what became of entries until they are a segment. */
export interface Gathering {
  add(cleaned: Cleaned): Promise<void>;
  /** Counts what a reader said. */
  note(notes: NotesData): void;
  isFull(): boolean;
  /** Writes what is left. @throws {OutputError} when that cannot be done */
  seal(number: number, isLast: boolean): Promise<Segment>;
}

/** Begins a segment. */
export function gather(shard: Shard, desk: Desk): Gathering {
  const { output } = desk.setup;
  const tally = new Tally();
  const texts: string[] = [];
  const ledgers: string[] = [];
  let waiting: Cleaned[] = [];
  let entries = 0;
  let size = 0;

  const count = (cleaned: Cleaned): void => {
    const { item } = cleaned;
    if ('error' in cleaned) {
      const isFile = !item.isRow || cleaned.error.code === 'output-taken';
      tally.fail(item.shown, cleaned.error, isFile);
    } else tally.add(item.shown, cleaned.article, cleaned.ms);
  };

  const writeFiles = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    const files = batch.map(({ item, text, ledger }) =>
      text === null || output.kind !== 'files'
        ? []
        : [
            { name: item.name + ENDINGS[output.format], content: text },
            ...(ledger === null
              ? []
              : [{ name: item.name + LEDGER + ENDINGS.json, content: ledger }]),
          ],
    );
    const errors = await desk.files!(files.flat());
    for (const [i, cleaned] of batch.entries()) {
      const error = errors.splice(0, files[i]!.length).find((one) => one !== null) ?? null;
      count(
        error === null ? cleaned : failure(cleaned.item, describe(error), cleaned.size, output),
      );
    }
  };

  return {
    note: (notes) => tally.note(notes),
    async add(cleaned) {
      entries += 1;
      tally.note(cleaned.notes);
      size += Math.max(cleaned.size, cleaned.text?.length ?? 0);
      if (output.kind === 'files') {
        waiting.push(cleaned);
        if (waiting.length >= FILES_AT_ONCE) await writeFiles();
        return;
      }
      count(cleaned);
      if (cleaned.text !== null) texts.push(cleaned.text);
      if (cleaned.ledger !== null) ledgers.push(cleaned.ledger);
    },
    isFull: () => size >= FULL,
    async seal(number, isLast) {
      if (waiting.length > 0) await writeFiles();
      const bytes = Buffer.from(texts.join(''), 'utf8');
      const isPart = output.kind === 'parts' && bytes.length > 0;
      if (isPart) {
        const name = partName(shard.number, number);
        const rows = { name: `${name}${ENDINGS.ndjson}`, content: bytes };
        const ledger = { name: `${name}${LEDGER}${ENDINGS.ndjson}`, content: ledgers.join('') };
        const isApart = desk.setup.separateLedger;
        const errors = await desk.files!(isApart ? [rows, ledger] : [rows]);
        for (const error of errors) if (error !== null) throw error;
      }
      return {
        number,
        isLast,
        entries,
        tally: tally.data(),
        output: isPart || bytes.length === 0 ? null : bytes,
        partBytes: isPart ? bytes.length : 0,
      };
    },
  };
}
