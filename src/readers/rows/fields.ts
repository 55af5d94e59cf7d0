import type { ReadNotes } from '../notes.ts';
import type { Row } from './rows.ts';

/** Fields by copydesk's names, each with the name that rows have for it. */
export type FieldMap = Readonly<Record<string, string>>;

const PAIR = /^\s*([^=,\s]+)\s*=\s*([^,]+?)\s*$/;

/**
 * Reads `text=content,id=doc_id`; `null` where it is no such list.
 *
 * @param text a dot leads into an object, unless a field has a dot in its own name: `text=article.body`
 */
export function parseFieldMap(text: string): FieldMap | null {
  const pairs = text.split(',').map((pair) => PAIR.exec(pair));
  if (pairs.some((pair) => pair === null)) return null;
  return Object.fromEntries(pairs.map((pair) => [pair![1]!, pair![2]!]));
}

/** Names of a map that no row had. */
export function missingFields(map: FieldMap, found: readonly string[]): string[] {
  return Object.values(map).filter((name) => !found.includes(name));
}

/** The row with its fields under the names that copydesk knows. */
export function withFields(
  row: Row,
  { fields: map, notes }: { readonly fields?: FieldMap | undefined; readonly notes: ReadNotes },
): Row {
  if (map === undefined) return row;
  const fields = new Map(Object.entries(row.fields));
  const found: [string, unknown][] = [];
  for (const [name, theirs] of Object.entries(map)) {
    const value = valueAt(row.fields, theirs);
    if (value === undefined) continue;
    notes.hasField(theirs);
    fields.delete(theirs);
    found.push([name, value]);
  }
  for (const [name, value] of found) fields.set(name, value);
  return { ...row, fields: Object.fromEntries(fields), idName: map['id']?.split('.').at(-1) };
}

function valueAt(fields: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(fields, name)) return fields[name];
  let value: unknown = fields;
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}
