-- Connected components of `arc(x, y)`, each arc both ways: `{{label}}(id, l)`, where l is the smallest id. Each round takes
-- the smallest label of the neighbours and then that one's label, so that the reach doubles.
CREATE TABLE {{label}} USING parquet AS SELECT DISTINCT x AS id, x AS l FROM {{arc}};
CREATE TABLE {{label}}_next USING parquet AS SELECT id, l FROM {{label}} WHERE false;
BEGIN
  DECLARE before DECIMAL(38, 0) DEFAULT -2;
  DECLARE after DECIMAL(38, 0) DEFAULT -1;
  WHILE before <> after DO
    SET before = after;
    INSERT OVERWRITE {{label}}_next
      SELECT id, min(l) FROM (
        SELECT id, l FROM {{label}} UNION ALL
        SELECT x AS id, l FROM {{arc}} JOIN {{label}} ON y = {{label}}.id
      ) GROUP BY id;
    INSERT OVERWRITE {{label}}
      SELECT n.id, m.l FROM {{label}}_next AS n JOIN {{label}}_next AS m ON n.l = m.id;
    SET after = (SELECT coalesce(sum(CAST(l AS DECIMAL(38, 0))), 0) FROM {{label}});
  END WHILE;
END;
