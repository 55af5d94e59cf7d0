-- Finds articles that are one: sign, candidate pairs, verify, components, clusters. No step collects rows on the driver.
-- Reads `cleaned`; gives `link(row, kept)`, for each article the first of its cluster by its text.

CREATE TABLE signed USING parquet AS
SELECT s.* FROM (
  SELECT CASE WHEN s.row IS NULL THEN raise_error(concat('sign: ', s.error.message)) ELSE s END AS s FROM (
    SELECT from_json(json, 'row BIGINT, id STRING, day BIGINT, length BIGINT, identity BIGINT, keys ARRAY<BIGINT>, signature STRING, words STRING, cut BOOLEAN, prefix BOOLEAN, titleLength BIGINT, error STRUCT<code: STRING, message: STRING>', {{json}}) AS s
    FROM (
      SELECT TRANSFORM(value)
        ROW FORMAT DELIMITED FIELDS TERMINATED BY '\u0001'
        USING '{{filter}} dedupe - --step sign{{failed}}'
        AS (json STRING)
        ROW FORMAT DELIMITED FIELDS TERMINATED BY '\u0001'
      FROM (
        SELECT to_json(named_struct(
          'row', row, 'id', id, 'title', title, 'text', text, 'url', url, 'site', site, 'date', published.value
        )) AS value
        FROM cleaned WHERE error IS NULL
      )
    )
  )
);
{{titles}}{{articles}}
