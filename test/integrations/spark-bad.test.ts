import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, vi } from 'vitest';
import { bin, copydesk, folder } from '../cli/bin.ts';
import { someRows } from './rows.ts';
import { fromParquet } from './spark/digest.ts';
import { LONG, lines, runLocal, spark } from './spark/run.ts';

vi.setConfig({ testTimeout: LONG });

/** Bytes of a row that is longer than the 64 MB that a filter takes. */
const TOO_LONG = 70 * 1024 * 1024;
/** Makes a Node say that it is an older one. */
const OLD_NODE =
  "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } });";

const NO_FILTER =
  /ended with exit code 1: Subprocess exited with status 127\. Error: .*no-such-desk/;
const OLD =
  /Subprocess exited with status 2\. Error: copydesk: expected Node 20\.19 or newer, found 18\.20\.8 at /;
const BROKEN = /\[[A-Z_.]+\] .*b\.parquet/;

/** The last line of what a job that failed says; nothing of it is to be seen where it was to write. */
async function lastWords(root: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runLocal(root, [...args, '-o', 'out']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(existsSync(path.join(root, 'out'))).toBe(false);
  expect(existsSync(path.join(root, 'out-work'))).toBe(false);
  return stderr.trimEnd().split('\n').at(-1)!;
}

spark('a filter that is missing, and a Node that is too old, are named', async () => {
  const root = folder({ 'in.ndjson': lines(someRows(3)), 'old.cjs': OLD_NODE });
  expect(await lastWords(root, ['--in', 'in.ndjson', '--filter', 'no-such-desk'])).toMatch(
    NO_FILTER,
  );
  const old = `${process.execPath} --require ${root}/old.cjs ${bin()}`;
  expect(await lastWords(root, ['--in', 'in.ndjson', '--filter', old])).toMatch(OLD);
});

spark('a filter that answers what is no Article ends the job', async () => {
  const root = folder({ 'in.ndjson': lines(someRows(3)), desk: '#!/bin/sh\nexec sed s/./x/\n' });
  chmodSync(path.join(root, 'desk'), 0o755);
  expect(await lastWords(root, ['--in', 'in.ndjson', '--filter', `${root}/desk`])).toContain(
    'expected an Article or an error row from the filter, found neither',
  );
});

spark('a Parquet file that is broken is named', async () => {
  const root = folder({ 'rows.ndjson': lines(someRows(3)) });
  const made = await copydesk(['clean', 'rows.ndjson', '--to', 'parquet', '-o', 'in/a.parquet'], {
    cwd: root,
  });
  expect(made.code, made.stderr).toBe(0);
  writeFileSync(path.join(root, 'in/b.parquet'), `PAR1${'no Parquet '.repeat(50)}PAR1`);
  expect(await lastWords(root, ['--in', 'in', '--from', 'parquet'])).toMatch(BROKEN);
});

spark('a row that is too long is an error in its place', async () => {
  const rows = [...someRows(2), { id: 'long', text: 'x'.repeat(TOO_LONG) }];
  const root = folder({ 'in.ndjson': lines(rows) });
  const { code, stderr } = await runLocal(root, ['--in', 'in.ndjson', '-o', 'out']);
  expect(code, stderr).toBe(0);
  const errors = (await fromParquet(path.join(root, 'out'))).map(({ error }) => error);
  expect(errors.filter((error) => error === null).length).toBe(2);
  expect(errors.find((error) => error !== null)).toMatchObject({ code: 'too-large' });
});
