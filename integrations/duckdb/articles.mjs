// Articles in DuckDB, step by step: load what `copydesk clean` wrote, look at it, find duplicates, export Parquet.
// usage: node integrations/duckdb/articles.mjs ARTICLES OUT.parquet
//   ARTICLES  NDJSON of Articles, a glob of such files, or Parquet with their columns
// Needs copydesk and @duckdb/node-api. Prints a summary as JSON.
import { createRequire } from 'node:module';
import { DuckDBInstance } from '@duckdb/node-api';
import { createDeduper } from 'copydesk';

const [input, output] = process.argv.slice(2);
if (!input || !output) {
  console.error('usage: node articles.mjs ARTICLES OUT.parquet');
  process.exit(2);
}
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const instance = await DuckDBInstance.create(':memory:');
const db = await instance.connect();
const all = async (sql) => (await db.runAndReadAll(sql)).getRowObjectsJson();

// 1. Load. Rows that failed hold `error` instead of an Article. Types of columns are made of the Article's schema: what is
// no single value stays JSON.
const { properties } = createRequire(import.meta.url)('copydesk/article.schema.json');
const TYPES = { string: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', boolean: 'BOOLEAN' };
const typeOf = ({ type, anyOf = [] }) =>
  TYPES[type ?? anyOf.find((one) => one.type !== 'null')?.type] ?? 'JSON';
const columns = Object.entries({ ...properties, error: {} })
  .map(([name, field]) => `${name}: '${typeOf(field)}'`)
  .join(', ');
const source = /\.parquet$/i.test(input)
  ? `read_parquet(${quoted(input)})`
  : `read_json(${quoted(input)}, format = 'newline_delimited', columns = {${columns}}, maximum_object_size = 67108864)`;
await db.run(`CREATE TABLE loaded AS SELECT row_number() OVER () AS place, * FROM ${source}`);
await db.run('ALTER TABLE loaded ADD COLUMN IF NOT EXISTS error JSON');
await db.run('CREATE VIEW articles AS SELECT * FROM loaded WHERE error IS NULL');

// 2. Look: what there is by language and site, and how much of the pages was body.
const languages = await all(
  'SELECT language, count(*)::INT AS articles FROM articles GROUP BY language ORDER BY articles DESC, language',
);
const failures = await all(
  "SELECT error->>'$.code' AS code, count(*)::INT AS rows FROM loaded WHERE error IS NOT NULL GROUP BY code ORDER BY code",
);

// 3. Duplicates: rows go to the deduper as DuckDB streams them, its answers come back as a table.
async function* rows() {
  const result = await db.stream(
    "SELECT CAST(place AS VARCHAR), text, published->>'$.value' FROM articles ORDER BY place",
  );
  for await (const chunk of result.yieldRows()) {
    for (const [id, text, date] of chunk) yield { id, text, date };
  }
}
await db.run('CREATE TABLE found (place BIGINT, kept BIGINT, size INT)');
const appender = await db.createAppender('found');
for await (const { id, cluster, clusterSize } of createDeduper().run(rows())) {
  appender.appendBigInt(BigInt(id));
  appender.appendBigInt(BigInt(cluster));
  appender.appendInteger(clusterSize);
  appender.endRow();
}
appender.closeSync();

// 4. Export: one article of each cluster, with how many there were.
await db.run(`
  COPY (
    SELECT COLUMNS(name -> name NOT IN ('place', 'error', 'kept', 'size', 'copies')), size AS copies
    FROM articles JOIN found USING (place) WHERE place = kept ORDER BY place
  ) TO ${quoted(output)} (FORMAT parquet, COMPRESSION zstd)`);
const [exported] = await all(
  `SELECT count(*)::INT AS articles, sum(copies)::INT AS of FROM read_parquet(${quoted(output)})`,
);
console.log(JSON.stringify({ languages, failures, exported }));
db.closeSync();
instance.closeSync();
