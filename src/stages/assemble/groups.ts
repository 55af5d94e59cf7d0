import type { Placed } from './homes.ts';

/** The text of a placed span. */
export function placedText({ block, start, end }: Placed): string {
  return block.copy.text.slice(start, end);
}

/** The items in groups of one key, in the order of their first items. */
export function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}
