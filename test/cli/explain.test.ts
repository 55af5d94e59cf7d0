import { expect, test, vi } from 'vitest';
import { copydesk, folder } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

const SEED = 'seeds/001_879e241f1fa9a836.txt';
const ESCAPES = /[\u001b\u009b\u202a-\u202e\u2066-\u2069]/;
const SPACES = / +/g;
const ONE_FAILURE = /^copydesk: .*: expected .*\n$/;

/** The lines of an explanation, runs of spaces made one. */
function shown(stdout: string): string[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.trim().replace(SPACES, ' '));
}

test('every line has its fate', async () => {
  const { code, stdout } = await copydesk(['explain', SEED]);
  expect(code).toBe(0);
  expect(shown(stdout)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('1 kept title "US resumes talks'),
      expect.stringContaining('1 kept section "Taliban news" title-affix'),
      expect.stringContaining('40 removed comment-form "Leave a Comment" '),
    ]),
  );
});

test('one line, with what was changed in it', async () => {
  const { stdout } = await copydesk(['explain', `${SEED}:9`]);
  const [kept, changed] = shown(stdout);
  expect(kept).toContain('9 kept body[3] paragraph "“They will');
  expect(changed).toBe('changed line 9: "‚ÄĚ" → "”" utf-8 read as x-mac-ce, reversible');
  expect((await copydesk(['explain', `${SEED}:10`])).stdout).toBe('no text begins in line 10\n');
});

test('lines of HTML are those of its source', async () => {
  const html = [
    '<!doctype html><html><head>',
    '<title>A bridge opens in the north of town</title>',
    '</head><body><article>',
    '<h1>A bridge opens in the north of town</h1>',
    '<p>The bridge was opened on Monday by the mayor, who walked across it with a school class.</p>',
    '',
    '<p>It replaces the ferry, which had carried people and cars for more than ninety years.</p>',
    '</article></body></html>',
  ].join('\n');
  const { stdout } = await copydesk(['explain', '-', '--from', 'html'], { input: html });
  expect(shown(stdout)).toEqual([
    expect.stringContaining('2 removed duplicate-title "A bridge opens'),
    expect.stringContaining('4 kept title "A bridge opens'),
    expect.stringContaining('5 kept body[0] paragraph "The bridge was'),
    expect.stringContaining('7 kept body[1] paragraph "It replaces'),
  ]);
});

test('control and bidi characters never reach the terminal', async () => {
  const input =
    'A title \u001b[31mred\u001b[0m of some length\n\nBody \u202eevil\u202c text \u009b2J goes on here.\n';
  const { stdout } = await copydesk(['explain', '-'], { input });
  expect(stdout).toContain('title');
  expect(stdout).not.toMatch(ESCAPES);
});

test('a file that cannot be explained is one line and code 2', async () => {
  const root = folder({ 'empty.txt': '' });
  for (const file of ['empty.txt', 'gone.txt:3']) {
    const { code, stdout, stderr } = await copydesk(['explain', `${root}/${file}`]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(ONE_FAILURE);
  }
});
