import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { bin, copydesk, type Finished, folder } from '../cli/bin.ts';
import { someRows } from './rows.ts';
import { type Cluster, processBelow, startCluster, whileRuns } from './spark/cluster.ts';
import { expectSame, oneProcess } from './spark/digest.ts';
import { LONG, lines, SMALL, settings, spark, sparkHome, writeParts } from './spark/run.ts';

vi.setConfig({ testTimeout: LONG, hookTimeout: LONG });

const PARTS = 4;
const CLEANS = /main\.js\0clean\0/;
const EXECUTOR = /CoarseGrainedExecutorBackend/;

const rows = someRows(400);
let root = '';
let cluster: Cluster | null = null;
let one: Awaited<ReturnType<typeof oneProcess>> = [];

/** Notes each call of a filter and gives it its rows slowly; the very first one more so. */
const SLOW_FILTER = `#!/bin/bash
case "$*" in *clean*) ;; *) exec NODE BIN "$@" ;; esac
pause=0.2
mkdir "$DESK_FOLDER/first" 2>/dev/null && pause=$DESK_FIRST
touch "$DESK_FOLDER/call-$$"
awk -v pause="$pause" '{ print; fflush() } NR % 20 == 0 { system("sleep " pause) }' | NODE BIN "$@"
`;

beforeAll(async () => {
  if (sparkHome === null) return;
  root = folder({
    'all.ndjson': lines(rows),
    'slow-desk': SLOW_FILTER.replaceAll('NODE', process.execPath).replaceAll('BIN', bin()),
  });
  chmodSync(path.join(root, 'slow-desk'), 0o755);
  writeParts(path.join(root, 'in.ndjson'), rows, PARTS);
  one = await oneProcess(root, ['all.ndjson', '--dedupe', 'titles,articles']);
  cluster = await startCluster(root, 2);
});

afterAll(() => cluster?.stop());

/** A job whose filters note their calls in the folder `calls-NAME`. @param first seconds between 20 rows of the first filter */
async function run(name: string, first: number, conf: readonly string[] = []): Promise<Finished> {
  const calls = path.join(root, `calls-${name}`);
  mkdirSync(calls);
  const environment = { DESK_FOLDER: calls, DESK_FIRST: String(first) };
  return copydesk(
    [
      ...['spark', '--in', 'in.ndjson', '-o', name, '--dedupe', 'titles,articles'],
      ...['--master', cluster!.master, '--filter', path.join(root, 'slow-desk'), ...SMALL],
      ...settings([
        ...['spark.driver.host=127.0.0.1', 'spark.driver.bindAddress=127.0.0.1'],
        ...['spark.executor.memory=512m', `spark.sql.files.minPartitionNum=${PARTS}`],
        ...Object.entries(environment).map(([key, value]) => `spark.executorEnv.${key}=${value}`),
        ...conf,
      ]),
    ],
    { cwd: root },
  );
}

/** How many filters that clean were started. */
function callsOf(name: string): number {
  return readdirSync(path.join(root, `calls-${name}`)).filter((call) => call !== 'first').length;
}

spark('two workers give what one process gives', async () => {
  const { code, stderr } = await run('two', 0.2);
  expect(code, stderr).toBe(0);
  await expectSame(path.join(root, 'two'), one);
});

spark('a task that is run a second time beside a slow one doubles nothing', async () => {
  const { code, stderr } = await run('twice', 10, [
    ...['spark.speculation=true', 'spark.speculation.interval=50ms'],
    ...['spark.speculation.multiplier=1.2', 'spark.speculation.quantile=0.3'],
    'spark.speculation.minTaskRuntime=1s',
  ]);
  expect(code, stderr).toBe(0);
  expect(callsOf('twice')).toBeGreaterThan(callsOf('two'));
  await expectSame(path.join(root, 'twice'), one);
});

// The last one: it leaves one worker.
spark('filter, executor and worker that are killed in mid-run cost no row', async () => {
  const [kept, killed] = cluster!.workers.map(({ pid }) => pid!) as [number, number];
  const job = run('killed', 1);
  const filter = await whileRuns(job, () => processBelow(kept, CLEANS));
  const executor = await whileRuns(
    job,
    () => processBelow(killed, CLEANS) && processBelow(killed, EXECUTOR),
  );
  process.kill(filter, 'SIGKILL');
  process.kill(killed, 'SIGKILL');
  process.kill(executor, 'SIGKILL');
  const { code, stderr } = await job;
  expect(code, stderr).toBe(0);
  expect(stderr).toContain('Subprocess exited with status 137');
  expect(stderr).toContain('Lost executor');
  expect(callsOf('killed')).toBeGreaterThan(callsOf('two'));
  await expectSame(path.join(root, 'killed'), one);
});
