import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { folder } from '../cli/bin.ts';
import { someRows } from './rows.ts';
import { expectSame, oneProcess } from './spark/digest.ts';
import { LONG, lines, runLocal, settings, sparkHome, writeParts } from './spark/run.ts';

vi.setConfig({ testTimeout: LONG, hookTimeout: LONG });

// A server of S3 on the loopback address, and what Spark needs to speak with one: COPYDESK_S3_SERVER names the program
// (moto_server of PyPI's moto[server]), COPYDESK_S3_JARS the jars, parted by commas (hadoop-aws and what it depends on).
const PROGRAM = process.env['COPYDESK_S3_SERVER'];
const JARS = process.env['COPYDESK_S3_JARS'];
const lake = test.skipIf(sparkHome === null || PROGRAM === undefined || JARS === undefined);

const RUNNING = /Running on (http:\/\/127\.0\.0\.1:\d+)/;
/** The server asks who reads, and believes it. */
const SOMEBODY = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=any/20240613/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=any',
};
const KEY = /<Key>([^<]+)<\/Key>/g;

let server: ChildProcess | null = null;
let address = '';

beforeAll(async () => {
  if (sparkHome === null || PROGRAM === undefined || JARS === undefined) return;
  address = await new Promise((resolve, reject) => {
    server = spawn(PROGRAM, ['-H', '127.0.0.1', '-p', '0'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    server.stderr!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = RUNNING.exec(said);
      if (found) resolve(found[1]!);
    });
    server.on('error', reject);
    server.on('close', () => reject(new Error(said)));
  });
  await put('');
});

afterAll(() => server?.kill());

async function put(key: string, body?: Buffer): Promise<void> {
  const { status } = await fetch(`${address}/news/${key}`, {
    method: 'PUT',
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
  expect(status).toBe(200);
}

async function keys(prefix: string): Promise<string[]> {
  const answer = await fetch(`${address}/news?list-type=2&prefix=${prefix}`);
  return [...(await answer.text()).matchAll(KEY)].map(([, key]) => key!);
}

lake('from and to a lake, tables between the steps too, what one process gives', async () => {
  const rows = someRows(120);
  const root = folder({ 'all.ndjson': lines(rows) });
  writeParts(path.join(root, 'in'), rows, 2);
  for (const name of readdirSync(path.join(root, 'in'))) {
    await put(`in/${name}`, readFileSync(path.join(root, 'in', name)));
  }
  const job = ['--in', 's3a://news/in/*.ndjson', '-o', 's3a://news/out', '--dedupe', 'articles'];
  const s3a = [
    ...['connection.ssl.enabled=false', 'path.style.access=true', 'endpoint.region=us-east-1'],
    ...[`endpoint=${address}`, 'access.key=any', 'secret.key=any'],
  ].map((setting) => `spark.hadoop.fs.s3a.${setting}`);
  const all = settings([`spark.jars=${JARS}`, ...s3a]);
  const { code, stderr } = await runLocal(root, [...job, ...all]);
  expect(code, stderr).toBe(0);
  mkdirSync(path.join(root, 'out'));
  const written = await keys('out/');
  expect(written).toContain('out/_SUCCESS');
  for (const [i, key] of written.filter((one) => one.endsWith('.parquet')).entries()) {
    const answer = await fetch(`${address}/news/${key}`, { headers: SOMEBODY });
    expect(answer.status).toBe(200);
    const bytes = Buffer.from(await answer.arrayBuffer());
    writeFileSync(path.join(root, 'out', `${i}.parquet`), bytes);
  }
  await expectSame(
    path.join(root, 'out'),
    await oneProcess(root, ['all.ndjson', '--dedupe', 'articles']),
  );
  // What is there is not written over, and nothing is added to it.
  const again = await runLocal(root, [...job, ...all]);
  expect(again.code).toBe(2);
  expect(again.stderr).toContain('s3a://news/out');
  expect(await keys('out/')).toEqual(written);
});

const DELTA = process.env['COPYDESK_DELTA_JARS'];

test.skipIf(sparkHome === null || DELTA === undefined)('a Delta table holds the same', async () => {
  const root = folder({ 'in.ndjson': lines(someRows(40)) });
  const delta = settings([
    `spark.jars=${DELTA}`,
    'spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension',
    'spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog',
  ]);
  const job = ['--in', 'in.ndjson', '-o', 'out', '--format', 'delta'];
  const { code, stderr } = await runLocal(root, [...job, ...delta]);
  expect(code, stderr).toBe(0);
  expect(readdirSync(path.join(root, 'out'))).toContain('_delta_log');
  await expectSame(path.join(root, 'out'), await oneProcess(root, ['in.ndjson']));
});
