import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { copydesk, folder } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

const TEXT =
  'A title of some length stands here\n\nA paragraph that says a thing or two about it.\n';
const TITLE = { title: 'A title of some length stands here' };
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

test('fixtures that are met give 0', async () => {
  const root = folder({
    'a.txt': TEXT,
    'a.json': json(TITLE),
    'x/empty.txt': '',
    'x/empty.json': json({ error: { code: 'empty' } }),
  });
  const { code, stdout } = await copydesk(['check', root]);
  expect(stdout).toBe('2 fixtures: 2 as expected, 0 differ (0 differences)\n');
  expect(code).toBe(0);
});

test('a difference is shown and gives 1', async () => {
  const root = folder({ 'a.txt': TEXT, 'a.json': json({ ...TITLE, kicker: 'K' }) });
  const { code, stdout } = await copydesk(['check', root]);
  expect(code).toBe(1);
  expect(stdout).toBe(
    'a: 1 difference\n  kicker:\n    - "K"\n    + null\n1 fixtures: 0 as expected, 1 differ (1 differences)\n',
  );
});

test('--update accepts, and is refused where CI is set', async () => {
  const before = json({ title: 'Old' });
  const root = folder({
    'a.txt': TEXT,
    'a.json': before,
    'b.txt': TEXT,
    'b.json': '{"title": "Other"}',
  });
  const read = () => fs.readFileSync(path.join(root, 'a.json'), 'utf8');
  const refused = await copydesk(['check', root, '--update'], { env: { CI: 'true' } });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('CI');
  expect(read()).toBe(before);
  const { code, stdout } = await copydesk(['check', root, '--update']);
  expect(code).toBe(0);
  expect(stdout).toContain('2 updated');
  expect(read()).toBe(json(TITLE));
  expect((await copydesk(['check', root])).code).toBe(0);
});

test('what has no partner, and what is no JSON, is named', async () => {
  const root = folder({
    'a.txt': TEXT,
    'b.json': '{}',
    'c.txt': TEXT,
    'c.json': '[]',
    'd.txt': TEXT,
    'd.html': TEXT,
    'd.json': '{}',
  });
  const { code, stderr } = await copydesk(['check', root]);
  expect(code).toBe(2);
  expect(
    stderr
      .split('\n')
      .filter((line) => line !== '')
      .sort(),
  ).toEqual([
    `copydesk: ${root}/a.txt: expected a.json beside it, found none`,
    `copydesk: ${root}/b.json: expected one input beside it, found 0`,
    `copydesk: ${root}/d.json: expected one input beside it, found 2`,
    'copydesk: c: expected an article as a JSON object',
  ]);
});

test('a folder without fixtures is no success', async () => {
  expect((await copydesk(['check', folder()])).code).toBe(2);
});
