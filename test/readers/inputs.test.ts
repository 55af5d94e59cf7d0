import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { readWhole } from '../../src/readers/bytes/read-bytes.ts';
import { readFileList } from '../../src/readers/find/file-list.ts';
import { findInputs } from '../../src/readers/inputs.ts';
import { openInput } from '../../src/readers/open-input.ts';
import { folder, shell } from '../cli/bin.ts';

vi.setConfig({ testTimeout: 120_000 });

test('a folder gives its articles, sorted, with what they are', async () => {
  const root = folder({ 'b/x.html': '', 'a.txt': '', 'rows.jsonl': '', 'c.JPG': '', 'B.HTM': '' });
  const { files, failures } = await findInputs([root]);
  expect(files.map(({ relative, kind }) => [relative, kind])).toEqual([
    ['B.HTM', 'html'],
    ['a.txt', 'auto'],
    ['b/x.html', 'html'],
    ['rows.jsonl', 'ndjson'],
  ]);
  expect(failures).toEqual([]);
});

test('links in a folder are counted and not followed', async () => {
  const root = folder({ 'a/x.txt': '' });
  fs.symlinkSync(root, path.join(root, 'a/loop'));
  fs.symlinkSync('/etc/hostname', path.join(root, 'a/link.txt'));
  const { files, links } = await findInputs([root]);
  expect(files.map(({ relative }) => relative)).toEqual(['a/x.txt']);
  expect(links).toBe(2);
});

test('a file is taken once, and the output folder is left out', async () => {
  const root = folder({ 'a.txt': '', 'out/b.txt': '' });
  const { files } = await findInputs([root, path.join(root, 'a.txt'), root], {
    skip: path.join(root, 'out'),
  });
  expect(files.map(({ relative }) => relative)).toEqual(['a.txt']);
});

test('a pattern is relative to its folders without wildcards', async () => {
  const root = folder({ 'x/a.txt': '', 'x/y/b.txt': '', 'c.txt': '' });
  const { files } = await findInputs([`${root}/x/**/*.txt`]);
  expect(files.map(({ relative }) => relative)).toEqual(['a.txt', 'y/b.txt']);
});

test('what names nothing is a failure, and the rest is found', async () => {
  const root = folder({ 'a.txt': '', 'empty/readme': '' });
  const args = [`${root}/*.none`, `${root}/nothing`, `${root}/empty`, `${root}/a.txt`];
  const { files, failures } = await findInputs(args);
  expect(files).toHaveLength(1);
  expect(failures.map(({ shown, error }) => [shown, error.code])).toEqual([
    [`${root}/*.none`, 'no-input'],
    [`${root}/nothing`, 'unreadable'],
    [`${root}/empty`, 'no-input'],
  ]);
});

test('names that are no UTF-8 keep their bytes', async () => {
  const root = folder();
  for (const byte of [0xfe, 0xff]) {
    fs.writeFileSync(
      Buffer.concat([Buffer.from(`${root}/n`), Buffer.from([byte]), Buffer.from('.txt')]),
      'x',
    );
  }
  const { files } = await findInputs([root]);
  expect(files).toHaveLength(2);
  for (const { path: file } of files)
    expect(Buffer.from(await readWhole(file!)).toString()).toBe('x');
});

test('only regular files of a size that fits are read', async () => {
  const root = folder({ 'big.txt': '12345' });
  await shell(`mkfifo '${root}/fifo'`);
  await expect(readWhole(path.join(root, 'fifo'))).rejects.toThrow('FIFO');
  await expect(readWhole('/dev/zero')).rejects.toThrow('device');
  await expect(readWhole(root)).rejects.toMatchObject({ code: 'unreadable' });
  await expect(readWhole(path.join(root, 'gone'))).rejects.toThrow('no such file');
  await expect(readWhole(path.join(root, 'big.txt'), 4)).rejects.toMatchObject({
    code: 'too-large',
  });
});

test('hidden files, packages and what a pattern names are passed over, with the reason', async () => {
  const root = folder({
    'a.txt': '',
    'b/c.html': '',
    'b/skip.html': '',
    '.git/x.txt': '',
    '.hidden.txt': '',
    'node_modules/y.txt': '',
    'drafts/d.txt': '',
  });
  const exclude = ['drafts/', '*skip*', '!b/keep.html'];
  const { files, skipped } = await findInputs([root], { exclude });
  expect(files.map(({ relative }) => relative)).toEqual(['a.txt', 'b/c.html']);
  expect(skipped.map(({ shown, reason }) => [path.relative(root, shown), reason])).toEqual([
    ['.git', 'hidden folders'],
    ['.hidden.txt', 'hidden files'],
    ['b/skip.html', 'files that a pattern excludes'],
    ['drafts', 'files that a pattern excludes'],
    ['node_modules', 'folders of packages'],
  ]);
  const all = await findInputs([root], { hidden: true });
  expect(all.files).toHaveLength(7);
  const named = await findInputs([path.join(root, '.hidden.txt'), path.join(root, 'a.txt')], {
    exclude: ['a.*'],
  });
  expect(named.files.map(({ relative }) => relative)).toEqual(['.hidden.txt']);
});

test('files of folders are told by what they hold where their names do not say', async () => {
  const root = folder({
    page: '<!DOCTYPE html><html><body>x',
    'index.php': '<html><body>x',
    readme: 'A text',
    'i.png': 'PNG',
    'rows.json': '[{"text": "x"}]',
    'package.json': '{"name": "x"}',
    'own.json': '{\n  "schema": "copydesk.article/1", "text": "x"}',
    'pages.warc.gz': '',
  });
  const { files, skipped } = await findInputs([root]);
  expect(files.map(({ relative, kind }) => [relative, kind])).toEqual([
    ['index.php', 'auto'],
    ['page', 'auto'],
    ['pages.warc.gz', 'warc'],
    ['rows.json', 'json'],
  ]);
  expect(skipped.map(({ reason }) => reason)).toEqual([
    'files ending in .png',
    'articles that copydesk wrote',
    'files of JSON without a field "text" or "html"',
    'files without an ending',
  ]);
  const html = await findInputs([root], { from: 'html' });
  expect(html.files.map(({ relative }) => relative)).toContain('readme');
});

test('a list of files is read by lines or by NUL', async () => {
  const root = folder({ lines: 'a.txt\r\nb c.txt\n\n', nul: 'a.txt\0b\nc.txt\0' });
  const none = (async function* () {})();
  expect(await readFileList(path.join(root, 'lines'), none)).toEqual(['a.txt', 'b c.txt']);
  expect(await readFileList(path.join(root, 'nul'), none)).toEqual(['a.txt', 'b\nc.txt']);
  await expect(readFileList(path.join(root, 'gone'), none)).rejects.toMatchObject({
    name: 'UsageError',
  });
});

test('a FIFO that is named is read', async () => {
  const root = folder();
  const fifo = path.join(root, 'fifo');
  execFileSync('mkfifo', [fifo]);
  const { files } = await findInputs([fifo]);
  const writing = fs.promises.writeFile(fifo, 'a text');
  const opened = await openInput(files[0]!, 'auto', (async function* () {})());
  expect(Buffer.from(await opened.whole()).toString()).toBe('a text');
  await writing;
});

test('an argument that names nothing is told from one that may not be seen', async () => {
  const { failures } = await findInputs([
    '',
    path.join(folder(), 'none'),
    'https://example.org/?a=*',
  ]);
  expect(failures.map(({ error }) => error.message)).toEqual([
    'expected the path of a file or folder, found an empty text',
    'expected a file or folder, found nothing of that name',
    expect.stringContaining('copydesk makes no network call'),
  ]);
});

test.skipIf(process.getuid?.() === 0)(
  'a folder that may not be entered is said to be one',
  async () => {
    const root = folder({ 'shut/a.txt': 'A text' });
    fs.chmodSync(path.join(root, 'shut'), 0);
    const { failures } = await findInputs([path.join(root, 'shut/a.txt')]);
    expect(failures.map(({ error }) => error.message)).toEqual([
      'expected a file or folder that can be read: permission denied (EACCES)',
    ]);
  },
);
