import fs from 'node:fs';
import { expect, test, vi } from 'vitest';
import { mistakeIn } from '../../src/cli/arguments/mistakes.ts';
import { parse } from '../../src/cli/arguments/parse.ts';
import { COMMANDS } from '../../src/cli/definitions/index.ts';
import { distance, nearest } from '../../src/config/nearest.ts';
import { copydesk } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What follows a command line in a shell. */
const BEHIND = /\)$| [|<>].*/;

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
  [
    '',
    'expected a command: clean, repair, explain, check, dedupe, spark, schema, completion, help',
  ],
  ['--foo', 'unknown option --foo'],
  ['-V', 'unknown option -V; did you mean -v?'],
  ['claen x', 'unknown command claen; did you mean clean?'],
  ['help claen', 'unknown command claen; did you mean clean?'],
  ['help clean x', 'expected one command behind help, found 2'],
  ['clean x --lejer none', 'unknown option --lejer; did you mean --ledger?'],
  ['clean x --outdir o', 'unknown option --outdir; did you mean --out?'],
  ['clean --favour x', 'unknown option --favour; did you mean --favor?'],
  ['clean x --Favour=x', 'did you mean --favor?'],
  ['clean x --conc 4', 'did you mean --concurrency?'],
  ['clean x -x', 'unknown option -x of copydesk clean'],
  ['clean -late.txt', 'unknown option -late.txt; for a file of that name write ./-late.txt'],
  ['explain --two words.htm', 'unknown option --two'],
  ['clean x -Q', 'unknown option -Q; did you mean -q?'],
  ['clean x -qx', 'unknown option -qx of copydesk clean'],
  ['clean x --escapes', 'unknown option --escapes of copydesk clean; copydesk repair has it'],
  [
    'clean x --to xml',
    'expected --to to be one of json, ndjson, md, text, jsonld, csv, parquet, found xml',
  ],
  ['clean x --to=txt', 'found txt; did you mean text?'],
  ['clean x -o', 'expected a value behind -o ('],
  ['clean -o', 'expected a value behind -o ('],
  ['clean x --out=', 'expected a value behind --out ('],
  ['clean x -qo --to md', 'found the option --to'],
  ['clean x --html=yes', 'expected nothing behind --html, found yes'],
  ['dedupe', 'expected: copydesk dedupe <input..>'],
  ['clean x --__proto__ y', 'unknown option --__proto__'],
  ['clean x --constructor.prototype.z y', 'unknown option --constructor.prototype.z'],
  ['constructor x', 'unknown command constructor'],
  ['schema x', 'copydesk schema takes no argument, found x'],
  ['explain a b c', 'expected at most 2 arguments behind copydesk explain, found 3'],
  ['check a b', 'expected one argument behind copydesk check, found 2'],
  ['completion', '(shell: one of bash, zsh, fish), found no shell'],
  ['completion bsh', 'expected shell to be one of bash, zsh, fish, found bsh; did you mean bash?'],
])('"%s" is refused', async (line, message) => {
  await expect(parse(line.split(' ').filter(Boolean))).rejects.toThrow(message);
  expect(Object.hasOwn(Object.prototype, 'z')).toBe(false);
});

test('what is shown of a wrong word has no control character', async () => {
  await expect(parse(['clean', 'x', '--\u001b[2J\u202e'])).rejects.toThrow('--\\u{1b}[2J\\u{202e}');
  await expect(parse(['\u001b]0;x'])).rejects.toThrow('unknown command \\u{1b}]0;x');
});

test('help COMMAND, COMMAND --help and -h are one', async () => {
  const texts = await Promise.all(
    [
      ['help', 'dedupe'],
      ['dedupe', '--help'],
      ['dedupe', 'x', '--nonsense', '-h'],
    ].map(parse),
  );
  for (const parsed of texts) expect(parsed).toEqual(texts[0]);
  expect(await parse(['help'])).toEqual(await parse(['--help']));
  expect(await parse(['help', 'help'])).toEqual(await parse(['--help']));
});

test.each(Object.keys(COMMANDS))(
  'the help of %s has examples, and they are right',
  async (name) => {
    const parsed = await parse([name, '--help']);
    const { examples } = COMMANDS[name]!;
    for (const [line] of examples) {
      expect(parsed.kind === 'help' && parsed.text).toContain(line);
      const words = line.slice(line.indexOf('copydesk')).replace(BEHIND, '').split(' ');
      expect(mistakeIn(words.slice(1))).toBeNull();
      await expect(parse(words.slice(1))).resolves.toMatchObject({ kind: 'command', name });
    }
  },
);

test.each([
  [
    'clean x --lejer none',
    'unknown option --lejer; did you mean --ledger? (see copydesk clean --help)',
  ],
  ['clean x --to md --to text', 'expected one value after --to, found several'],
  ['clean x --concurrency 0', 'expected --concurrency to be 1 to 256, found 0'],
  ['clean x --max-failures some', 'expected --max-failures to be a number, or a share such as 5%'],
  ['clean x --fetched today', 'expected --fetched to be a date such as 2024-06-13, found today'],
  ['repair --ndjson --explain', 'expected --ndjson or --explain, found both'],
  ['check /nowhere', 'expected a folder of fixtures, found none at /nowhere'],
  ['--foo', 'unknown option --foo (see copydesk --help)'],
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
  expect(nearest('outdir', ['quiet', 'out'])).toBe('out');
  expect(nearest('zzz', ['quiet', 'out'])).toBeNull();
});

test.each(['clean', 'repair', 'explain', 'dedupe'])(
  '%s answers an address with what to do',
  async (command) => {
    const { code, stdout, stderr } = await copydesk([command, 'https://example.org/a?b=1']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('copydesk makes no network call: fetch it and pipe it in');
  },
);
