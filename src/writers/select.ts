import { type Article, articleJsonSchema } from '../contract/article.ts';

/** Paths of fields of an Article, each by its names: `[['id'], ['published', 'value']]`. */
export type Selection = readonly (readonly string[])[];

/** A piece of a JSON Schema, as far as it is read here. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly SchemaNode[];
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

/** Fields that hold whatever an input row had: any name may stand below them. */
const OPEN = 'extra';

/** Reads `id,title,published.value`; gives the first name that no Article has as `unknown`. */
export function parseSelection(
  text: string,
): { readonly fields: Selection } | { readonly unknown: string } {
  const fields = text
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '')
    .map((path) => path.split('.'));
  const wrong = fields.find((path) => !isField(path));
  return wrong === undefined ? { fields } : { unknown: wrong.join('.') };
}

/** All names of fields at the top of an Article. */
export function fieldNames(): string[] {
  return Object.keys(articleNode().properties ?? {});
}

/** The Article's schema. */
export function articleNode(): SchemaNode {
  return articleJsonSchema();
}

/** What a schema says of a value that is not null; its type is one then. */
export function withoutNull(node: SchemaNode): SchemaNode {
  const known = node.anyOf?.find(({ type }) => type !== 'null') ?? node;
  const types = [known.type ?? []].flat();
  const type = types.find((one) => one !== 'null');
  return type === undefined ? known : { ...known, type };
}

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

function isField(path: readonly string[]): boolean {
  if (path[0] === OPEN) return true;
  let node: SchemaNode | undefined = articleNode();
  for (const name of path) {
    node = node && withoutNull(node);
    if (node?.items) node = withoutNull(node.items);
    node = node?.properties?.[name];
  }
  return node !== undefined;
}
