import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameFiles, RowNames, withoutExtension } from '../../../src/writers/files/output-names.ts';
import { foldName, safeName, safePath } from '../../../src/writers/files/safe-names.ts';

const DIGEST = /~[0-9a-f]{8}$/;
const BAD = /[\p{Cc}\p{Cs}<>:"|?*\\/]/u;

test.each([
  ['..', '__'],
  ['.', '_'],
  ['', '_'],
  ['CON', '_CON'],
  ['com1.txt', '_com1.txt'],
  ['a\nb', 'a_b'],
  ['../../etc/passwd', '_._.._etc_passwd'],
  ['https://x.example/a?b', 'https___x.example_a_b'],
  ['name.', 'name_'],
  ['\u202egnp', '_gnp'],
  ['Größe 1', 'Größe 1'],
])('the name %j becomes %j', (given, safe) => {
  expect(safeName(given)).toBe(safe);
});

test('every name is one safe component of at most 240 bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const safe = safeName(name);
      expect(safe).not.toMatch(BAD);
      expect(['', '.', '..']).not.toContain(safe);
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(240);
    }),
  );
});

test('long names that begin alike stay apart', () => {
  expect(safeName(`${'é'.repeat(200)}1`)).not.toBe(safeName(`${'é'.repeat(200)}2`));
});

test('a path never leaves its folder, and a folder is never named like an output', () => {
  expect(safePath('../a//./b.json/c')).toBe('__/a/b.json_/c');
  expect(safePath('/etc/passwd')).toBe('etc/passwd');
});

test('the extension goes, unless nothing would be left', () => {
  expect(withoutExtension('a/b.tar.txt')).toBe('a/b.tar');
  expect(withoutExtension('a/.txt')).toBe('a/.txt');
});

const named = (...paths: string[]) => paths.map((relative) => ({ relative, key: relative }));
const namesOf = (...paths: string[]) => nameFiles(named(...paths)).map(({ name }) => name);

test('inputs that differ in their extension only keep it', () => {
  expect(namesOf('a.txt', 'a.html', 'b.txt')).toEqual(['a.txt', 'a.html', 'b']);
});

test('case twins and twins of composition get a digest each', () => {
  const names = namesOf('A.txt', 'a.txt', 'e\u0301.txt', '\u00e9.txt');
  expect(new Set(names.map(foldName)).size).toBe(4);
  for (const name of names) expect(name).toMatch(DIGEST);
});

test('no two inputs share a name, whatever their order', () => {
  const path = fc.string({
    unit: fc.constantFrom('a', 'A', '.', '/', 'é', 'e\u0301', ':', '~'),
    minLength: 1,
  });
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 12 }), (paths) => {
      const names = namesOf(...paths);
      expect(new Set(names.map(foldName)).size).toBe(paths.length);
      const reversed = namesOf(...[...paths].reverse()).reverse();
      expect(reversed).toEqual(names);
    }),
  );
});

test('rows that want one name all get a digest, whatever their order', () => {
  const final = (rows: readonly [string, string][]) => {
    const names = new RowNames(['taken']);
    const claimed = rows.map(([id, raw]) => [raw, names.claim('', id, raw)] as const);
    const moves = new Map(names.moves().map(({ from, to }) => [from, to]));
    return Object.fromEntries(claimed.map(([raw, name]) => [raw, moves.get(name) ?? name]));
  };
  const rows: [string, string][] = [
    ['Id', '1'],
    ['id', '2'],
    ['id', '3'],
    ['other', '4'],
    ['taken', '5'],
  ];
  const names = final(rows);
  expect(names).toEqual(final([...rows].reverse()));
  expect(new Set(Object.values(names).map(foldName)).size).toBe(5);
  expect(names['4']).toBe('other');
  expect(names['5']).toMatch(DIGEST);
});

test('two folders’ files are told apart by their folders, and only where they meet', () => {
  const of = (...paths: [string, string][]) =>
    nameFiles(
      paths.map(([root, relative]) => ({ root, relative, key: `${root}/${relative}` })),
    ).map(({ name }) => name);
  expect(of(['sd/a', 's.txt'], ['sd/b', 's.txt'], ['sd/b', 't.txt'])).toEqual([
    'a/s',
    'b/s',
    'b/t',
  ]);
  expect(of(['x/in', 's.txt'], ['y/in', 's.html'])).toEqual(['x/in/s', 'y/in/s']);
  expect(of(['a', 's.txt'], ['b', 't.txt'])).toEqual(['s', 't']);
  expect(of(['a', 's.txt'], ['a', 's.html'])).toEqual(['s.txt', 's.html']);
});

test('an article is never named like a ledger', () => {
  expect(safeName('story.ledger')).toBe('story.ledger_');
});
