/** What is used of a JSON Schema. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/** Counts rows within a task on Spark, so that it would say something else in every run. */
const LEFT_OUT = new Set(['source.record']);
const SCALARS: Readonly<Record<string, string>> = {
  string: 'STRING',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
};
/** What rows that failed have instead of an Article's fields. */
const ERROR = 'STRUCT<`code`: STRING, `message`: STRING>';

/** The names of an Article's columns on Spark, in their order. */
export function articleColumns(schema: JsonSchema): string[] {
  return Object.keys(schema.properties ?? {});
}

/**
 * The type of a row that cleaning answers, as Spark's `from_json` takes it: the Article's fields, and `error`. Objects with
 * fields of any name, such as `extra`, are kept as the text of their JSON.
 *
 * @param schema of an Article
 * @throws {TypeError} when the schema holds what Spark has no type for
 */
export function articleType(schema: JsonSchema): string {
  return `${fieldsOf(schema, '', ' ')}, \`error\` ${ERROR}`;
}

function fieldsOf({ properties = {} }: JsonSchema, path: string, between: string): string {
  return Object.entries(properties)
    .filter(([name]) => !LEFT_OUT.has(`${path}${name}`))
    .map(([name, field]) => `\`${name}\`${between}${typeOf(field, `${path}${name}`)}`)
    .join(', ');
}

function typeOf(schema: JsonSchema, path: string): string {
  const filled = (schema.anyOf ?? []).filter(({ type }) => type !== 'null');
  if (filled.length === 1) return typeOf(filled[0]!, path);
  const { type } = schema;
  const name = typeof type === 'string' ? type : type?.find((one) => one !== 'null');
  if (name === 'array') return `ARRAY<${typeOf(schema.items ?? {}, path)}>`;
  if (name === 'object') {
    return schema.properties ? `STRUCT<${fieldsOf(schema, `${path}.`, ': ')}>` : 'STRING';
  }
  const scalar = SCALARS[name ?? ''];
  if (scalar !== undefined) return scalar;
  throw new TypeError(`no type of Spark for ${path}: ${JSON.stringify(schema)}`);
}
