import { expect, test } from 'vitest';
import { adviceOn, createReasons } from '../../src/cli/spark/reasons.ts';

test('of all that Spark says, what tells most is told, as it was said last', () => {
  const reasons = createReasons();
  expect(reasons.told()).toBe(null);
  reasons.read('26/11/30 WARN TaskSetManager: Lost task 0.0 in stage 1.0');
  expect(reasons.told()).toBe(null);
  reasons.read('Caused by: org.apache.spark.SparkException: [CANNOT_READ.FOOTER] no footer: a');
  reasons.read('[CANNOT_READ.FOOTER] no footer: b SQLSTATE: KD001');
  reasons.read('[INTERNAL_ERROR_STORAGE] Block broadcast_2 does not exist. SQLSTATE: XX000');
  expect(reasons.told()).toBe('[CANNOT_READ.FOOTER] no footer: b SQLSTATE: KD001');
  reasons.read(
    'SparkException: Subprocess exited with status 127. Error: bash: desk: command not found',
  );
  reasons.read('[FAILED_READ_FILE.NO_HINT] Encountered error');
  expect(reasons.told()).toBe(
    'Subprocess exited with status 127. Error: bash: desk: command not found',
  );

  const there = createReasons();
  there.read(
    'CREATE-TABLE-AS-SELECT cannot create table with location to a non-empty directory s3a://a.',
  );
  expect(there.told()).toContain('non-empty directory s3a://a');
});

test('where memory was short, it is said how to give more', () => {
  expect(adviceOn('java.lang.OutOfMemoryError: Java heap space')).toContain('spark.driver.memory');
  expect(adviceOn('[CANNOT_READ.FOOTER] no footer')).toBe('');
});
