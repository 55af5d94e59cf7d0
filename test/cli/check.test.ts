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
  expect(stdout).toBe('2 fixtures: 2 as expected, 0 differ\n');
  expect(code).toBe(0);
});

test('a difference is shown and gives 1', async () => {
  const root = folder({ 'a.txt': TEXT, 'a.json': json({ ...TITLE, kicker: 'K' }) });
  const { code, stdout } = await copydesk(['check', root]);
  expect(code).toBe(1);
  expect(stdout).toBe(
    'a: 1 difference\n  kicker:\n    - "K"\n    + null\n1 fixture: 0 as expected, 1 differs (1 difference)\n',
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
    'e.txt': TEXT,
    'e.json': '{}',
    'f.txt': TEXT,
    'f.json': '{',
    'g.txt': TEXT,
    'g.json': json(TITLE),
  });
  const { code, stdout, stderr } = await copydesk(['check', root]);
  expect(code).toBe(2);
  expect(stdout).toBe('7 fixtures: 1 as expected, 0 differ, 6 broken\n');
  expect(
    stderr
      .split('\n')
      .filter((line) => line !== '')
      .sort(),
  ).toEqual([
    `copydesk: ${root}/b.json: expected one input beside it, found 0`,
    `copydesk: ${root}/d.json: expected one input beside it, found 2`,
    'copydesk: a: expected a.json with an article, found none; --add writes it',
    'copydesk: c: expected an article as a JSON object in c.json, found an array',
    'copydesk: e: expected e.json with an article, found {}, which every article would fit; --add writes it',
    expect.stringContaining('copydesk: f: expected an article as JSON in f.json: '),
  ]);
});

test('--add writes first expectations, and nothing where there are some', async () => {
  const before = json({ title: 'Old' });
  const root = folder({
    'new.txt': TEXT,
    'x/page.html': `<h1>${TITLE.title}</h1><p>A paragraph that says a thing or two about it.</p>`,
    'x/empty.txt': '',
    'empty.txt': TEXT,
    'empty.json': '{}',
    'old.txt': TEXT,
    'old.json': before,
  });
  const read = (name: string) => fs.readFileSync(path.join(root, name), 'utf8');
  const refused = await copydesk(['check', root, '--add'], { env: { CI: 'true' } });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('--add writes expectations and is refused where CI is set');
  const { code, stdout, stderr } = await copydesk(['check', root, '--add']);
  expect(stdout).toContain('new: added; read it before you keep it\n');
  expect(stdout).toContain('x/empty: added, which expects an error');
  expect(stdout).toContain('5 fixtures: 0 as expected, 1 differs (1 difference), 4 added\n');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(read('old.json')).toBe(before);
  const added = JSON.parse(read('new.json'));
  expect(Object.keys(added).slice(0, 3)).toEqual(['title', 'kicker', 'subtitle']);
  expect(added).toMatchObject({ ...TITLE, authors: [], removed: [], changes: [] });
  expect(added.body).toEqual([
    { type: 'paragraph', text: 'A paragraph that says a thing or two about it.' },
  ]);
  expect(added.source).toBeUndefined();
  expect(JSON.parse(read('x/empty.json'))).toEqual({ error: { code: 'empty' } });
  const again = await copydesk(['check', root]);
  expect(again.stdout).toContain('5 fixtures: 4 as expected, 1 differs (1 difference)\n');
});

test('a folder without fixtures is no success', async () => {
  expect((await copydesk(['check', folder()])).code).toBe(2);
});
