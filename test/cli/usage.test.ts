import fs from 'node:fs';
import { expect, test, vi } from 'vitest';
import { distance, nearest } from '../../src/cli/arguments/hint.ts';
import { parse } from '../../src/cli/arguments/parse.ts';
import { copydesk } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string };

test.each(['--version', '-v'])('%s prints the version', async (flag) => {
  expect(await copydesk([flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('--help lists the commands on standard output', async () => {
  const { code, stdout, stderr } = await copydesk(['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const name of ['clean', 'repair', 'explain', 'check', 'schema']) {
    expect(stdout).toContain(`copydesk ${name}`);
  }
});

test('schema prints the JSON Schema', async () => {
  const { code, stdout } = await copydesk(['schema']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    title: 'copydesk Article, version 1',
    type: 'object',
  });
});

test.each([
  [[], 'expected a command: clean, repair, explain, check, dedupe, schema'],
  [['claen', 'x'], 'unknown command claen, did you mean clean?'],
  [['clean', 'x', '--lejer', 'none'], 'unknown option --lejer, did you mean --ledger?'],
  [['clean', 'x', '--conc', '4'], 'did you mean --concurrency?'],
  [
    ['clean', 'x', '--to', 'xml'],
    'expected --to to be one of "json", "ndjson", "md", "text", "jsonld", found "xml"',
  ],
  [['clean'], 'expected: copydesk clean <input..>'],
  [['clean', 'x', '--__proto__', 'y'], 'unknown option'],
  [['clean', 'x', '--constructor.prototype.z', 'y'], 'unknown option'],
  [['schema', 'x'], 'unknown option or argument x'],
])('%j is refused', async (args, message) => {
  await expect(parse(args)).rejects.toThrow(message);
  expect(Object.hasOwn(Object.prototype, 'z')).toBe(false);
});

test.each([
  ['clean x --lejer none', 'unknown option --lejer, did you mean --ledger?'],
  ['clean x --to md --to text', 'expected one value after --to, found several'],
  ['clean x --concurrency 0', 'expected --concurrency to be 1 to 256, found 0'],
  ['clean x --max-failures some', 'expected --max-failures to be a number, or a share such as 5%'],
  ['clean x --fetched today', 'expected --fetched to be a date such as 2024-06-13, found today'],
  ['repair --ndjson --explain', 'expected --ndjson or --explain, found both'],
  ['check /nowhere', 'expected a folder of fixtures, found none at /nowhere'],
])('%s ends with 2 and one line', async (line, message) => {
  const { code, stdout, stderr } = await copydesk(line.split(' '));
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('a dash, and what follows two of them, are inputs', async () => {
  const inputs = async (...args: string[]) => {
    const parsed = await parse(args);
    return parsed.kind === 'command' ? parsed.args['input'] : null;
  };
  expect(await inputs('clean', '-', 'a')).toEqual(['-', 'a']);
  expect(await inputs('clean', 'a', '--', '--b', '-')).toEqual(['a', '--b', '-']);
  expect(await inputs('clean', '1e3', '007')).toEqual(['1e3', '007']);
});

test('hints are near', () => {
  expect(distance('ab', 'ba')).toBe(1);
  expect(distance('kitten', 'sitting')).toBe(3);
  expect(nearest('quite', ['quiet', 'out'])).toBe('quiet');
  expect(nearest('zzz', ['quiet', 'out'])).toBeNull();
});
