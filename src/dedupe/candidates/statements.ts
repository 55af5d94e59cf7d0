import { FEW_KEYS, MIN_SHARED } from './enough.ts';
import { NEIGHBOURS } from './pairs.ts';

const VIEW = `CREATE OR REPLACE TEMP VIEW post AS
  SELECT id, n_key, h FROM sig, LATERAL UNNEST(hs) AS t(h)`;

const SHARED = `CREATE TABLE shared_key AS
  SELECT id, n_key, h, n, place FROM (
    SELECT id, n_key, h, count(*) OVER (PARTITION BY h) AS n,
      row_number() OVER (PARTITION BY h ORDER BY id) AS place FROM post
  ) AS w WHERE n > 1`;

// Neighbours are joined by their places, not by the key alone, which would look at all pairs that share it.
const PAIR = `CREATE TABLE pair AS
  SELECT a, b, CAST(count(*) AS INT) AS shared FROM (
    SELECT x.id AS a, y.id AS b, least(x.n_key, y.n_key) AS n_key
      FROM shared_key AS x JOIN shared_key AS y ON x.h = y.h AND x.id < y.id
      WHERE x.n <= {cap} AND y.n <= {cap}
    UNION ALL
    SELECT x.id AS a, y.id AS b, least(x.n_key, y.n_key) AS n_key
      FROM (
        SELECT id, n_key, h, place + step AS place
        FROM shared_key CROSS JOIN (VALUES {steps}) AS s(step) WHERE n > {cap}
      ) AS x JOIN shared_key AS y ON x.h = y.h AND x.place = y.place
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
  const steps = Array.from({ length: NEIGHBOURS }, (_, i) => `(${i + 1})`).join(', ');
  const literals = { cap, steps, k: MIN_SHARED, few: FEW_KEYS };
  return [VIEW, SHARED, PAIR].map((statement) =>
    Object.entries(literals).reduce(
      (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
      statement,
    ),
  );
}
