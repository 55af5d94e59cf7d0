import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openFolder } from '../../../src/writers/files/folder.ts';
import { folder as newFolder, tree } from '../../cli/bin.ts';

test('a file is not there before it is whole', async () => {
  const root = newFolder();
  const out = await openFolder(root);
  const file = await out.create('a/b.json');
  await file.write('half');
  expect(fs.existsSync(path.join(root, 'a/b.json'))).toBe(false);
  await file.write(' and half');
  await file.commit();
  expect(fs.readFileSync(path.join(root, 'a/b.json'), 'utf8')).toBe('half and half');
  await (await out.create('c.json')).discard();
  await out.close();
  expect(tree(root)).toEqual(['a/b.json']);
  expect(fs.existsSync(path.join(root, '.copydesk'))).toBe(false);
});

test('nothing is written through a link, and a link in the place of a file is replaced', async () => {
  const outside = newFolder({ victim: 'kept' });
  const root = newFolder();
  fs.symlinkSync(outside, path.join(root, 'sub'));
  fs.symlinkSync(path.join(outside, 'victim'), path.join(root, 'a.json'));
  const out = await openFolder(root);
  await expect(out.write('sub/x.json', 'x')).rejects.toMatchObject({ code: 'output-taken' });
  await out.write('a.json', 'new');
  await out.close();
  expect(tree(outside)).toEqual(['victim']);
  expect(fs.readFileSync(path.join(outside, 'victim'), 'utf8')).toBe('kept');
  expect(fs.readFileSync(path.join(root, 'a.json'), 'utf8')).toBe('new');
});

test('a folder in the place of a file concerns that file only', async () => {
  const root = newFolder({ 'a.json/x': '' });
  const out = await openFolder(root);
  await expect(out.write('a.json', 'x')).rejects.toMatchObject({ code: 'output-taken' });
  await out.write('b.json', 'b');
  await out.close();
  expect(tree(root)).toEqual(['a.json/x', 'b.json']);
});

test('a second run is refused while the first one lives, and takes over when it died', async () => {
  const living = newFolder({ '.copydesk/lock': `${process.ppid}\n` });
  await expect(openFolder(living)).rejects.toThrow(`process ${process.ppid}`);
  const dead = newFolder({ '.copydesk/lock': '999999999\n', '.copydesk/12-1.tmp': 'left' });
  const out = await openFolder(dead);
  await out.write('a.json', 'a');
  await out.close();
  expect(tree(dead)).toEqual(['a.json']);
});

test('an output that is a file, or cannot be made, is a usage error', async () => {
  const root = newFolder({ file: '' });
  await expect(openFolder(path.join(root, 'file'))).rejects.toMatchObject({ name: 'UsageError' });
  await expect(openFolder('/proc/none/out')).rejects.toMatchObject({ name: 'UsageError' });
});
