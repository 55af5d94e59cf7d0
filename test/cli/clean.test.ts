import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { Article } from '../../src/contract/article.ts';
import { contents, copydesk, folder, shell, tree } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

const DOCUMENTS = /\n(?=\{)/;
const INDENTED = /^\{\n {2}"/;
const DIGESTED = /^(?:b\.txt|twin|a\.txt|con)~[0-9a-f]{8}/i;
const TEXT =
  'A title of some length stands here\n\nA paragraph that says a thing or two about it.\n';

test('seeds become one article each, whatever the concurrency and the order', async () => {
  const outs = [folder(), folder(), folder()] as const;
  const names = fs.readdirSync('seeds').map((name) => `seeds/${name}`);
  const first = await copydesk(['clean', 'seeds', '-o', outs[0], '--concurrency', '1']);
  await copydesk(['clean', 'seeds', '-o', outs[1], '--concurrency', '7']);
  await copydesk(['clean', ...names.reverse(), '-o', outs[2]], {
    env: { TZ: 'Asia/Tokyo', LANG: 'tr_TR' },
  });
  expect(first).toMatchObject({ code: 0, stdout: '' });
  expect(first.stderr).toContain('copydesk: 5 articles in ');
  expect(first.stderr).toContain('repair 1');
  expect(tree(outs[0])).toHaveLength(5);
  expect(contents(outs[1])).toEqual(contents(outs[0]));
  expect(contents(outs[2])).toEqual(contents(outs[0]));
  for (const [name, text] of Object.entries(contents(outs[0]))) {
    expect(text).toMatch(INDENTED);
    expect(text.endsWith('}\n')).toBe(true);
    expect(`${Article.parse(JSON.parse(text)).id}.json`).toBe(name);
  }
});

test('without -o the documents come one after another, in order', async () => {
  const { stdout } = await copydesk(['clean', 'seeds', '--quiet']);
  const ids = stdout.split(DOCUMENTS).map((text) => JSON.parse(text).id);
  expect(ids).toEqual(
    fs
      .readdirSync('seeds')
      .sort()
      .map((name) => path.parse(name).name),
  );
});

test('text and Markdown', async () => {
  const root = folder({ 'a.txt': TEXT });
  const text = await copydesk(['clean', root, '--to', 'text', '-q']);
  expect(text).toEqual({ code: 0, stderr: '', stdout: TEXT });
  const md = await copydesk(['clean', root, '--to', 'md', '-q']);
  expect(md.stdout).toBe(`# ${TEXT}`);
});

test('structured data, one file for each article', async () => {
  const root = folder({ 'a.txt': TEXT });
  const out = path.join(root, 'out');
  expect(
    (await copydesk(['clean', path.join(root, 'a.txt'), '--to', 'jsonld', '-q', '-o', out])).code,
  ).toBe(0);
  const written = JSON.parse(fs.readFileSync(path.join(out, 'a.jsonld'), 'utf8'));
  expect(written).toMatchObject({
    '@type': 'NewsArticle',
    headline: 'A title of some length stands here',
  });
});

test('the ledger is left out on request', async () => {
  const { stdout } = await copydesk(['clean', '-', '-q', '--ledger', 'none'], { input: TEXT });
  const article = JSON.parse(stdout);
  expect(article).toMatchObject({ id: 'stdin', title: 'A title of some length stands here' });
  expect(article).not.toHaveProperty('removed');
  expect(article).not.toHaveProperty('changes');
});

test('each bad input gives one line, and the rest is cleaned', async () => {
  const root = folder({
    'empty.txt': '',
    'binary.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0, 0, 3, 0xff, 0xfe, 0]),
    'good.txt': TEXT,
    'new\nline.txt': '',
    'rows.ndjson': `{"id":"r","text":${JSON.stringify(TEXT)}}\nnope\n\n{"id":"n","text":5}\n`,
    'none.ndjson': '\n',
    'sub/readme': '',
  });
  await shell(`mkfifo '${root}/fifo.txt'`);
  const out = folder();
  const args = ['clean', root, `${root}/sub`, `${root}/*.none`, `${root}/gone`, '-o', out];
  const { code, stdout, stderr } = await copydesk(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(tree(out)).toEqual(['good.json', 'r.json']);
  const failures = stderr.split('\n').filter((line) => line.endsWith(']'));
  const start = `copydesk: ${root}`;
  expect(failures.map((line) => line.slice(start.length, line.indexOf(': expected')))).toEqual([
    '/sub',
    '/*.none',
    '/gone',
    '/binary.txt',
    '/empty.txt',
    '/fifo.txt',
    '/new\\nline.txt',
    '/none.ndjson',
    '/rows.ndjson, row 2',
    '/rows.ndjson, row 4',
  ]);
  expect(stderr).toContain('failed         10 (');
});

test('failures are put up with as far as they are told', async () => {
  const root = folder({ 'a.txt': TEXT, 'b.txt': '', 'c.txt': '' });
  const code = async (...args: string[]) => (await copydesk(['clean', root, '-q', ...args])).code;
  expect(await code('--max-failures', '2')).toBe(0);
  expect(await code('--max-failures', '1')).toBe(2);
  expect(await code('--max-failures', '67%')).toBe(0);
  expect(await code('--max-failures', '66%')).toBe(2);
});

test('inputs that would share an output do not, and nothing leaves the folder', async () => {
  const root = folder({
    'a.txt': TEXT,
    'a.html': '<p>x',
    'B.txt': TEXT,
    'b.txt': TEXT,
    'CON.txt': TEXT,
  });
  fs.writeFileSync(
    path.join(root, 'rows.ndjson'),
    ['../up', 'con', 'Twin', 'twin', 'a.txt']
      .map((id) => JSON.stringify({ id, text: TEXT }))
      .join('\n'),
  );
  const parent = folder();
  await copydesk(['clean', root, '-o', path.join(parent, 'out'), '-q']);
  expect(fs.readdirSync(parent)).toEqual(['out']);
  const names = tree(path.join(parent, 'out'));
  expect(names).toHaveLength(10);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(10);
  expect(names).toEqual(expect.arrayContaining(['a.txt.json', 'a.html.json', '_._up.json']));
  expect(names.filter((name) => DIGESTED.test(name))).toHaveLength(6);
});

test('rows go to one file for each input that holds rows, and to one for all others, with --to ndjson -o', async () => {
  const root = folder({
    'x/rows.ndjson': `{"id":1,"text":${JSON.stringify(TEXT)}}\nnope\n`,
    'b.txt': TEXT,
    'z.txt': TEXT,
  });
  const out = folder();
  await copydesk(['clean', root, '--to', 'ndjson', '-o', out, '-q']);
  expect(tree(out)).toEqual(['articles.ndjson', 'x/rows.ndjson']);
  const ids = fs.readFileSync(path.join(out, 'articles.ndjson'), 'utf8').trimEnd().split('\n');
  expect(ids.map((row) => JSON.parse(row).id)).toEqual(['b', 'z']);
  const rows = fs.readFileSync(path.join(out, 'x/rows.ndjson'), 'utf8').trimEnd().split('\n');
  expect(rows.map((row) => [JSON.parse(row).id, JSON.parse(row).error?.code])).toEqual([
    ['1', undefined],
    [null, 'not-json'],
  ]);
});

test('a second run into the folder is refused', async () => {
  const out = folder({ '.copydesk/lock': `${process.pid}\n` });
  const { code, stderr } = await copydesk(['clean', 'seeds', '-o', out]);
  expect(code).toBe(2);
  expect(stderr).toContain(`process ${process.pid}`);
  expect(tree(out)).toEqual(['.copydesk/lock']);
});

test('few open files are enough', async () => {
  const root = folder(
    Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.txt`, TEXT])),
  );
  const out = folder();
  const { code } = await shell(
    `ulimit -n 64; copydesk clean ${root} -o ${out} -q --concurrency 16`,
  );
  expect(code).toBe(0);
  expect(tree(out)).toHaveLength(300);
});

test('clean without an input says what is expected', async () => {
  const { code, stderr } = await copydesk(['clean']);
  expect(code).toBe(2);
  expect(stderr).toContain('expected: copydesk clean <input..>');
  expect(stderr).toContain('- for standard input');
  expect(stderr).toContain('--files-from');
});
