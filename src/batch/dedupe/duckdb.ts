import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../../contract/run-errors.ts';
import type { Candidates } from '../../dedupe/candidates/find.ts';
import type { Postings } from '../../dedupe/candidates/pairs.ts';
import { candidateStatements, PAIRS_QUERY } from '../../dedupe/candidates/statements.ts';
import { spoolError } from '../temporary.ts';

/** What is used of the package; it is an optional peer. */
interface Duckdb {
  readonly DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<Instance>;
  };
}

interface Instance {
  connect(): Promise<Connection>;
  closeSync(): void;
}

interface Connection {
  run(sql: string): Promise<unknown>;
  stream(sql: string): Promise<{ fetchChunk(): Promise<Chunk | null> }>;
  closeSync(): void;
}

interface Chunk {
  readonly rowCount: number;
  getColumnValues(column: number): readonly unknown[];
}

const PACKAGE = '@duckdb/node-api';
/** What DuckDB may take before it spills, in its own notation. */
const MEMORY_LIMIT = '512MB';
const COLUMNS = "{id: 'BIGINT', n_key: 'INT', hs: 'BIGINT[]'}";
const CROWDED_QUERY = 'SELECT count(DISTINCT h), coalesce(max(n), 0) FROM shared_key WHERE n >';
/** Rows that are written at a time. Set by hand. */
const BATCH = 1000;

/**
 * Finds candidates with DuckDB inside the process, by the statements that Spark takes too.
 *
 * @throws {UsageError} when the package is not installed
 */
export async function findByDuckdb(
  parts: Iterable<Postings>,
  count: number,
  cap: number,
): Promise<Candidates> {
  const { DuckDBInstance } = await load();
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-'));
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: MEMORY_LIMIT,
    temp_directory: join(folder, 'spill'),
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  try {
    const file = join(folder, 'sig.ndjson');
    await writeSignatures(file, parts, count);
    await connection.run(
      `CREATE TABLE sig AS SELECT * FROM read_json(${quoted(file)}, format = 'newline_delimited', columns = ${COLUMNS})`,
    );
    for (const statement of candidateStatements(cap)) await connection.run(statement);
    const [[crowded, most]] = (await rowsOf(connection, `${CROWDED_QUERY} ${cap}`)) as [
      [number, number],
    ];
    const pairs = await rowsOf(connection, PAIRS_QUERY);
    return { pairs: Float64Array.from(pairs, ([a, b]) => a! * count + b!), crowded, most };
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function load(): Promise<Duckdb> {
  try {
    return (await import(PACKAGE)) as Duckdb;
  } catch (error) {
    throw new UsageError(
      `expected ${PACKAGE} to be installed for --engine duckdb, found none; npm install ${PACKAGE}, or leave the option out`,
      { cause: error },
    );
  }
}

/** Writes a row for each text that has keys. */
async function writeSignatures(
  file: string,
  parts: Iterable<Postings>,
  count: number,
): Promise<void> {
  const keysOf: number[][] = Array.from({ length: count }, () => []);
  for (const { keys, articles } of parts) {
    for (let i = 0; i < keys.length; i++) keysOf[articles[i]!]!.push(keys[i]!);
  }
  function* lines(): Generator<string> {
    let batch = '';
    for (const [id, hs] of keysOf.entries()) {
      if (hs.length > 0) batch += `{"id":${id},"n_key":${hs.length},"hs":[${hs.join(',')}]}\n`;
      if (id % BATCH !== BATCH - 1) continue;
      yield batch;
      batch = '';
    }
    yield batch;
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(file));
  } catch (error) {
    throw spoolError(error);
  }
}

async function rowsOf(connection: Connection, query: string): Promise<number[][]> {
  const result = await connection.stream(query);
  const rows: number[][] = [];
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; ) {
    const [first, second] = [chunk.getColumnValues(0), chunk.getColumnValues(1)];
    for (let i = 0; i < chunk.rowCount; i++) rows.push([Number(first[i]), Number(second[i])]);
    chunk = await result.fetchChunk();
  }
  return rows;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
