
-- Texts with the same words are one; of each the article is kept that comes first. Numbered in that order, by ranges, so
-- that no task sees all of them. Signatures and keys stay in `signed` meanwhile, and are joined where they are asked for.
CREATE TABLE texts USING parquet AS
SELECT monotonically_increasing_id() AS id, said, row, day
FROM (
  SELECT said, row, name, day, length
  FROM (
    SELECT *, row_number() OVER (
      PARTITION BY said ORDER BY day ASC NULLS LAST, length DESC, encode(name, 'UTF-16BE'), row
    ) AS place
    FROM (SELECT coalesce(identity, -1 - row) AS said, row, id AS name, day, length FROM signed)
  )
  WHERE place = 1
  ORDER BY day ASC NULLS LAST, length DESC, encode(name, 'UTF-16BE'), row
);

CREATE TEMPORARY VIEW sig AS
SELECT t.id, CAST(size(s.keys) AS INT) AS n_key, s.keys AS hs
FROM texts AS t JOIN signed AS s ON t.row = s.row WHERE size(s.keys) > 0;

CREATE TEMPORARY VIEW signature AS
SELECT t.id, t.day, s.signature FROM texts AS t JOIN signed AS s ON t.row = s.row;

-- The statements that DuckDB and the library's `candidateStatements` give.
{{candidates}}

-- Pairs go to the filter in groups, so that a text goes along once for many pairs: those whose first texts have the same
-- first neighbour. A thousand pairs have 2,000 texts at most, whose longest signatures (14 KB) the filter still takes in one row.
CREATE TEMPORARY VIEW bundle AS
SELECT l, (row_number() OVER (PARTITION BY l ORDER BY a, b) - 1) DIV 1000 AS part, a, b
FROM (
  SELECT coalesce(first, p.a) AS l, p.a, p.b
  FROM pair AS p LEFT JOIN (SELECT b AS id, min(a) AS first FROM pair GROUP BY b) AS f ON p.a = f.id
);

CREATE TABLE edge USING parquet AS
SELECT e.a, e.b, e.strength FROM (
  SELECT explode(CASE WHEN v.edges IS NULL THEN raise_error(concat('verify: ', v.error.message)) ELSE v.edges END) AS e FROM (
    SELECT from_json(json, 'edges ARRAY<STRUCT<a: BIGINT, b: BIGINT, strength: DOUBLE>>, error STRUCT<code: STRING, message: STRING>') AS v
    FROM (
      SELECT TRANSFORM(value)
        ROW FORMAT DELIMITED FIELDS TERMINATED BY '\u0001'
        USING '{{filter}} dedupe - --step verify{{window}}{{failed}}'
        AS (json STRING)
        ROW FORMAT DELIMITED FIELDS TERMINATED BY '\u0001'
      FROM (
        SELECT to_json(named_struct('texts', texts, 'pairs', pairs)) AS value
        FROM (
          SELECT l, part, collect_list(named_struct('id', id, 'day', day, 'signature', signature)) AS texts
          FROM (SELECT DISTINCT l, part, explode(array(a, b)) AS id FROM bundle) JOIN signature USING (id)
          GROUP BY l, part
        ) JOIN (
          SELECT l, part, collect_list(named_struct('a', a, 'b', b)) AS pairs FROM bundle GROUP BY l, part
        ) USING (l, part)
      )
    )
  )
);

CREATE TEMPORARY VIEW arc AS SELECT a AS x, b AS y FROM edge UNION ALL SELECT b, a FROM edge;

{{components}}

-- A component is parted into clusters by one call; it is small, since only verified pairs hold it together.
CREATE TABLE placed USING parquet AS
SELECT m.id, m.first, m.reason FROM (
  SELECT explode(c.members) AS m FROM (
    SELECT from_json(json, 'members ARRAY<STRUCT<id: BIGINT, first: BIGINT, reason: STRING>>, error STRUCT<code: STRING, message: STRING>', {{json}}) AS c
    FROM (
      SELECT TRANSFORM(value)
        ROW FORMAT DELIMITED FIELDS TERMINATED BY '\u0001'
        USING '{{filter}} dedupe - --step cluster{{window}}{{failed}}'
        AS (json STRING)
        ROW FORMAT DELIMITED FIELDS TERMINATED BY '\u0001'
      FROM (
        SELECT to_json(named_struct('members', members, 'edges', edges)) AS value
        FROM (
          SELECT l, collect_list(named_struct('id', id, 'day', day, 'signature', signature)) AS members
          FROM label JOIN signature USING (id) GROUP BY l
        ) AS n JOIN (
          SELECT l, collect_list(named_struct('a', a, 'b', b, 'strength', strength)) AS edges
          FROM edge JOIN label ON a = label.id GROUP BY l
        ) AS e USING (l)
      )
    )
  ) WHERE c.members IS NOT NULL OR CAST(raise_error(concat('cluster: ', c.error.message)) AS BOOLEAN)
);

CREATE {{link}} AS
SELECT s.row, f.row AS kept
FROM signed AS s
JOIN texts AS t ON coalesce(s.identity, -1 - s.row) = t.said
LEFT JOIN placed AS p ON p.id = t.id
JOIN texts AS f ON f.id = coalesce(p.first, t.id);
