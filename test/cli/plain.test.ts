import { describe, expect, test } from 'vitest';
import { parseAny } from '../../src/cli/arguments/parse.ts';
import { readPlain } from '../../src/cli/arguments/plain.ts';
import { COMMANDS } from '../../src/cli/definitions/index.ts';

const PLAIN = [
  'clean a.txt',
  'clean a b -o out',
  'clean - --from ndjson --to ndjson --ledger none -q',
  'clean 007 1e3 --out 5 --html --favor recall --captions keep --max-failures 5% --concurrency 3',
  'clean - a',
  'repair',
  'repair --ndjson --escapes x y',
  'explain a.html:3 --from html',
  'check fixtures --update --config c.json',
  'schema',
  'completion zsh',
];

const OTHERS = [
  '',
  'claen x',
  'clean x --to',
  'clean x --to xml',
  'clean x --to=md',
  'clean x --to md --to text',
  'clean x -q -q',
  'clean x --no-html',
  'clean x -qo out',
  'clean x --maxFailures 3',
  'clean x --out -',
  'clean x -- -y',
  'clean --help',
  'clean x --lejer none',
  'clean x --__proto__ y',
  'constructor x',
  'explain a b',
  'explain',
  'schema x',
  'completion',
  'completion tcsh',
  'help clean',
];

const wordsOf = (line: string): string[] => line.split(' ').filter((word) => word !== '');

describe('a plain command line', () => {
  test.each(PLAIN)('%s is read as yargs reads it', async (line) => {
    const plain = readPlain(wordsOf(line));
    const parsed = await parseAny(wordsOf(line));
    expect(plain).not.toBeNull();
    if (parsed.kind !== 'command') throw new Error(`expected a command, found ${parsed.kind}`);
    expect(plain!.name).toBe(parsed.name);
    const command = COMMANDS[parsed.name]!;
    for (const name of [...Object.keys(command.options), ...Object.keys(command.positionals)]) {
      const empty = command.positionals[name] ? [] : undefined;
      expect({ [name]: plain!.args[name] ?? empty }).toEqual({
        [name]: parsed.args[name] ?? empty,
      });
    }
  });

  test.each(OTHERS)('is not: %s', (line) => {
    expect(readPlain(wordsOf(line))).toBeNull();
  });
});
