import { errorRow } from '../writers/error-row.ts';
import type { OutputFile, OutputFolder } from '../writers/folder.ts';
import { BETWEEN, ENDINGS, type Format, format } from '../writers/formats.ts';
import type { RowNames } from '../writers/output-names.ts';
import type { Writer } from '../writers/stream-writer.ts';
import type { Outcome } from './outcome.ts';

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

/** One file of rows for each input file. */
export function rowsSink(folder: OutputFolder, fileNames: readonly string[]): Sink {
  let current: { file: number; output: OutputFile } | null = null;
  const finish = async (): Promise<void> => {
    const done = current;
    current = null;
    await done?.output.commit();
  };
  return {
    async emit(outcome) {
      const text = outputText(outcome, 'ndjson');
      if (text === null) return;
      if (current?.file !== outcome.item.file) {
        await finish();
        const name = fileNames[outcome.item.file]! + ENDINGS.ndjson;
        current = { file: outcome.item.file, output: await folder.create(name) };
      }
      await current.output.write(text);
    },
    async end(whole) {
      if (whole) await finish();
      else await current?.output.discard();
    },
  };
}

function outputText(outcome: Outcome, as: Format): string | null {
  if ('article' in outcome) return format(outcome.article, as);
  if (as !== 'ndjson' || !outcome.item.isRow) return null;
  return errorRow(outcome.item.id, outcome.item.place, outcome.error);
}
