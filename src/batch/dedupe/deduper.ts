import { gramWeightTable } from '../../assets/gram-weights.ts';
import { type Candidates, findCandidates } from '../../dedupe/candidates/find.ts';
import { clusterTexts, rankedParts } from '../../dedupe/corpus/cluster-texts.ts';
import { createCollector } from '../../dedupe/corpus/corpus.ts';
import { rankTexts } from '../../dedupe/corpus/ranks.ts';
import { resultsOf } from '../../dedupe/corpus/results.ts';
import type { DedupeResult, DedupeRow } from '../../dedupe/row.ts';
import { MAX_LENGTH } from '../../dedupe/sign/draft-article.ts';
import { createTitleCollector } from '../../dedupe/titles/dedupe-titles.ts';
import { createGramWeights, type WeightTable } from '../../dedupe/weights/gram-weights.ts';
import { findByDuckdb } from './duckdb.ts';
import { openIndex } from './index-file.ts';
import { createSpilledStores } from './spilled-stores.ts';
import { weightsId } from './weights-file.ts';

/** How duplicates are looked for. */
export interface DedupeOptions {
  /** Compare titles alone, not texts (default false). */
  readonly titles?: boolean | undefined;
  /** Days that may lie between two articles that are one, where both state a date (default 31). */
  readonly windowDays?: number | undefined;
  /** How much pairs of words say (default: the table of the package). */
  readonly weights?: WeightTable | undefined;
  /**
   * File that keeps what earlier batches held and what is added to it. The clusters are those of one run over all
   * batches; of this one's rows it is told which they are in. Not with `titles`.
   */
  readonly index?: string | undefined;
  /** Bytes of memory for keys and signatures; what goes beyond is put into temporary files (default 384 MB). */
  readonly memory?: number | undefined;
  /**
   * Who looks for candidates: this process, or DuckDB inside it, for which `@duckdb/node-api` must be installed. Both give
   * the same clusters (default `memory`).
   */
  readonly engine?: 'memory' | 'duckdb' | undefined;
  /** Called with what the caller should know, such as a cap that was reached. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/** Finds rows that are one. */
export interface Deduper {
  /**
   * Reads all rows, then says of each, in their order, which cluster it is in. The same rows give the same clusters in
   * any order.
   */
  run(rows: AsyncIterable<DedupeRow> | Iterable<DedupeRow>): AsyncGenerator<DedupeResult>;
}

/** Days of the longest month. */
export const WINDOW_DAYS = 31;
/** How many articles may share a key for all of them to be compared with each other; of more, neighbours are. Set by hand. */
export const CAP = 24;
/** Bytes: with what else a run of a million articles holds, it stays below 1 GB. */
const MEMORY = 384 * 1024 * 1024;

/**
 * Makes a deduper.
 *
 * @throws {RangeError} when `windowDays` is no number of days, or `index` is given with `titles`
 * @example
 * const deduper = createDeduper({ titles: true });
 * for await (const { id, duplicateOf } of deduper.run(rows)) if (duplicateOf) console.log(id, duplicateOf);
 */
export function createDeduper(options: DedupeOptions = {}): Deduper {
  const { titles = false, windowDays = WINDOW_DAYS, index } = options;
  if (!(windowDays >= 0)) {
    throw new RangeError(
      `expected windowDays to be a number of days, 0 or more, found ${windowDays}`,
    );
  }
  if (titles && index !== undefined) {
    throw new RangeError('expected titles or an index, found both; an index keeps articles');
  }
  return {
    run: (rows) => (titles ? runTitles(rows, windowDays) : runArticles(rows, windowDays, options)),
  };
}

type Rows = AsyncIterable<DedupeRow> | Iterable<DedupeRow>;

async function* runTitles(rows: Rows, window: number): AsyncGenerator<DedupeResult> {
  const collector = createTitleCollector(window);
  for await (const row of rows) collector.add(row);
  yield* collector.results();
}

async function* runArticles(
  rows: Rows,
  window: number,
  {
    weights: table = gramWeightTable(),
    index: path,
    memory = MEMORY,
    engine,
    onWarning,
  }: DedupeOptions,
): AsyncGenerator<DedupeResult> {
  const index = path === undefined ? null : openIndex(path, weightsId(table));
  const stores = index?.stores ?? createSpilledStores(memory);
  const weights = createGramWeights(table);
  try {
    const collector = createCollector(stores, weights, index?.known);
    for await (const row of rows) collector.add(row);
    const corpus = collector.collected();
    if (collector.cut() > 0) onWarning?.(cutMessage(collector.cut()));
    const ranks = rankTexts(corpus);
    const find = engine === 'duckdb' ? findByDuckdb : findCandidates;
    const candidates = await find(rankedParts(stores, ranks), corpus.identities.length, CAP);
    if (candidates.crowded > 0) onWarning?.(crowdedMessage(candidates));
    const clustered = clusterTexts(candidates.pairs, corpus, ranks, stores, { weights, window });
    yield* resultsOf(corpus, ranks, clustered, index?.known.ids.length);
    index?.append(corpus);
  } finally {
    stores.close();
    index?.close();
  }
}

function cutMessage(cut: number): string {
  const [texts, them] = cut === 1 ? ['1 text is', 'it was'] : [`${cut} texts are`, 'they were'];
  return `${texts} longer than ${MAX_LENGTH} characters; ${them} compared by what stands before`;
}

function crowdedMessage({ crowded, most }: Candidates): string {
  const passages = crowded === 1 ? '1 passage stands' : `${crowded} passages stand`;
  return `${passages} in more than ${CAP} different texts, the commonest in ${most}; such texts were compared with their neighbours only`;
}
