import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { findInputs } from '../../src/readers/inputs.ts';
import { readWhole } from '../../src/readers/read-bytes.ts';
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
