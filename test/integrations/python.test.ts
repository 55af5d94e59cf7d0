import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { bin, copydesk } from '../cli/bin.ts';
import { someRows } from './rows.ts';

vi.setConfig({ testTimeout: 120_000 });

const FOLDER = path.resolve(import.meta.dirname, '../../integrations/python');
const hasPython = spawnSync('python3', ['--version']).status === 0;

function python(script: string, args: readonly string[]) {
  return spawnSync('python3', ['-c', script, ...args], {
    env: { ...process.env, PYTHONPATH: FOLDER, PYTHONDONTWRITEBYTECODE: '1' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

test.skipIf(!hasPython)(
  'rows from Python come back as the filter gives them, bad ones too',
  async () => {
    const rows = [...someRows(30), { id: 'bad' }];
    const script = `
import json, sys
from copydesk_filter import clean_rows
rows = json.loads(sys.argv[3])
for article in clean_rows(iter(rows), command=sys.argv[1:3]):
    print(json.dumps(article, ensure_ascii=True))
`;
    const { stdout, stderr, status } = python(script, [
      process.execPath,
      bin(),
      JSON.stringify(rows),
    ]);
    expect({ stderr, status }).toEqual({ stderr: expect.any(String), status: 0 });
    const alone = await copydesk(['clean', '-', '--from', 'ndjson', '--to', 'ndjson', '-q'], {
      input: rows.map((row) => JSON.stringify(row)).join('\n'),
    });
    const parse = (text: string): unknown[] =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    expect(parse(stdout)).toEqual(parse(alone.stdout));
  },
);

test.skipIf(!hasPython)(
  'a filter that fails, and rows that raise, are errors of the caller',
  () => {
    const script = `
import sys
from copydesk_filter import FilterError, clean_rows
def rows():
    yield {"id": "a", "text": "One line."}
    raise KeyError("mine")
for make in (lambda: clean_rows([{}] * 3, command=("false",)), lambda: clean_rows(rows(), command=sys.argv[1:3])):
    try:
        list(make())
    except (FilterError, KeyError) as error:
        print(error)
`;
    const { stdout } = python(script, [process.execPath, bin()]);
    expect(stdout).toContain('expected ');
    expect(stdout).toContain('found 0; it ended with exit code 1');
    expect(stdout).toContain("'mine'");
  },
);
