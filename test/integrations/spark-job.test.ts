import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { articleColumns, articleType } from '../../src/cli/spark/article-type.ts';
import { fill, shellWord, sqlText } from '../../src/cli/spark/fill.ts';
import { kindOf } from '../../src/cli/spark/pages.ts';
import { articleJsonSchema } from '../../src/contract/article.ts';
import { candidateStatements } from '../../src/dedupe/candidates/statements.ts';
import { copydesk, folder } from '../cli/bin.ts';

vi.setConfig({ testTimeout: 120_000 });

const PLACE = /\{\{/;
const TABLE = /^CREATE TABLE (\w+)/gm;
const NO_SPARK = { PATH: '/nowhere', SPARK_HOME: '' };

test('the type of an Article is made of its schema', () => {
  const type = articleType(articleJsonSchema());
  expect(type).toContain('`id` STRING, `source` STRUCT<`path`: STRING, `url`: STRING, `format`');
  expect(type).toContain('`authors` ARRAY<STRUCT<`name`: STRING, `kind`: STRING>>');
  expect(type).toContain('`paywalled` BOOLEAN');
  expect(type).toContain('`extra` STRING, `error` STRUCT<`code`: STRING, `message`: STRING>');
  expect(articleColumns(articleJsonSchema())).toContain('published');
  expect(() => articleType({ properties: { odd: { anyOf: [] } } })).toThrow(
    'no type of Spark for odd',
  );
});

test('the whole job is printed, with the statements that DuckDB takes', async () => {
  const { code, stdout, stderr } = await copydesk([
    ...['spark', '--in', "s3a://news/it's/*.parquet", '-o', 's3a://news/clean', '--print'],
    ...['--dedupe', 'titles,articles', '--partition-by', 'day', '--master', 'yarn', '--sites'],
    ...[
      '--format',
      'delta',
      '--archive',
      'desk.tgz',
      '--conf',
      'spark.executor.memory=2g',
      '--window',
      '3',
    ],
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).not.toMatch(PLACE);
  for (const statement of candidateStatements(24)) expect(stdout).toContain(`${statement};`);
  expect(stdout).toContain(articleType(articleJsonSchema()));
  expect(stdout).toContain("--master yarn --archives 'desk.tgz#copydesk'");
  expect(stdout).toContain('--conf spark.executor.memory=2g');
  expect(stdout).toContain("USING parquet OPTIONS (path 's3a://news/it\\'s/*.parquet')");
  expect(stdout).toContain(
    "'./copydesk/bin/copydesk clean - --from ndjson --to ndjson --quiet --sites || {",
  );
  expect(stdout).toContain("'./copydesk/bin/copydesk dedupe - --step verify --window 3 || {");
  expect(stdout).toContain("USING delta PARTITIONED BY (day) LOCATION 's3a://news/clean'");
  const tables = [...stdout.matchAll(TABLE)].map(([, name]) => name!);
  expect(new Set(tables).size).toBe(tables.length);
  const dropped = tables.filter((name) => stdout.includes(`\nDROP TABLE ${name};`));
  expect(tables.filter((name) => !dropped.includes(name))).toEqual(['articles']);
});

test('without duplicates, nothing of them is in the job', async () => {
  const { stdout } = await copydesk(['spark', '--in', 'a.ndjson', '-o', 'out', '--print']);
  expect(stdout).toContain(`OPTIONS (path '${path.resolve('a.ndjson')}', lineSep '\\n')`);
  expect(stdout).not.toContain('--step');
  expect(stdout).not.toContain('PARTITIONED');
});

test('WARC goes through the shell as records, and pages of a site to one task', async () => {
  const job = ['spark', '--in', 'a.warc.gz', '-o', 'out', '--print', '--filter', 'desk'];
  const { stdout } = await copydesk([...job, '--sites']);
  expect(stdout).toContain("lineSep '\\r\\n\\r\\nWARC/1.'");
  expect(stdout).toContain(
    "USING 'base64 -d | desk clean - --from warc --to ndjson --quiet --sites || {",
  );
  expect(stdout).toContain('DISTRIBUTE BY regexp_extract(lower(url)');
  expect((await copydesk(job)).stdout).not.toContain('DISTRIBUTE');
});

test('in local mode, and only there, nobody else can call the driver', async () => {
  const printed = async (...args: string[]): Promise<string> =>
    (await copydesk(['spark', '--in', 'a.ndjson', '-o', 'out', '--print', ...args])).stdout;
  const own = '--conf spark.driver.host=127.0.0.1 --conf spark.driver.bindAddress=127.0.0.1';
  expect(await printed('--master', 'local[2]')).toContain(own);
  for (const args of [['--master', 'spark://a:7077'], ['--master', 'local-cluster[1,1,512]'], []]) {
    expect(await printed(...args)).not.toContain('spark.driver');
  }
});

test('what the environment says of Spark is kept, and what it does not say is shown', async () => {
  const printed = async (env: Record<string, string>, ...args: string[]): Promise<string> => {
    const job = ['spark', '--in', 'a.ndjson', '-o', 'out', '--print', ...args];
    return (await copydesk(job, { env: { ...NO_SPARK, ...env } })).stdout.split(' spark-sql ')[0]!;
  };
  expect(await printed({})).toBe('-- SPARK_DRIVER_MEMORY=4g');
  expect(await printed({ SPARK_DRIVER_MEMORY: '9g' }, '--master', 'local[*]')).toBe(
    '-- SPARK_DRIVER_MEMORY=9g',
  );
  expect(await printed({ SPARK_SUBMIT_OPTS: '-Da=b' }, '--master', 'yarn')).toBe(
    "-- SPARK_SUBMIT_OPTS='-XX:TieredStopAtLevel=1 -Da=b'",
  );
});

test('what is wrong is said before anything runs', async () => {
  const there = folder({ 'in.ndjson': '{}\n', 'full/part-0': 'x' });
  const run = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await copydesk(['spark', ...args], {
      cwd: there,
      env: NO_SPARK,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    return stderr;
  };
  expect(await run('--in', 'in.ndjson', '-o', 'out')).toContain(
    'expected spark-sql in SPARK_HOME or PATH, found none; install Apache Spark 4',
  );
  expect(await run('--in', 'in.ndjson', '-o', 'full')).toContain(
    'full not to exist, found 1 entries',
  );
  expect(await run('--in', 'gone.ndjson', '-o', 'out')).toContain(
    'gone.ndjson to exist, found nothing',
  );
  expect(await run('--in', 'folder', '-o', 'out')).toContain('expected --from beside --in folder');
  expect(await run('-o', 'out')).toContain('expected --in, what Spark reads, found none');
});

test('steps of dedupe are filters, and refuse options of whole runs', async () => {
  const { code, stdout } = await copydesk(['dedupe', '-', '--step', 'sign'], {
    input: '{"id":"a","row":5,"text":"Nine cows of Lunde won prizes at the fair of Vestre."}\nbad',
  });
  expect(code).toBe(0);
  const [first, second] = stdout.trimEnd().split('\n');
  expect(JSON.parse(first!)).toMatchObject({ row: 5, id: 'a', day: null, length: 52 });
  expect(JSON.parse(second!)).toMatchObject({ id: null, error: { code: 'not-json' } });
  for (const [args, message] of [
    [['x.ndjson'], 'expected - as the only input beside --step'],
    [['-', '--titles'], 'expected --step without --titles'],
    [['-', '--engine', 'duckdb'], 'expected --step without --engine'],
  ] as const) {
    const refused = await copydesk(['dedupe', '--step', 'sign', ...args], { input: '' });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(message);
  }
});

test('texts are quoted for SQL and for the shell', () => {
  expect(sqlText("it's a \\")).toBe("it\\'s a \\\\");
  expect([shellWord('/usr/bin/node'), shellWord("a b'c")]).toEqual([
    '/usr/bin/node',
    "'a b'\\''c'",
  ]);
  expect(fill('{{a}} {{b}}', { a: '{{b}}', b: '$&' })).toBe('{{b}} $&');
  expect(() => fill('{{c}}', {})).toThrow('nothing to fill in for {{c}}');
  expect(
    ['a.jsonl.gz', 'x.parquet/', 'p/*.html', 'crawl-*.warc.wet.gz', 'folder'].map(kindOf),
  ).toEqual(['ndjson', 'parquet', 'text', 'warc', null]);
});

test('records of WARC from a pipe: none gives none, broken ones are answered, exit code 0', async () => {
  const filter = ['clean', '-', '--from', 'warc', '--to', 'ndjson', '-q'];
  expect(await copydesk(filter, { input: '' })).toEqual({ code: 0, stdout: '', stderr: '' });
  const body = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nNine cows of Lunde won prizes.';
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:a>\r\nContent-Length: ${body.length}`;
  const { code, stdout } = await copydesk(filter, {
    input: `${head}\r\n\r\n${body}\r\n\r\nno record\r\n\r\n`,
  });
  const [first, second] = stdout.trimEnd().split('\n');
  expect({ code, id: JSON.parse(first!).id }).toEqual({ code: 0, id: 'urn:a' });
  expect(JSON.parse(second!).error.code).toBe('damaged');
  // A file is no pipe: what is broken in it fails the run.
  const root = folder({ 'a.warc': 'no record' });
  const file = await copydesk(['clean', 'a.warc', ...filter.slice(2)], { cwd: root });
  expect(file.code).toBe(2);
});
