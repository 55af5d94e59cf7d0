
-- Titles that were cut off belong to the only one that goes on as they begin: the longest, where all others begin it too
-- and are cut off. Found by what titles begin with, at the lengths that cut ones have.
CREATE TABLE title USING parquet AS
SELECT words, bool_and(cut) AS all_cut, bool_or(prefix) AS is_prefix FROM signed WHERE words <> '' GROUP BY words;

CREATE TABLE whole USING parquet AS
SELECT words, longest FROM (
  SELECT p.words, t.words AS other, t.all_cut,
    max_by(t.words, encode(t.words, 'UTF-16BE')) OVER (PARTITION BY p.words) AS longest
  FROM (SELECT words FROM title WHERE is_prefix) AS p
  JOIN (
    SELECT words, all_cut, left(words, n) AS head
    FROM title JOIN (SELECT DISTINCT char_length(words) AS n FROM title WHERE is_prefix) ON char_length(words) >= n
  ) AS t ON t.head = p.words
)
GROUP BY words, longest
HAVING bool_and(other = longest OR (all_cut AND startswith(longest, other))) AND words <> longest;

-- Of the same titles, those follow each other that lie no more than the window apart.
CREATE TABLE title_link USING parquet AS
SELECT row, first_value(row) OVER (
  PARTITION BY shown, run ORDER BY day ASC NULLS LAST, titleLength DESC, encode(id, 'UTF-16BE'), row
) AS kept
FROM (
  SELECT *, sum(is_new) OVER (
    PARTITION BY shown ORDER BY day ASC NULLS LAST, titleLength DESC, encode(id, 'UTF-16BE'), row
  ) AS run
  FROM (
    SELECT row, id, day, titleLength, shown, CASE WHEN day - lag(day) OVER (
      PARTITION BY shown ORDER BY day ASC NULLS LAST, titleLength DESC, encode(id, 'UTF-16BE'), row
    ) > {{days}} THEN 1 ELSE 0 END AS is_new
    FROM (
      SELECT s.row, s.id, s.day, s.titleLength, coalesce(w.longest, s.words) AS shown
      FROM signed AS s LEFT JOIN whole AS w ON s.words = w.words WHERE s.words <> ''
    )
  )
);
