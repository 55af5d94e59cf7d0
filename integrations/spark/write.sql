-- Writes what came of it, as one table. Spark writes nothing where the folder holds anything, and nothing half.

CREATE TABLE articles USING parquet{{partitioned}} LOCATION '{{out}}' AS
SELECT {{columns}}{{day}}
FROM cleaned AS c{{joined}}
WHERE c.id IS NOT NULL OR c.error IS NOT NULL
  OR CAST(raise_error('expected an Article or an error row from the filter, found neither') AS BOOLEAN);
