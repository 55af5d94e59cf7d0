-- Connected components of `{{arc}}(x, y)`, each arc both ways: `{{label}}(id, l)`, where l is the smallest id. Each round takes
-- the smallest label of the neighbours and then that one's label, so that the reach doubles. Two rounds, there and back, before
-- it is asked whether anything has changed: most components are complete after the first.
CREATE TABLE {{label}} USING parquet AS SELECT x AS id, least(x, min(y)) AS l FROM {{arc}} GROUP BY x;
CREATE TABLE {{label}}_next USING parquet AS SELECT id, l FROM {{label}} WHERE false;
BEGIN
  DECLARE before DECIMAL(38, 0) DEFAULT -2;
  DECLARE after DECIMAL(38, 0) DEFAULT -1;
  WHILE before <> after DO
    SET before = after;
    INSERT OVERWRITE {{label}}_next
      WITH reached AS (
        SELECT id, min(l) AS l FROM (
          SELECT id, l FROM {{label}} UNION ALL
          SELECT x AS id, l FROM {{arc}} JOIN {{label}} ON y = {{label}}.id
        ) GROUP BY id
      )
      SELECT n.id, m.l FROM reached AS n JOIN reached AS m ON n.l = m.id;
    INSERT OVERWRITE {{label}}
      WITH reached AS (
        SELECT id, min(l) AS l FROM (
          SELECT id, l FROM {{label}}_next UNION ALL
          SELECT x AS id, l FROM {{arc}} JOIN {{label}}_next ON y = {{label}}_next.id
        ) GROUP BY id
      )
      SELECT n.id, m.l FROM reached AS n JOIN reached AS m ON n.l = m.id;
    SET after = (SELECT coalesce(sum(CAST(l AS DECIMAL(38, 0))), 0) FROM {{label}});
  END WHILE;
END;
