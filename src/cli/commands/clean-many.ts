import type { Shard } from '../../batch/plan/shard.ts';
import type { LearnOptions } from '../../batch/sites/learn-shards.ts';
import { readSiteMemory, writeSiteMemory } from '../../batch/sites/memory-file.ts';
import { type Spool, spool } from '../../batch/spool.ts';
import type { CleanOptions } from '../../config/options.ts';
import { UsageError } from '../../contract/run-errors.ts';
import { createSiteMemory, type SiteMemory } from '../../dedupe/site-lines/site-memory.ts';
import { flag, text } from '../arguments/values.ts';
import type { Arguments } from '../context.ts';

/** What `clean` is asked to find out from many articles. */
export interface ManyArguments {
  readonly sites: boolean;
  /** File of the memory of sites. */
  readonly memory: string | undefined;
  readonly titles: boolean;
  readonly articles: boolean;
  readonly drop: boolean;
}

/** Reads those of the arguments that need more than one article. */
export function readMany(args: Arguments): ManyArguments {
  const memory = text(args, 'site-memory');
  const dedupe = text(args, 'dedupe')?.split(',') ?? [];
  const drop = flag(args, 'drop-duplicates');
  if (drop && dedupe.length === 0) {
    throw new UsageError('expected --dedupe beside --drop-duplicates, found none');
  }
  return {
    sites: flag(args, 'sites') || memory !== undefined,
    memory,
    titles: dedupe.includes('titles'),
    articles: dedupe.includes('articles'),
    drop,
  };
}

/** What was learnt of the sites of a run. */
export interface Learnt {
  readonly memory: SiteMemory;
  /** Standard input once more. */
  readonly stdin: AsyncIterable<Uint8Array>;
  close(): void;
}

/**
 * Reads all inputs once and learns what sites repeat; the memory's file is written anew.
 *
 * @param shardsOf cuts the inputs, reading standard input from where it is told
 */
export async function learnSites(
  { memory: path }: ManyArguments,
  options: CleanOptions,
  stdin: AsyncIterable<Uint8Array>,
  how: LearnOptions,
  shardsOf: (stdin: AsyncIterable<Uint8Array>) => AsyncIterable<Shard>,
): Promise<Learnt> {
  const memory = path === undefined ? createSiteMemory() : await readSiteMemory(path);
  const spooled: Spool = spool(stdin);
  try {
    const { learnShards } = await import('../../batch/sites/learn-shards.ts');
    await learnShards(shardsOf(spooled.first), options, memory, how);
    if (path !== undefined) await writeSiteMemory(path, memory);
  } catch (error) {
    spooled.close();
    throw error;
  }
  return { memory, stdin: spooled.again, close: spooled.close };
}
