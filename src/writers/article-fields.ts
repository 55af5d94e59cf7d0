import { articleJsonSchema } from '../contract/article.ts';
import type { Selection } from './select.ts';

/** A piece of a JSON Schema, as far as it is read here. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly SchemaNode[];
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

/** The field that holds what an input row had besides: names below it are not known. */
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
