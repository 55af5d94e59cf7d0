import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { contents, copydesk, folder, tree } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

const TEXT =
  'A title of some length stands here\n\nA paragraph that says a thing or two about it.\n';

const inputs = () => folder({ 'in/a.txt': TEXT, 'in/b.txt': TEXT, 'other/a.txt': 'old' });

test.each([
  ['-o x.parquet --to ndjson', '--to parquet with -o x.parquet, found ndjson; leave out --to'],
  ['-o x.csv --to parquet', 'found parquet; leave out --to, or let the name end in .parquet'],
  ['-o x.txt --to parquet', 'expected --to text with -o x.txt, found parquet'],
  ['-o x.ndjson --to json', 'or let the name end in .json'],
  ['-o out.xyz', 'found out.xyz; for a folder of that name write out.xyz/'],
  ['-o x.ndjson.zst', '.parquet (and .gz), found x.ndjson.zst'],
  ['-o x.gz --to ndjson', 'and .gz), found x.gz'],
  ['-o x.json', 'expected one article for a file.json, found more'],
  ['-o x.jsonld', 'let -o name a folder, or a file ending in .ndjson'],
  ['--to text -o in', 'found that it would overwrite in/a.txt; name another folder'],
  ['in/a.txt -o in/a.txt', 'found that it would overwrite in/a.txt; name another file'],
])('clean in %s is refused, and nothing is written', async (args, message) => {
  const root = inputs();
  const before = contents(root);
  const { code, stderr } = await copydesk(['clean', 'in', ...args.split(' ')], { cwd: root });
  expect({ code, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 2, lines: 1 });
  expect(stderr).toContain(message);
  expect(contents(root)).toEqual(before);
});

test.each([
  ['-o out.xyz/', 'out.xyz/a.json'],
  ['-o run-1.5', 'run-1.5/a.json'],
  ['-o .hidden', '.hidden/a.json'],
  ['-o other --to text', 'other/a.txt'],
  ['-o x.json --to ndjson', 'x.json'],
  ['-o x.txt --to md', 'x.txt'],
  ['-o X.NDJSON', 'X.NDJSON'],
])('clean in %s writes %s', async (args, written) => {
  const root = inputs();
  const { code } = await copydesk(['clean', 'in', '-q', ...args.split(' ')], { cwd: root });
  expect(code).toBe(0);
  expect(fs.readFileSync(path.join(root, written), 'utf8')).toContain('says a thing or two');
});

test('a folder that is there is one, whatever its name; - is standard output', async () => {
  const root = inputs();
  fs.mkdirSync(path.join(root, 'x.xyz'));
  const args = ['clean', 'in/a.txt', '-q', '-o'];
  expect((await copydesk([...args, 'x.xyz'], { cwd: root })).code).toBe(0);
  expect(tree(root)).toContain('x.xyz/a.json');
  const { stdout } = await copydesk([...args, '-'], { cwd: root });
  expect(stdout).toBe(fs.readFileSync(path.join(root, 'x.xyz/a.json'), 'utf8'));
});

test('an output beside a link to the input does not take its place', async () => {
  const root = inputs();
  fs.symlinkSync('in', path.join(root, 'link'));
  const { stderr } = await copydesk(['clean', 'link/a.txt', '-o', 'in', '--to', 'text'], {
    cwd: root,
  });
  expect(stderr).toContain('found that it would overwrite link/a.txt');
});

test('what stands beside an input, such as the article expected of it, is not overwritten', async () => {
  const expected = '{"title": "A title"}';
  const root = folder({ 'in/a.txt': TEXT, 'in/sub/b.txt': TEXT, 'in/sub/b.json': expected });
  fs.symlinkSync('in', path.join(root, 'link'));
  const before = contents(path.join(root, 'in'));
  for (const out of ['in', 'link']) {
    const { code, stderr } = await copydesk(['clean', 'in', '-o', out], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain('found that it would overwrite in/sub/b.json; name another folder');
  }
  expect(contents(path.join(root, 'in'))).toEqual(before);
  fs.rmSync(path.join(root, 'in/sub/b.json'));
  // Its own articles it does write again.
  for (let i = 0; i < 2; i++) {
    expect((await copydesk(['clean', 'in', '-o', 'in', '-q'], { cwd: root })).code).toBe(0);
  }
});
