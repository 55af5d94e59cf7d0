import type { Article } from '../contract/article.ts';

/** Paths of fields of an Article, each by its names: `[['id'], ['published', 'value']]`. */
export type Selection = readonly (readonly string[])[];

/** The chosen fields of an article, in the order of the choice; below lists, those of each element. */
export function select(article: Article, fields: Selection): Record<string, unknown> {
  return picked(article, fields) as Record<string, unknown>;
}

/** The value at a path; of lists, the list of their elements' values; undefined where there is none. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  if (path.length === 0) return value;
  if (Array.isArray(value)) return value.map((one) => valueAt(one, path));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, path[0]!)) return;
  return valueAt((value as Record<string, unknown>)[path[0]!], path.slice(1));
}

function picked(value: unknown, paths: Selection): unknown {
  if (Array.isArray(value)) return value.map((one) => picked(one, paths));
  if (typeof value !== 'object' || value === null) return value;
  const rest = new Map<string, string[][]>();
  for (const [name, ...below] of paths) {
    if (Object.hasOwn(value, name!)) rest.set(name!, [...(rest.get(name!) ?? []), below]);
  }
  return Object.fromEntries(
    [...rest].map(([name, below]) => {
      const inner = (value as Record<string, unknown>)[name];
      return [name, below.some((path) => path.length === 0) ? inner : picked(inner, below)];
    }),
  );
}
