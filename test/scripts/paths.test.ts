import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
// Three ways in which scripts name a file of the build: in an address, by `load('…')`, by `resolve(dist, '…')`.
const NAMED = /(?:\bdist\/|\bload\('|\bresolve\(dist, ')(?<file>[\w/-]+)\.js/g;
/** Fewer would mean that the pattern above finds no paths any more. */
const LEAST = 20;

const named = ['scripts', 'bench', 'quality'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mjs'))
    .flatMap((name) => {
      const text = readFileSync(path.join(ROOT, folder, name), 'utf8');
      return [...text.matchAll(NAMED)].map(({ groups }) => ({
        script: `${folder}/${name}`,
        file: groups!['file']!,
      }));
    }),
);

test('the files of the build that scripts and benchmarks load have a source', () => {
  expect(named.length).toBeGreaterThan(LEAST);
  expect(named.filter(({ file }) => !existsSync(path.join(ROOT, 'src', `${file}.ts`)))).toEqual([]);
});
