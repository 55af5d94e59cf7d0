import { InputError } from '../contract/errors.ts';
import type { Encoder } from '../writers/encoder.ts';
import { errorRow } from '../writers/error-row.ts';
import type { OutputFile, OutputFolder } from '../writers/files/folder.ts';
import type { RowNames } from '../writers/files/output-names.ts';
import type { Writer } from '../writers/files/stream-writer.ts';
import { ENDINGS, type TextFormat } from '../writers/format-names.ts';
import { format } from '../writers/formats.ts';
import { splitLedger } from '../writers/ledger.ts';
import type { Selection } from '../writers/select.ts';
import type { Item, Outcome } from './outcome.ts';

/** Where outcomes go. */
export interface Sink {
  /** Takes one of several at once. @throws {InputError} when this one cannot be written */
  store?(outcome: Outcome): Promise<void>;
  /** Takes each in the order of the items. */
  emit?(outcome: Outcome): Promise<void>;
  /** After the last one; `whole` is false when the run broke off. */
  end(whole: boolean): Promise<void>;
}

/** One stream, one article after another; failed rows get an error row when rows are written. */
export function streamSink(writer: Writer, encoder: Encoder): Sink {
  return {
    emit: async (outcome) => {
      const piece = encoded(outcome, encoder);
      if (piece.length > 0) await writer.write(piece);
    },
    async end() {
      await writer.write(encoder.end());
      await writer.flush();
    },
  };
}

/**
 * One file of all articles.
 *
 * @param check asked before each article how many there are, it included
 */
export function fileSink(
  file: OutputFile,
  encoder: Encoder,
  check: (articles: number) => void = () => undefined,
): Sink {
  let articles = 0;
  return {
    async emit(outcome) {
      if ('article' in outcome) articles += 1;
      check(articles);
      const piece = encoded(outcome, encoder);
      if (piece.length > 0) await file.write(piece);
    },
    async end(whole) {
      if (!whole) return file.discard();
      await file.write(encoder.end());
      await file.commit();
    },
  };
}

/** One file for each article. */
export function folderSink(
  folder: OutputFolder,
  as: TextFormat,
  fields: Selection | null,
  rows: RowNames,
): Sink {
  const ending = ENDINGS[as];
  return {
    async store(outcome) {
      if ('error' in outcome) return;
      await folder.write(outcome.item.name + ending, format(outcome.article, as, fields));
    },
    async end(whole) {
      if (!whole) return;
      for (const { from, to } of rows.moves()) await folder.move(from + ending, to + ending);
    },
  };
}

/** Files of rows; what goes to one file may come in several stretches. */
export function rowsSink(
  folder: OutputFolder,
  fields: Selection | null,
  targetOf: (item: Item) => string,
): Sink {
  const outputs = new Map<string, OutputFile>();
  return {
    async emit(outcome) {
      const text = rowOf(outcome, fields);
      if (text === null) return;
      const target = targetOf(outcome.item);
      const output = outputs.get(target) ?? (await folder.create(target + ENDINGS.ndjson));
      outputs.set(target, output);
      await output.write(text);
    },
    async end(whole) {
      for (const output of outputs.values()) await (whole ? output.commit() : output.discard());
    },
  };
}

/** A sink before which ledgers are taken off the articles, into a file of rows. */
export function ledgerSink(inner: Sink, file: OutputFile): Sink {
  const rest = (outcome: Outcome): Outcome =>
    'error' in outcome
      ? outcome
      : { item: outcome.item, article: splitLedger(outcome.article).article };
  return {
    store: async (outcome) => inner.store?.(rest(outcome)),
    async emit(outcome) {
      await inner.emit?.(rest(outcome));
      if ('error' in outcome) return;
      await file.write(`${JSON.stringify(splitLedger(outcome.article).ledger)}\n`);
    },
    async end(whole) {
      await inner.end(whole);
      await (whole ? file.commit() : file.discard());
    },
  };
}

/** Hands an outcome to a sink; gives the error where this one could not be written. */
export async function emitTo(sink: Sink, outcome: Outcome): Promise<InputError | null> {
  try {
    await sink.store?.(outcome);
    await sink.emit?.(outcome);
    return null;
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

function encoded(outcome: Outcome, encoder: Encoder): string | Uint8Array {
  if ('article' in outcome) return encoder.add(outcome.article);
  return outcome.item.isRow ? encoder.fail(outcome.item.id, outcome.item.place, outcome.error) : '';
}

function rowOf(outcome: Outcome, fields: Selection | null): string | null {
  if ('article' in outcome) return format(outcome.article, 'ndjson', fields);
  return outcome.item.isRow ? errorRow(outcome.item.id, outcome.item.place, outcome.error) : null;
}
