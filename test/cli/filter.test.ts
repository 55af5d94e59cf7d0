import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { bin, copydesk, folder } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

const FILTER = ['clean', '-', '--from', 'ndjson', '--to', 'ndjson'];
const TEXT = 'A title of some length stands here\n\nA paragraph that says a thing or two about it.';
const good = (id: unknown, more = {}) => JSON.stringify({ id, text: TEXT, ...more });
const rowsOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('as many rows come out as went in, in order, and bad ones are no crash', async () => {
  const rows = [
    `\ufeff${good('a', { url: null })}`,
    'nope',
    '',
    '[1]',
    '{"id":"n","text":5}',
    '{"id":"e","text":""}',
    good('b', { url: 'not an address', score: 0.5, tags: ['x'] }),
    '{"id":"none"}',
    `${good('c')}\r`,
  ];
  const { code, stdout, stderr } = await copydesk(FILTER, { input: rows.join('\n') });
  expect(code).toBe(0);
  expect(rowsOf(stdout).map(({ id, error }) => [id, error?.code ?? 'ok'])).toEqual([
    ['a', 'ok'],
    [null, 'not-json'],
    [null, 'not-json'],
    [null, 'not-a-row'],
    ['n', 'no-text'],
    ['e', 'empty'],
    ['b', 'ok'],
    ['none', 'no-text'],
    ['c', 'ok'],
  ]);
  expect(rowsOf(stdout)[6].extra).toEqual({ score: 0.5, tags: ['x'] });
  expect(stderr).toContain('copydesk: 3 articles in ');
});

test('an error row holds id, place and error, and nothing else', async () => {
  const { stdout } = await copydesk(FILTER, { input: '{"id":7}\n' });
  const message = 'expected a field "text" or "html", found neither';
  expect(rowsOf(stdout)).toEqual([
    { id: '7', source: { path: null, record: 1 }, error: { code: 'no-text', message } },
  ]);
  const root = folder({ 'a.ndjson': `${good(1)}\n\nnope\n` });
  const args = ['clean', 'a.ndjson', '--from', 'ndjson', '--to', 'ndjson', '-q'];
  const rows = rowsOf((await copydesk(args, { cwd: root })).stdout);
  expect(rows.slice(1)).toMatchObject([
    { id: null, source: { path: 'a.ndjson', record: 2 }, error: { code: 'not-json' } },
    { id: null, source: { path: 'a.ndjson', record: 3 }, error: { code: 'not-json' } },
  ]);
});

test('no row in, no row out', async () => {
  expect(await copydesk([...FILTER, '-q'], { input: '' })).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
});

test('too many failures are too many for a filter too', async () => {
  const input = `${good(1)}\nnope\n`;
  expect((await copydesk([...FILTER, '--max-failures', '0'], { input })).code).toBe(2);
  expect((await copydesk([...FILTER, '--max-failures', '50%'], { input })).code).toBe(0);
});

test('a filter over files reads them in order, and a missing file is a failure', async () => {
  const root = folder({ 'a.ndjson': `${good(1)}\n`, 'b.ndjson': good(2) });
  const args = [
    'clean',
    `${root}/a.ndjson`,
    `${root}/b.ndjson`,
    '--from',
    'ndjson',
    '--to',
    'ndjson',
  ];
  const { code, stdout } = await copydesk(args);
  expect(code).toBe(0);
  expect(rowsOf(stdout).map(({ id }) => id)).toEqual(['1', '2']);
  expect((await copydesk([...args, `${root}/c.ndjson`])).code).toBe(2);
});

test('rows are told from text on standard input', async () => {
  const { stdout } = await copydesk(['clean', '-', '--to', 'ndjson', '-q'], {
    input: ` ${good('x')}\n`,
  });
  expect(rowsOf(stdout)[0].id).toBe('x');
});

test('a row is answered before the next one comes', async () => {
  const child = spawn(process.execPath, [bin(), ...FILTER], { stdio: ['pipe', 'pipe', 'ignore'] });
  let seen = '';
  child.stdout.on('data', (chunk: Buffer) => {
    seen += chunk;
  });
  for (const id of ['one', 'two', 'three']) {
    child.stdin.write(`${good(id)}\n`);
    while (!seen.includes(`"id":"${id}"`)) await once(child.stdout, 'data');
  }
  child.stdin.end();
  const [code] = await once(child, 'close');
  expect(code).toBe(0);
  expect(rowsOf(seen)).toHaveLength(3);
});

test('half surrogates and dangerous keys come out as valid JSON', async () => {
  const input =
    '{"id":"\\ud800","text":"A title\\ud800 here\\n\\nBody text.","__proto__":{"x":1}}\n';
  const { code, stdout } = await copydesk(FILTER, { input });
  expect(code).toBe(0);
  expect(stdout).not.toContain('\\ud800');
  expect(rowsOf(stdout)).toHaveLength(1);
});
