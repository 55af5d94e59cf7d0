import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { bashCompletion } from '../../src/cli/completion/bash.ts';
import { fishCompletion } from '../../src/cli/completion/fish.ts';
import { completable } from '../../src/cli/completion/model.ts';
import { zshCompletion } from '../../src/cli/completion/zsh.ts';
import { COMMANDS } from '../../src/cli/definitions/index.ts';
import { copydesk, folder } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

const SPACE = /\s+/;

/** Runs a script in a shell; null where the shell is not installed. */
function run(shell: string, args: readonly string[], cwd?: string): string | null {
  const { stdout, stderr, error } = spawnSync(shell, args, { encoding: 'utf8', cwd });
  if (error) return null;
  expect(stderr).toBe('');
  return stdout;
}

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

describe('bash', () => {
  const completions = (...words: string[]): string[] => {
    const args = words.map((word) => `'${word}'`).join(' ');
    const script = `${bashCompletion(completable(COMMANDS))}
COMP_WORDS=(copydesk ${args}); COMP_CWORD=${words.length}; _copydesk; echo "\${COMPREPLY[*]}"`;
    return run('bash', ['-c', script])!.split(SPACE).filter(Boolean);
  };

  test.each([
    [['cl'], ['clean']],
    [
      ['clean', '--to', ''],
      ['json', 'ndjson', 'md', 'text', 'jsonld', 'csv', 'parquet'],
    ],
    [['clean', '--to', '=', 'm'], ['md']],
    [
      ['explain', '--from', '='],
      ['auto', 'text', 'html'],
    ],
    [
      ['repair', '--e'],
      ['--explain', '--escapes'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['help', 'ch'], ['check']],
    [
      ['schema', '--'],
      ['--help', '--version'],
    ],
    // Nothing here, so that bash completes names of files.
    [['clean', 'pa'], []],
    [['clean', '-o', ''], []],
  ])('%j', (words, expected) => {
    expect(completions(...words)).toEqual(expect.arrayContaining(expected));
    expect(completions(...words)).toHaveLength(expected.length);
  });
});

describe.skipIf(!has('fish'))('fish', () => {
  const completions = (line: string): string[] => {
    const root = folder({ 'page one.html': '', 'sub/b.txt': '', 'copydesk.fish': '' });
    fs.writeFileSync(path.join(root, 'copydesk.fish'), fishCompletion(completable(COMMANDS)));
    const out = run('fish', ['-c', `source copydesk.fish; complete -C '${line}'`], root)!;
    return out.split('\n').flatMap((one) => (one === '' ? [] : [one.split('\t')[0]!]));
  };

  test.each([
    ['copydesk cl', ['clean']],
    ['copydesk clean --to ', ['csv', 'json', 'jsonld', 'md', 'ndjson', 'parquet', 'text']],
    ['copydesk repair --e', ['--escapes', '--explain']],
    ['copydesk clean pa', ['page one.html']],
    ['copydesk clean -o ', ['sub/']],
    ['copydesk schema ', []],
  ])('%s', (line, expected) => {
    expect(completions(line)).toEqual(expected);
  });
});

test.skipIf(!has('zsh'))('zsh reads its script', () => {
  const root = folder();
  const file = path.join(root, '_copydesk');
  fs.writeFileSync(file, zshCompletion(completable(COMMANDS)));
  expect(run('zsh', ['-n', file])).toBe('');
  const script = `autoload -Uz compinit; compinit -u -D; source ${file}; print $_comps[copydesk]`;
  expect(run('zsh', ['-f', '-c', script])).toBe('_copydesk\n');
});

test('every option of every command is in every script', () => {
  const commands = completable(COMMANDS);
  const scripts = [bashCompletion, zshCompletion, fishCompletion].map((write) => write(commands));
  for (const { name, options } of commands) {
    for (const script of scripts) {
      expect(script).toContain(name);
      for (const option of options) expect(script).toContain(option.name);
    }
  }
  expect(zshCompletion([{ ...commands[0]!, describe: "a: [b] it's" }])).toContain(
    "a\\: \\[b\\] it'\\''s",
  );
});

test.each(['bash', 'zsh', 'fish'])('completion %s is printed', async (shell) => {
  const { code, stdout, stderr } = await copydesk(['completion', shell]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(`copydesk completion ${shell}`);
});
