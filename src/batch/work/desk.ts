import { threadId } from 'node:worker_threads';
import { createSiteMemory } from '../../dedupe/site-lines/site-memory.ts';
import { createPipeline, type Pipeline } from '../../pipeline.ts';
import { createFileBatch, type FileBatch } from '../../writers/files/file-batch.ts';
import type { Setup } from './setup.ts';

/** Numbers of temporary files that a thread may use before those of the next one begin. */
const PER_THREAD = 1_000_000_000;

/** What a thread works with. */
export interface Desk {
  readonly setup: Setup;
  readonly pipeline: Pipeline;
  /** Writes files to the output folder; `null` where the main thread writes. */
  readonly files: FileBatch | null;
  /** Runs what cleans one article. The main thread limits it here, a thread is limited from outside. */
  readonly guard: Guard;
}

/** Runs a synchronous function for the entry of that number, and may end it. */
export type Guard = <Result>(entry: number, run: () => Result) => Result;

/** Makes what a thread works with. */
export function createDesk(setup: Setup, guard: Guard): Desk {
  const { output } = setup;
  const memory = setup.sites === null ? undefined : createSiteMemory(setup.sites);
  return {
    setup,
    pipeline: createPipeline(setup.making, memory),
    files: 'folder' in output ? createFileBatch(output.folder, (threadId + 1) * PER_THREAD) : null,
    guard,
  };
}
