import { type DedupeResult, type DedupeRow, dayOf, keptFirst } from '../row.ts';
import { clusterTitles, type DatedCore } from './title-clusters.ts';
import { titleCore } from './title-core.ts';

/** A title as it is compared, and what decides which one is kept. */
interface TitleEntry extends DatedCore {
  readonly id: string;
  readonly length: number;
}

/** Collects titles and tells which of them name the same story. */
export interface TitleCollector {
  add(row: DedupeRow): void;
  results(): Generator<DedupeResult>;
}

/**
 * A collector of titles that has nothing yet.
 * @param window days that may lie between two titles of a story
 */
export function createTitleCollector(window: number): TitleCollector {
  const entries: TitleEntry[] = [];
  return {
    add({ id, title, url, site, date }) {
      const { words, cut } = titleCore(title ?? '', { url, site });
      // A title that was cut off is less than a whole one.
      entries.push({ id, words, cut, day: dayOf(date), length: cut ? 0 : words.length });
    },
    results: () => resultsOf(entries, window),
  };
}

function* resultsOf(entries: readonly TitleEntry[], window: number): Generator<DedupeResult> {
  const order = Uint32Array.from(entries, (_, i) => i);
  order.sort((a, b) => keptFirst(entries[a]!, entries[b]!));
  const clusterOf = clusterTitles(
    Array.from(order, (i) => entries[i]!),
    window,
  );
  const placeOf = new Uint32Array(entries.length);
  for (let place = 0; place < order.length; place++) placeOf[order[place]!] = place;
  const sizes = new Uint32Array(entries.length);
  for (const first of clusterOf) sizes[first]! += 1;
  for (const [i, { id, words }] of entries.entries()) {
    const first = clusterOf[placeOf[i]!]!;
    const kept = entries[order[first]!]!;
    const isKept = first === placeOf[i];
    yield {
      id,
      cluster: kept.id,
      duplicateOf: isKept ? null : kept.id,
      reason: isKept ? null : words === kept.words ? 'same-title' : 'cut-title',
      clusterSize: sizes[first]!,
    };
  }
}
