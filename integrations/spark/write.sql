-- Writes what came of it, as one table. Spark writes nothing where the folder holds anything, and nothing half.

CREATE TABLE articles USING {{format}}{{partitioned}} LOCATION '{{out}}' AS
SELECT {{columns}}{{day}}
FROM cleaned AS c{{joined}};
