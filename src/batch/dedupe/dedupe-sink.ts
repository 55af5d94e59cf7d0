import type { Article } from '../../contract/article.ts';
import type { InputError } from '../../contract/errors.ts';
import { type DedupeRow, dayOf, type Rank } from '../../dedupe/row.ts';
import type { Item, Outcome } from '../outcome.ts';
import { emitTo, type Sink } from '../sinks.ts';
import { readAt, writeAll } from '../spool.ts';
import { openTemporary, type TemporaryFile } from '../temporary.ts';
import { clustersOf, type Membership } from './combine.ts';
import type { Deduper } from './deduper.ts';

/** Between an id and a number: sorts before everything. */
const BETWEEN = '\0';

/** What articles are compared by, and what becomes of duplicates. */
export interface DedupeSinkOptions {
  /** Dedupers in the order of their say; an article is a duplicate where one of them says so. */
  readonly dedupers: readonly Deduper[];
  /** Duplicates are not written (default: they are, and say so). */
  readonly drop: boolean;
  /** Called for an article that cannot be written. */
  readonly fail: (item: Item, error: InputError) => void;
}

type Failed = Extract<Outcome, { error: unknown }>;

/** Where an article lies in the spool. */
interface Spooled {
  readonly item: Item;
  readonly row: number;
  readonly at: number;
  readonly length: number;
}

/**
 * A sink that holds all articles back, on the disk, until it is known which of them are one; they then go to another
 * sink, with `cluster`, `duplicateOf` and `clusterSize`. Failures go there as they come.
 */
export function dedupeSink(inner: Sink, options: DedupeSinkOptions): Sink {
  const held: (Spooled | Failed)[] = [];
  const ranks: Rank[] = [];
  let file: TemporaryFile | null = null;
  let size = 0;
  return {
    async emit(outcome) {
      if ('error' in outcome) {
        held.push(outcome);
        return;
      }
      file ??= openTemporary();
      const bytes = Buffer.from(JSON.stringify(outcome.article), 'utf8');
      writeAll(file.descriptor, bytes, size);
      held.push({ item: outcome.item, row: ranks.length, at: size, length: bytes.length });
      ranks.push(rankOf(outcome.article, ranks.length));
      size += bytes.length;
    },
    async end(whole) {
      try {
        const clusters = await clustersOf(ranks, rowsAgain, options.dedupers);
        for (const entry of held) await release(entry, clusters);
      } finally {
        file?.close();
        await inner.end(whole);
      }
    },
  };

  function read({ at, length }: Spooled): Article {
    return JSON.parse(readAt(file!.descriptor, at, length).toString('utf8'));
  }

  function* rowsAgain(): Generator<DedupeRow> {
    for (const entry of held) {
      if ('error' in entry) continue;
      const { title, text, url, site, published } = read(entry);
      const { id } = ranks[entry.row]!;
      yield { id, title, text, url, site, date: published?.value };
    }
  }

  async function release(entry: Spooled | Failed, clusters: readonly Membership[]): Promise<void> {
    if ('error' in entry) {
      await inner.emit?.(entry);
      return;
    }
    const { kept, size: clusterSize } = clusters[entry.row]!;
    const isKept = kept === entry.row;
    if (!isKept && options.drop) return;
    const article = read(entry);
    const cluster = idOf(ranks[kept]!);
    const marked = {
      ...article,
      cluster,
      ...(isKept ? {} : { duplicateOf: cluster }),
      clusterSize,
    };
    const outcome: Outcome = { item: entry.item, article: inOrder(marked) };
    const error = await emitTo(inner, outcome);
    if (error !== null) options.fail(entry.item, error);
  }
}

/** The fields in the order in which articles have them. */
function inOrder(article: Article): Article {
  const { warnings, extra, ...rest } = article;
  return { ...rest, warnings, ...(extra === undefined ? {} : { extra }) };
}

/** What decides which article is kept; of those with the same id, the number in the input tells. */
function rankOf({ id, text, published }: Article, number: number): Rank {
  return {
    id: `${id}${BETWEEN}${number}`,
    day: dayOf(published?.value),
    length: text.length,
  };
}

function idOf({ id }: Rank): string {
  return id.slice(0, id.lastIndexOf(BETWEEN));
}
