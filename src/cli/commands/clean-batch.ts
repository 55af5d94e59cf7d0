import { join } from 'node:path';
import { MOST_IN_FILE, tooManyFor } from '../../batch/engine/delivery.ts';
import { createDone } from '../../batch/engine/done.ts';
import {
  type Journal,
  openJournal,
  type RunIdentity,
  removeJournal,
} from '../../batch/engine/journal.ts';
import { type RunState, runBatch } from '../../batch/engine/run-batch.ts';
import { sizesOf } from '../../batch/plan/input-sizes.ts';
import { nameInputs } from '../../batch/plan/named-inputs.ts';
import { overwrittenInput } from '../../batch/plan/overwritten.ts';
import { GATHERED, planShards } from '../../batch/plan/plan-shards.ts';
import { createSpoolPlace } from '../../batch/plan/spool-place.ts';
import type { Progress } from '../../batch/report/progress.ts';
import { writeReport } from '../../batch/report/report-file.ts';
import type { RunFacts } from '../../batch/report/summary-lines.ts';
import type { Tally } from '../../batch/report/tally.ts';
import { type CleanOptions, resolveOptions } from '../../config/options.ts';
import { UsageError } from '../../contract/run-errors.ts';
import { type InputFile, type Inputs, isReadOnce } from '../../readers/inputs.ts';
import { printable } from '../../text/printable.ts';
import { VERSION } from '../../version.ts';
import type { OutputFolder } from '../../writers/files/folder.ts';
import { digest } from '../../writers/files/safe-names.ts';
import { ENDINGS, TABLES } from '../../writers/format-names.ts';
import type { Context } from '../context.ts';
import type { CleanArguments } from './clean-arguments.ts';
import { learnSites } from './clean-many.ts';
import { outputFor } from './clean-outputs.ts';

/** What a run is made of. */
interface BatchRequest {
  readonly folder: OutputFolder | null;
  readonly options: CleanArguments;
  readonly making: CleanOptions;
  readonly context: Context;
  readonly files: readonly InputFile[];
  /** What was passed over beside them. */
  readonly passedOver: Inputs['skipped'];
  readonly tally: Tally;
}

/** A run that is ready to go. */
interface Batch {
  /** Bytes of all inputs, as far as they are known. */
  readonly total: number;
  /** What finishes the run when it is interrupted. */
  readonly advice: string;
  run(progress: Progress): Promise<void>;
  /** Bytes that are left to be read; `null` when all was done. */
  left(): number | null;
  writeReport(facts: RunFacts): Promise<void>;
  close(): void;
}

/** Prepares a run over inputs. @throws {UsageError} when it cannot go on with the run that was broken off */
export async function cleanBatch(request: BatchRequest): Promise<Batch> {
  const { folder, options, making, context, files, tally } = request;
  const pipe = files.find(({ isPipe }) => isPipe);
  if (options.many.sites && pipe !== undefined) {
    throw new UsageError(
      `expected --sites with inputs that can be read twice, found the FIFO ${printable(pipe.shown)}; pipe it into copydesk clean -`,
    );
  }
  await refuseOutputs(request);
  const stopped = (): boolean => context.stopped() !== null;
  const sizes = sizesOf(files);
  const identity = identityOf(making, options, sizes.hash);
  const output = outputFor(request);
  const journal = journalFor(request, identity, output.notResumable);
  const done = createDone(journal, tally);
  const spools = createSpoolPlace(folder);
  const state = { bytes: 0, isWhole: false };
  const { from, fetched, filter, many } = options;
  const inputsFrom = (stdin: AsyncIterable<Uint8Array>) => ({
    from,
    stdin,
    spoolPath: spools.path,
  });
  const setup = {
    making,
    output: output.plan,
    fetched,
    fields: options.fields,
    select: options.select,
    separateLedger: options.separateLedger,
    everyLine: filter,
    maxBytes: options.maxBytes,
    // One at a time, so that each row is answered before the next one is waited for.
    concurrency: files.every(isReadOnce) ? 1 : options.concurrency,
  };

  const run = async (progress: Progress): Promise<void> => {
    const learnt = many.sites
      ? await learnSites(
          many,
          making,
          context.stdin,
          { setup, timeout: options.timeout, stopped },
          (stdin) => planShards(nameInputs(files), inputsFrom(stdin)),
        )
      : null;
    try {
      state.isWhole = await runBatch({
        files,
        plan: inputsFrom(learnt?.stdin ?? context.stdin),
        setup: { ...setup, sites: learnt?.memory.snapshot() ?? null },
        named: output.isNamed,
        delivery: await output.delivery(journal),
        done,
        lanesFor: options.lanesFor,
        bytes: sizes.bytes,
        timeout: options.timeout,
        stopped,
        onProgress(reached: RunState) {
          state.bytes = reached.bytes;
          progress.update(reached);
        },
      });
      if (!state.isWhole) return;
      await journal?.finish();
      await output.clear();
    } finally {
      learnt?.close();
    }
  };

  return {
    total: sizes.bytes,
    advice: journal === null ? 'run it again' : 'the same command with --resume finishes it',
    run: async (progress) => {
      if (journal?.isFinished) {
        state.isWhole = true;
        done.end();
        await output.clear();
      } else await run(progress);
    },
    left: () => (state.isWhole ? null : Math.max(0, sizes.bytes - state.bytes)),
    async writeReport(facts) {
      if (folder !== null) await writeReport(folder.root, identity, tally.data(), facts);
    },
    close() {
      journal?.close();
      spools.close();
    },
  };
}

/** @throws {UsageError} when an output would take the place of an input or of what stands beside one, or a file of one article is to hold several */
async function refuseOutputs({ folder, options, files, passedOver }: BatchRequest): Promise<void> {
  const { file, to } = options;
  if (folder === null && file === null) return;
  if (file !== null && files.length > (MOST_IN_FILE[to] ?? files.length)) throw tooManyFor(to);
  const ending = ENDINGS[to];
  const only = file ?? (TABLES.has(to) ? join(folder!.root, GATHERED + ending) : null);
  const outputs = only === null ? { root: folder!.root, ending } : { file: only };
  const taken = await overwrittenInput(files, passedOver, outputs);
  if (taken === null) return;
  throw new UsageError(
    `expected -o to leave the inputs and what stands beside them as they are, found that it would overwrite ${printable(taken)}; name another ${file === null ? 'folder' : 'file'}`,
  );
}

function journalFor(
  { folder, options }: BatchRequest,
  identity: RunIdentity,
  notResumable: string | null,
): Journal | null {
  if (options.resume && notResumable !== null) {
    throw new UsageError(
      `expected --resume ${notResumable}, or run without --resume to begin anew`,
    );
  }
  if (folder === null) return null;
  if (notResumable === null) return openJournal(folder, identity, options.resume);
  removeJournal(folder);
  return null;
}

function identityOf(making: CleanOptions, options: CleanArguments, inputs: string): RunIdentity {
  const { from, to, fetched, maxBytes, filter, many, fields, select, separateLedger } = options;
  return {
    version: VERSION,
    configuration: hash(resolveOptions(making)),
    inputs,
    options: hash({ from, to, fetched, maxBytes, filter, many, fields, select, separateLedger }),
  };
}

function hash(value: unknown): string {
  return digest(JSON.stringify(value));
}
