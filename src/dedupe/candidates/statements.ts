import { FEW_KEYS, MIN_SHARED } from './enough.ts';
import { NEIGHBOURS } from './pairs.ts';

const VIEW = `CREATE OR REPLACE TEMP VIEW post AS
  SELECT id, n_key, h FROM sig, LATERAL UNNEST(hs) AS t(h)`;

const RARE = `CREATE TABLE rare AS
  SELECT id, n_key, h FROM (
    SELECT id, n_key, h, count(*) OVER (PARTITION BY h) AS n FROM post
  ) AS w WHERE n BETWEEN 2 AND {cap}`;

const CROWD = `CREATE TABLE crowd AS
  SELECT id, n_key, h, place FROM (
    SELECT id, n_key, h, count(*) OVER (PARTITION BY h) AS n,
      row_number() OVER (PARTITION BY h ORDER BY id) AS place FROM post
  ) AS w WHERE n > {cap}`;

const PAIR = `CREATE TABLE pair AS
  SELECT a, b, CAST(count(*) AS INT) AS shared FROM (
    SELECT x.id AS a, y.id AS b, least(x.n_key, y.n_key) AS n_key
      FROM rare AS x JOIN rare AS y ON x.h = y.h AND x.id < y.id
    UNION ALL
    SELECT x.id AS a, y.id AS b, least(x.n_key, y.n_key) AS n_key
      FROM crowd AS x JOIN crowd AS y
      ON x.h = y.h AND y.place BETWEEN x.place + 1 AND x.place + {c}
  ) AS u GROUP BY a, b HAVING count(*) >= {k} OR min(n_key) <= {few}`;

/** Gives the pairs in order. */
export const PAIRS_QUERY = 'SELECT a, b FROM pair ORDER BY a, b';

/**
 * The statements that find candidates, as DuckDB and Spark SQL take them, over a table `sig(id BIGINT, n_key INT, hs
 * ARRAY of BIGINT)`: rank, number of keys and keys of each text. They give the pairs that `pairArticles` and the count of
 * shared keys give; `PAIRS_QUERY` reads them.
 *
 * @param cap texts that may share a key for all of them to be paired
 */
export function candidateStatements(cap: number): string[] {
  const literals = { cap, c: NEIGHBOURS, k: MIN_SHARED, few: FEW_KEYS };
  return [VIEW, RARE, CROWD, PAIR].map((statement) =>
    Object.entries(literals).reduce(
      (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
      statement,
    ),
  );
}
