import type { SchemaElement } from 'hyparquet';
import { articleNode, type SchemaNode, withoutNull } from '../article-fields.ts';
import type { Selection } from '../select.ts';

/**
 * The Article's schema as Parquet has it, from the published one: lists and groups nested as they are there, whole numbers as
 * INT32, what may be anything as JSON. All is optional.
 *
 * @param fields the fields that are written; `null` for all
 */
export function parquetSchema(fields: Selection | null): SchemaElement[] {
  const { properties = {} } = chosen(articleNode(), fields);
  const columns = Object.entries(properties);
  return [
    { name: 'article', num_children: columns.length },
    ...columns.flatMap(([name, node]) => elementsOf(name, node)),
  ];
}

/** A schema with the chosen fields alone, in the order of the choice. */
function chosen(node: SchemaNode, fields: Selection | null): SchemaNode {
  if (fields === null) return node;
  const known = withoutNull(node);
  if (known.items) return { ...known, items: chosen(known.items, fields) };
  const properties = known.properties ?? {};
  const names = [...new Set(fields.map(([name]) => name!))].filter((name) =>
    Object.hasOwn(properties, name),
  );
  const inner = names.map((name) => {
    const below = fields.filter(([first]) => first === name).map(([, ...rest]) => rest);
    const isWhole = below.some((path) => path.length === 0);
    return [name, chosen(properties[name]!, isWhole ? null : below)];
  });
  // What an input row had is written as it is.
  return known.properties ? { ...known, properties: Object.fromEntries(inner) } : known;
}

function elementsOf(name: string, given: SchemaNode): SchemaElement[] {
  const node = withoutNull(given);
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  if (node.items) {
    return [
      { ...optional, converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      ...elementsOf('element', node.items),
    ];
  }
  if (node.properties) {
    const inner = Object.entries(node.properties);
    return [
      { ...optional, num_children: inner.length },
      ...inner.flatMap(([key, value]) => elementsOf(key, value)),
    ];
  }
  switch (node.type) {
    case 'integer':
      return [{ ...optional, type: 'INT32' }];
    case 'number':
      return [{ ...optional, type: 'DOUBLE' }];
    case 'boolean':
      return [{ ...optional, type: 'BOOLEAN' }];
    case 'string':
      return [
        {
          ...optional,
          type: 'BYTE_ARRAY',
          converted_type: 'UTF8',
          logical_type: { type: 'STRING' },
        },
      ];
    default:
      return [
        { ...optional, type: 'BYTE_ARRAY', converted_type: 'JSON', logical_type: { type: 'JSON' } },
      ];
  }
}
