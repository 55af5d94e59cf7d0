
-- Of articles that hang together by text or title, the first is kept.
CREATE TEMPORARY VIEW member AS
SELECT row, first_value(row) OVER w AS kept, first_value(id) OVER w AS cluster, count(*) OVER (PARTITION BY l) AS clusterSize
FROM (
  SELECT s.row, s.id, s.day, s.length, coalesce(g.l, s.row) AS l
  FROM signed AS s LEFT JOIN {{groups}} AS g ON g.id = s.row
)
WINDOW w AS (PARTITION BY l ORDER BY day ASC NULLS LAST, length DESC, encode(id, 'UTF-16BE'), row);
