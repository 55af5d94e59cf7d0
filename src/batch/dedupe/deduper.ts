import { gramWeightTable } from '../../assets/gram-weights.ts';
import { clusterTexts } from '../../dedupe/corpus/cluster-texts.ts';
import { createCollector } from '../../dedupe/corpus/corpus.ts';
import { rankTexts } from '../../dedupe/corpus/ranks.ts';
import { resultsOf } from '../../dedupe/corpus/results.ts';
import { createMemoryStores } from '../../dedupe/corpus/stores.ts';
import type { DedupeResult, DedupeRow } from '../../dedupe/row.ts';
import { createTitleCollector } from '../../dedupe/titles/dedupe-titles.ts';
import { createGramWeights, type WeightTable } from '../../dedupe/weights/gram-weights.ts';

/** How duplicates are looked for. */
export interface DedupeOptions {
  /** Compare titles alone, not texts (default false). */
  readonly titles?: boolean | undefined;
  /** Days that may lie between two articles that are one, where both state a date (default 31). */
  readonly windowDays?: number | undefined;
  /** How much pairs of words say (default: the table of the package). */
  readonly weights?: WeightTable | undefined;
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

/** Days between the first and the last day of a month. */
const WINDOW_DAYS = 31;
/** How many articles may share a key for all of them to be compared with each other; of more, neighbours are. Set by hand. */
const CAP = 24;

/**
 * Makes a deduper.
 *
 * @throws {RangeError} when `windowDays` is no number of days
 * @example
 * const deduper = createDeduper({ titles: true });
 * for await (const { id, duplicateOf } of deduper.run(rows)) if (duplicateOf) console.log(id, duplicateOf);
 */
export function createDeduper(options: DedupeOptions = {}): Deduper {
  const { titles = false, windowDays = WINDOW_DAYS, onWarning = () => undefined } = options;
  if (!(windowDays >= 0)) {
    throw new RangeError(
      `expected windowDays to be a number of days, 0 or more, found ${windowDays}`,
    );
  }
  return {
    run: (rows) =>
      titles
        ? runTitles(rows, windowDays)
        : runArticles(rows, windowDays, options.weights, onWarning),
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
  table: WeightTable = gramWeightTable(),
  warn: (message: string) => void,
): AsyncGenerator<DedupeResult> {
  const stores = createMemoryStores();
  const weights = createGramWeights(table);
  try {
    const collector = createCollector(stores, weights);
    for await (const row of rows) collector.add(row);
    const corpus = collector.collected();
    const ranks = rankTexts(corpus);
    const clustered = clusterTexts(corpus, ranks, stores, { weights, window, cap: CAP });
    if (clustered.crowded > 0) {
      warn(
        `${clustered.crowded} passages stand in more than ${CAP} different texts, the most frequent in ${clustered.most}; such texts were compared with their neighbours only`,
      );
    }
    yield* resultsOf(corpus, ranks, clustered);
  } finally {
    stores.close();
  }
}
