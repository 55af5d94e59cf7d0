import { InputError } from '../contract/errors.ts';
import { errorRow } from '../writers/error-row.ts';
import type { OutputFile, OutputFolder } from '../writers/folder.ts';
import { BETWEEN, ENDINGS, type Format, format } from '../writers/formats.ts';
import type { RowNames } from '../writers/output-names.ts';
import type { Writer } from '../writers/stream-writer.ts';
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
export function streamSink(writer: Writer, as: Format): Sink {
  let first = true;
  return {
    async emit(outcome) {
      const text = outputText(outcome, as);
      if (text === null) return;
      await writer.write(first ? text : BETWEEN[as] + text);
      first = false;
    },
    end: () => writer.flush(),
  };
}

/** One file for each article. */
export function folderSink(folder: OutputFolder, as: Format, rows: RowNames): Sink {
  const ending = ENDINGS[as];
  return {
    async store(outcome) {
      if ('error' in outcome) return;
      await folder.write(outcome.item.name + ending, format(outcome.article, as));
    },
    async end(whole) {
      if (!whole) return;
      for (const { from, to } of rows.moves()) await folder.move(from + ending, to + ending);
    },
  };
}

/** Files of rows; what goes to one file may come in several stretches. */
export function rowsSink(folder: OutputFolder, targetOf: (item: Item) => string): Sink {
  const outputs = new Map<string, OutputFile>();
  return {
    async emit(outcome) {
      const text = outputText(outcome, 'ndjson');
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

function outputText(outcome: Outcome, as: Format): string | null {
  if ('article' in outcome) return format(outcome.article, as);
  if (as !== 'ndjson' || !outcome.item.isRow) return null;
  return errorRow(outcome.item.id, outcome.error);
}
