import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { BRIDGE, FERRY, paragraphs, withDateline } from '../dedupe/stories.ts';
import { copydesk, folder } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

const ndjson = (rows: readonly unknown[]): string =>
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
const parse = (stdout: string): unknown[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const SUMMARY = /^copydesk: 3 rows in .* s: 2 kept, 1 duplicate\n$/;

const NO_INDEX = /to be an index of copydesk dedupe \(copydesk.index\/2\), found/;
const LEARNT = /^copydesk: \d+ weights of 4 articles in .* s\n$/;
const OTHER_WEIGHTS =
  /to be made with the weights [0-9a-f]{16}, found [0-9a-f]{16}; give the same --weights/;
const STATEMENTS = [
  BRIDGE,
  FERRY,
  'Nine cows of Lunde won prizes.',
  'The choir of Vestre sings tonight.',
];
const FRAME = 'The mill of Vestre was painted green by its new owner.';

const ROWS = [
  { id: 'b', text: withDateline(BRIDGE, 'HALVERSTAD (AFP) —'), date: '2024-06-05' },
  { id: 'f', text: FERRY, date: '2024-06-05' },
  { id: 'a', text: BRIDGE, date: '2024-06-04' },
];

test('rows come out in their order, with their clusters', async () => {
  const { code, stdout, stderr } = await copydesk(['dedupe', '-'], { input: ndjson(ROWS) });
  expect(parse(stdout)).toEqual([
    { id: 'b', cluster: 'a', duplicateOf: 'a', reason: 'same-text' },
    { id: 'f', cluster: 'f', duplicateOf: null, reason: null },
    { id: 'a', cluster: 'a', duplicateOf: null, reason: null },
  ]);
  expect(code).toBe(0);
  expect(stderr).toMatch(SUMMARY);
});

test('a bad row is answered in its place', async () => {
  const rows = ['no row', ROWS[0], { id: 7 }, '', { id: 'n', text: null }, ROWS[2], '[]'];
  const { code, stdout } = await copydesk(['dedupe', '-q', '-'], { input: ndjson(rows) });
  expect(code).toBe(0);
  expect(parse(stdout)).toMatchObject([
    { id: null, error: { code: 'not-json' } },
    { id: 'b', duplicateOf: 'a' },
    {
      id: '7',
      error: { code: 'no-text', message: 'expected a field "text" that is a string, found none' },
    },
    { id: 'n', error: { code: 'no-text' } },
    { id: 'a', duplicateOf: null },
    { id: null, error: { code: 'not-a-row' } },
  ]);
});

test('--titles compares titles alone, of several files', async () => {
  const root = folder({
    'a.ndjson': ndjson([
      { id: 1, title: 'Council closes Morrow bridge' },
      { id: 2, title: null },
    ]),
    'b.jsonl': ndjson([
      { title: 'UPDATE 1-Council Closes Morrow Bridge - BBC News' },
      { id: 3, title: '' },
    ]),
  });
  // Of two without dates that are as long, the first by id is kept.
  const first = `${root}/b.jsonl:1`;
  const { stdout } = await copydesk(['dedupe', root, '--titles', '-q']);
  expect(parse(stdout)).toEqual([
    { id: '1', cluster: first, duplicateOf: first, reason: 'same-title' },
    { id: '2', cluster: '2', duplicateOf: null, reason: null },
    { id: first, cluster: first, duplicateOf: null, reason: null },
    { id: '3', cluster: '3', duplicateOf: null, reason: null },
  ]);
});

test('texts of which only the beginning is compared are told of, and an article above the limit of rows is one error row', async () => {
  const long = `${ROWS[0]!.text} ${'The choir of Vestre sang again. '.repeat(140_000)}`;
  const rows = [
    { id: 'a', text: long },
    { id: 'b', text: `${long} And once more.` },
    { id: 'c', text: 'x'.repeat(65 * 1024 * 1024) },
    { id: 'd', text: ROWS[0]!.text },
  ];
  const { code, stdout, stderr } = await copydesk(['dedupe', '-'], { input: ndjson(rows) });
  const found = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(found.map(({ id, cluster, error }) => [id, cluster ?? error.code])).toEqual([
    ['a', 'b'],
    ['b', 'b'],
    [null, 'too-large'],
    ['d', 'b'],
  ]);
  expect(stderr).toContain('2 texts are longer than 4194304 characters; they were compared by');
  expect(stderr).toContain(
    'row 3: expected a row of at most 64 MB, found a longer one [too-large]',
  );
});

test('articles are rows too', async () => {
  const article = (id: string, text: string, value: string | null) => ({
    schema: 'copydesk.article/1',
    id,
    text,
    published: value === null ? null : { value, precision: 'day' },
  });
  const rows = [article('x', BRIDGE, null), article('y', BRIDGE, '2024-06-04')];
  const { stdout } = await copydesk(['dedupe', '-q', '-'], { input: ndjson(rows) });
  expect(parse(stdout)).toMatchObject([{ cluster: 'y' }, { cluster: 'y' }]);
});

test('--window parts what lies further apart', async () => {
  const rows = [ROWS[0], { ...ROWS[2], text: `${BRIDGE} More was to follow.`, date: '2024-06-01' }];
  const clusters = async (...flags: string[]) => {
    const { stdout } = await copydesk(['dedupe', '-q', '-', ...flags], { input: ndjson(rows) });
    return new Set((parse(stdout) as { cluster: string }[]).map(({ cluster }) => cluster)).size;
  };
  expect([await clusters(), await clusters('--window', '2')]).toEqual([1, 2]);
  const { code, stderr } = await copydesk(['dedupe', '-', '--window', 'week'], { input: '' });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'copydesk: expected --window to be a number of days such as 31, found week (see copydesk dedupe --help)\n',
  });
});

test('no rows, no answer; a missing file is said', async () => {
  const empty = await copydesk(['dedupe', '-q', '-'], { input: '' });
  expect(empty).toMatchObject({ code: 0, stdout: '', stderr: '' });
  const missing = await copydesk(['dedupe', '-q', '/nowhere.ndjson']);
  expect(missing).toMatchObject({ code: 2, stdout: '' });
  expect(missing.stderr).toContain('/nowhere.ndjson');
});

test('--index gives in batches what one run gives', async () => {
  const root = folder({});
  const rows = [
    ...ROWS,
    { id: 'e', text: paragraphs(BRIDGE, 0, 3), date: '2024-06-03' },
    { id: 'g', text: `${FERRY} More was to follow.`, date: '2024-06-06' },
    { id: 'stub', text: 'Read more' },
    { id: 'stub2', text: 'Read more' },
  ];
  const whole = parse((await copydesk(['dedupe', '-', '-q'], { input: ndjson(rows) })).stdout);
  const args = ['dedupe', '-', '-q', '--index', `${root}/seen.index`];
  const batches: unknown[][] = [];
  for (const batch of [rows.slice(0, 2), rows.slice(2, 5), rows.slice(5), rows]) {
    const { code, stderr, stdout } = await copydesk(args, { input: ndjson(batch) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    batches.push(parse(stdout));
  }
  expect(batches[2]).toEqual(whole.slice(5));
  const clusters = (results: unknown[]) =>
    results.map((row) => (row as { cluster: string }).cluster);
  expect(clusters(batches[1]!)).toEqual(['e', 'e', 'f']);
  expect(clusters(batches[3]!)).toEqual(clusters(whole));
});

test('an index of another version or of other weights is refused', async () => {
  const root = folder({
    text: 'no index at all, but a text that is long enough for a header of one',
    old: `copydesk.index/1${'0'.repeat(60)}`,
    short: 'x',
  });
  for (const name of ['text', 'old', 'short']) {
    const { code, stderr } = await copydesk(['dedupe', '-', '--index', `${root}/${name}`], {
      input: '',
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(NO_INDEX);
  }
  const rows = Array.from({ length: 4 }, (_, i) => ({ id: i, text: `${STATEMENTS[i]} ${FRAME}` }));
  const learnt = await copydesk(['dedupe', '-', '--learn', `${root}/weights.json`], {
    input: ndjson(rows),
  });
  expect(learnt).toMatchObject({ code: 0, stdout: '' });
  expect(learnt.stderr).toMatch(LEARNT);
  await copydesk(['dedupe', '-', '-q', '--index', `${root}/seen.index`], { input: ndjson(ROWS) });
  const { code, stderr } = await copydesk(
    ['dedupe', '-', '--index', `${root}/seen.index`, '--weights', `${root}/weights.json`],
    { input: '' },
  );
  expect(code).toBe(2);
  expect(stderr).toMatch(OTHER_WEIGHTS);
  const damaged = await copydesk(['dedupe', '-', '--weights', `${root}/text`], { input: '' });
  expect(damaged.code).toBe(2);
  expect(damaged.stderr).toContain('to be a table of weights (copydesk.weights/1)');
});

test('a damaged index is refused, and one whose last batch broke off is as before', async () => {
  const root = folder({});
  const args = ['dedupe', '-', '-q', '--index', `${root}/seen.index`];
  await copydesk(args, { input: ndjson(ROWS.slice(0, 2)) });
  const valid = readFileSync(`${root}/seen.index`);
  writeFileSync(`${root}/seen.index`, Buffer.concat([valid, Buffer.alloc(500, 7)]));
  const { stdout } = await copydesk(args, { input: ndjson(ROWS.slice(2)) });
  expect(parse(stdout)).toMatchObject([{ id: 'a', cluster: 'a' }]);
  writeFileSync(`${root}/seen.index`, valid.subarray(0, valid.length - 100));
  const { code, stderr } = await copydesk(args, { input: '' });
  expect(code).toBe(2);
  expect(stderr).toContain('found a damaged one');
});

test('an index in which any byte was changed is named', async () => {
  const root = folder({});
  const file = `${root}/seen.index`;
  const args = ['dedupe', '-', '-q', '--index', file];
  await copydesk(args, { input: ndjson(ROWS.slice(0, 2)) });
  await copydesk(args, { input: ndjson(ROWS.slice(2)) });
  const valid = readFileSync(file);
  // The id of the weights, the size, counts, ids, keys, signatures.
  const places = [20, 34, 70, 100, 114, 300, valid.length >> 1, valid.length - 40];
  for (const at of places) {
    const changed = Buffer.from(valid);
    changed[at]! ^= 0x55;
    writeFileSync(file, changed);
    const { code, stderr } = await copydesk(args, { input: ndjson(ROWS) });
    expect({ at, code }).toEqual({ at, code: 2 });
    expect(stderr).toContain(file);
    expect(readFileSync(file).equals(changed)).toBe(true);
  }
  writeFileSync(file, valid);
  expect((await copydesk(args, { input: ndjson(ROWS) })).code).toBe(0);
});

test('it reads what clean writes: folders of articles, rows, lists', async () => {
  const story = (title: string, text: string) => `${title}\n\n${text}\n`;
  const root = folder({
    'in/a.txt': story('Bridge is closed', BRIDGE),
    'in/sub/b.txt': story('Bridge is closed', withDateline(BRIDGE, 'HALVERSTAD (AFP) —')),
    'in/c.txt': story('Ferry runs aground', FERRY),
  });
  await copydesk(['clean', `${root}/in`, '-q', '-o', `${root}/out`]);
  writeFileSync(`${root}/out/notes.txt`, 'no rows');
  const fromFolder = await copydesk(['dedupe', `${root}/out`, '-q']);
  expect(fromFolder).toMatchObject({ code: 0, stderr: '' });
  const results = parse(fromFolder.stdout) as { id: string; cluster: string }[];
  expect(new Set(results.map(({ cluster }) => cluster)).size).toBe(2);
  expect(results).toHaveLength(3);
  const rows = await copydesk(['clean', `${root}/in`, '-q', '--to', 'ndjson']);
  writeFileSync(`${root}/rows.ndjson.gz`, gzipSync(rows.stdout));
  const list = `[${rows.stdout.trim().split('\n').join(',\n')}]`;
  writeFileSync(`${root}/list.json`, list);
  for (const input of ['rows.ndjson.gz', 'list.json']) {
    const { stdout } = await copydesk(['dedupe', `${root}/${input}`, '-q']);
    expect(parse(stdout)).toEqual(results);
  }
});

test('rows without ids are told apart over files, and standard input has numbers', async () => {
  const text = `${FERRY} Nothing else was said.`;
  const root = folder({
    'a.ndjson': ndjson([{ text: BRIDGE }, { text }]),
    'b.json': JSON.stringify([{ text: BRIDGE }]),
  });
  const { stdout } = await copydesk(['dedupe', 'a.ndjson', 'b.json', '-q'], { cwd: root });
  expect(parse(stdout)).toMatchObject([
    { id: 'a.ndjson:1', duplicateOf: null },
    { id: 'a.ndjson:2', duplicateOf: null },
    { id: 'b.json:1', duplicateOf: 'a.ndjson:1' },
  ]);
  const piped = await copydesk(['dedupe', '-', '-q'], { input: ndjson([{ text: BRIDGE }]) });
  expect(parse(piped.stdout)).toMatchObject([{ id: 'row-1' }]);
});

test('where every row failed the run has failed, and each says where it stands', async () => {
  const root = folder({ 'a.ndjson': '{"id":"x","html":"<p>a</p>"}\nnope\n' });
  const { code, stdout, stderr } = await copydesk(['dedupe', 'a.ndjson'], { cwd: root });
  expect(code).toBe(2);
  expect(parse(stdout)).toMatchObject([
    { id: 'x', source: { path: 'a.ndjson', record: 1 }, error: { code: 'no-text' } },
    { id: null, source: { path: 'a.ndjson', record: 2 }, error: { code: 'not-json' } },
  ]);
  expect(stderr).toContain('copydesk: a.ndjson, row 1: expected a field "text" that is a string');
  expect(stderr).toContain('clean the page first');
  expect(stderr).toContain('2 rows in ');
});

test.each([
  ['--titles --engine duckdb', 'expected --titles without --engine'],
  ['--titles --weights w.json', 'expected --titles without --weights'],
  ['--titles --index i', 'expected --titles without --index'],
  ['--index i --learn l', 'expected --index or --learn, found both'],
  ['https://example.org/rows.ndjson', 'copydesk makes no network call: fetch it and pipe it in'],
])('dedupe %s is refused', async (line, message) => {
  const { code, stdout, stderr } = await copydesk(['dedupe', '-', ...line.split(' ')], {
    input: '',
  });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('one run at a time has an index open', async () => {
  const root = folder({ 'seen.index.lock': `${process.pid}\n` });
  const args = ['dedupe', '-', '-q', '--index', `${root}/seen.index`];
  const { code, stderr } = await copydesk(args, { input: ndjson(ROWS) });
  expect(code).toBe(2);
  expect(stderr).toContain(`another run (process ${process.pid}) has ${root}/seen.index open`);
  writeFileSync(`${root}/seen.index.lock`, '999999999\n');
  expect((await copydesk(args, { input: ndjson(ROWS) })).code).toBe(0);
});
