-- Pages in, Articles out. A template: `copydesk spark` fills it in, and `copydesk spark --print` shows the whole job.
--
-- Each task pipes its rows through one filter of NDJSON, a row out for each row in; of WARC its records, a row out for each
-- that holds a page or a text. What cannot be cleaned comes back with `error` in its place and with nothing else but its id;
-- so no row is lost, and no task fails because of one.
-- `row` numbers the rows of this run; ids may be missing or come twice.

CREATE {{cleaned}} AS
SELECT monotonically_increasing_id() AS row, article.*
FROM (
  -- Checked here and not in a WHERE, for which Spark would parse each answer once more.
  SELECT CASE
    WHEN article.id IS NULL AND article.error IS NULL
    THEN raise_error('expected an Article or an error row from the filter, found neither')
    ELSE article
  END AS article
  FROM (
    SELECT from_json(json, '{{article}}', {{json}}) AS article
    FROM (
      SELECT TRANSFORM(value)
        ROW FORMAT DELIMITED FIELDS TERMINATED BY '\u0001'
        USING '{{before}}{{filter}} clean - {{clean}}{{failed}}'
        AS (json STRING)
        ROW FORMAT DELIMITED FIELDS TERMINATED BY '\u0001'
      FROM ({{pages}})
    )
  )
);
