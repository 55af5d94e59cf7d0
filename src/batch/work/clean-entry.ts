import type { Article } from '../../contract/article.ts';
import { describe, InputError } from '../../contract/errors.ts';
import type { Source } from '../../contract/input.ts';
import type { Failure } from '../../pipeline.ts';
import type { NotesData } from '../../readers/notes.ts';
import { errorRow } from '../../writers/error-row.ts';
import { BETWEEN, type Format } from '../../writers/format-names.ts';
import { format } from '../../writers/formats.ts';
import { splitLedger } from '../../writers/ledger.ts';
import type { Item } from '../outcome.ts';
import type { Lost } from '../plan/shard.ts';
import type { Desk } from './desk.ts';
import type { ShardEntry } from './entries.ts';
import { Interrupted, LostEntry } from './interrupted.ts';
import { rowName } from './row-names.ts';
import type { OutputPlan, Setup } from './setup.ts';
import type { Watch } from './watch.ts';

/** What became of an entry. */
export type Cleaned = {
  readonly item: Item;
  /** Bytes or UTF-16 units that were read. */
  readonly size: number;
  /** What is written of it; `null` for nothing. */
  readonly text: string | null;
  /** The ledger, where that is written apart; `null` where not. */
  readonly ledger: string | null;
  /** What its reader said since the entry before. */
  readonly notes: NotesData;
} & ({ readonly article: Article; readonly ms: number } | { readonly error: Failure['error'] });

const NO_NOTES: NotesData = { skipped: {}, fields: [] };

/** Reads, cleans and formats an entry; whatever goes wrong becomes a failure. */
export async function cleanEntry(
  { entry, piece, number, notes }: ShardEntry,
  lost: Lost | undefined,
  desk: Desk,
  watch: Watch,
): Promise<Cleaned> {
  const { output, maxBytes, contested } = desk.setup;
  const isRow = entry.record !== null;
  const name = !isRow ? piece.name : entry.key === null ? '' : rowName(entry, piece, contested);
  const id = isRow ? entry.id : piece.id;
  const place = {
    path: piece.facts.path === null ? null : piece.facts.shown,
    record: entry.record,
  };
  const item: Item = { shown: entry.shown, id, file: piece.file, isRow, place, name };
  if (lost) return { ...failure(item, lost, 0, output), notes };
  let size = 0;
  try {
    const source = await entry.load();
    size = source.content.length;
    if (size > maxBytes) throw tooLarge(size, maxBytes);
    watch.begin(number);
    return { item, size, notes, ...clean(source, item, number, desk) };
  } catch (error) {
    if (error instanceof Interrupted || error instanceof LostEntry) throw error;
    return { ...failure(item, describe(error), size, output), notes };
  } finally {
    watch.end();
  }
}

/** The failure in the place of an article that was not written. */
export function failure(
  item: Item,
  { code, message }: Failure['error'],
  size: number,
  output: OutputPlan,
): Cleaned {
  const error = { code, message };
  return { item, size, error, text: errorText(item, error, output), ledger: null, notes: NO_NOTES };
}

function clean(source: Source, item: Item, number: number, { pipeline, guard, setup }: Desk) {
  const started = performance.now();
  const article = guard(number, () => pipeline.clean(source));
  const isApart = setup.separateLedger && setup.output.kind !== 'outcomes';
  const { article: written, ledger } = isApart ? splitLedger(article) : { article, ledger: null };
  const text = articleText(written, item, setup);
  const ms = performance.now() - started;
  return { article, text, ledger: ledger && `${JSON.stringify(ledger)}\n`, ms };
}

function articleText(article: Article, item: Item, { output, select }: Setup): string {
  switch (output.kind) {
    case 'files':
      return format(article, output.format, select);
    case 'stream':
      return BETWEEN[output.format] + format(article, output.format, select);
    case 'parts':
      return format(article, 'ndjson', select);
    case 'outcomes':
      return `${JSON.stringify({ item, article })}\n`;
  }
}

function errorText(item: Item, error: Failure['error'], output: OutputPlan): string | null {
  if (output.kind === 'outcomes') return `${JSON.stringify({ item, error })}\n`;
  const as: Format = output.kind === 'parts' ? 'ndjson' : output.format;
  const isRows = output.kind !== 'files' && as === 'ndjson';
  return isRows && item.isRow ? errorRow(item.id, item.place, error) : null;
}

function tooLarge(size: number, most: number): InputError {
  return new InputError(
    'too-large',
    `expected an article of at most ${most} bytes (--max-bytes), found ${size}`,
  );
}
