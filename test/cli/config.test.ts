import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { copydesk, folder } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

const TEXT =
  'A title of some length stands here\n\nA paragraph that says a thing or two about it.\n\nCall our helpline.\n';
const RULES = { sites: [{ host: '*', drop: { lines: ['^Call our helpline'] } }] };

test('the nearest configuration upwards counts, a named one instead of it, flags above both', async () => {
  const root = folder({
    'copydesk.config.json': JSON.stringify({ ...RULES, ledger: 'none', html: true }),
    'deep/er/a.txt': TEXT,
    'other.json': '\ufeff{"$schema": "x", "ledger": "full"}',
  });
  const cwd = path.join(root, 'deep/er');
  const run = async (...args: string[]) =>
    JSON.parse((await copydesk(['clean', 'a.txt', '-q', ...args], { cwd })).stdout);
  const near = await run();
  expect(near.body).toHaveLength(1);
  expect(near).not.toHaveProperty('removed');
  const flagged = await run('--ledger', 'inline');
  expect(flagged.removed).toEqual([
    expect.objectContaining({ text: 'Call our helpline.', rule: 'user-rule: ^Call our helpline' }),
  ]);
  expect(flagged.tool.config).not.toBe(near.tool.config);
  const named = await run('--config', '../../other.json');
  expect(named.body).toHaveLength(2);
  expect(named).toHaveProperty('spans');
  const { stdout } = await copydesk(['explain', 'a.txt:5'], { cwd });
  expect(stdout).toContain('user-rule: ^Call our helpline, 1');
});

test.each([
  ['{"sites": [', 'c.json: expected JSON, found an error at line 1, column'],
  ['[]', 'c.json: expected an object, found []'],
  ['{"favor": "both"}', 'c.json: favor: expected one of precision, recall, found "both"'],
  [
    '{"sites": [{"host": "a.org", "drop": {"lines": ["(?=x)"]}}]}',
    'c.json: sites/0/drop/lines/0: expected a pattern in RE2 syntax',
  ],
])('%s is refused before anything is read or written', async (config, message) => {
  const root = folder({ 'c.json': config, 'a.txt': TEXT });
  const run = await copydesk(['clean', 'a.txt', '-o', 'out', '--config', 'c.json'], { cwd: root });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain(message);
  expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(fs.existsSync(path.join(root, 'out'))).toBe(false);
});

test('a configuration that is not there is an error', async () => {
  const run = await copydesk(['clean', 'seeds', '--config', 'gone.json']);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain('expected a configuration at gone.json: no such file or folder');
});

test('words that are no choice are refused', async () => {
  const run = await copydesk(['clean', 'seeds', '--favor', 'speed']);
  expect(run.stderr).toContain('expected --favor to be one of precision, recall, found speed');
});
