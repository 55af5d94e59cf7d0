import pLimit from 'p-limit';

/**
 * Maps items with bounded concurrency and gives the results in the order of the items. No more than
 * `concurrency` items are pulled ahead, so memory does not grow with their number.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  concurrency: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const limit = pLimit(concurrency);
  const window: Promise<Result>[] = [];
  try {
    for await (const item of items) {
      window.push(limit(work, item));
      window.at(-1)!.catch(() => undefined);
      if (window.length >= concurrency) yield await window.shift()!;
    }
    while (window.length > 0) yield await window.shift()!;
  } finally {
    await Promise.allSettled(window);
  }
}
