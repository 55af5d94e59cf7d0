import { expect, test, vi } from 'vitest';
import { copydesk, folder } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

const SEED = 'seeds/001_879e241f1fa9a836.txt';
const HISTORIES = /what was said of/g;
const ESCAPES = /[\u001b\u009b\u202a-\u202e\u2066-\u2069]/;
const SPACES = / +/g;
const SECTION = /^1:\d+ kept section "Taliban news" title-affix/;
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
      expect.stringContaining('1:1 kept title "US resumes talks'),
      expect.stringMatching(SECTION),
      expect.stringContaining('40 removed comment-form "Leave a Comment" '),
    ]),
  );
});

test('one line, with what was changed in it', async () => {
  const { stdout } = await copydesk(['explain', `${SEED}:9`]);
  const [kept, changed] = shown(stdout);
  expect(kept).toContain('9 kept body[3] paragraph "“They will');
  expect(changed).toBe('changed line 9: "‚ÄĚ" → "”" utf-8 read as x-mac-ce, reversible');
  expect((await copydesk(['explain', `${SEED}:10`])).stdout).toBe(
    'no text in line 10; nearest to it: 9 and 11\n',
  );
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

const ONE_LINE = `<html><head><title>A bridge opens in the north</title></head><body><nav><a href=/>Home</a></nav><article><h1>A bridge opens in the north</h1>${[
  'The bridge was opened on Monday by the mayor, who walked across it with a school class.',
  'It replaces the ferry &amp; the ford, which had carried people and cars for ninety years.',
]
  .map((text) => `<p>${text}</p>`)
  .join('')}<p>Leave a comment</p></article></body></html>`;

test('of a page in one line each entry has its column, by which it can be asked for', async () => {
  const file = `${folder({ 'a.html': ONE_LINE })}/a.html`;
  const { stdout } = await copydesk(['explain', file]);
  const columnOf = (text: string) => ONE_LINE.lastIndexOf(text) + 1;
  expect(shown(stdout)).toEqual(
    expect.arrayContaining([
      expect.stringContaining(`1:${columnOf('A bridge')} kept title`),
      expect.stringContaining(`1:${columnOf('It replaces')} kept body[1] paragraph "It replaces`),
      expect.stringContaining(`1:${columnOf('Leave a')} removed comment-form`),
    ]),
  );
  const inside = `${file}:1:${columnOf('replaces')}`;
  expect(shown((await copydesk(['explain', inside])).stdout)).toEqual([
    expect.stringContaining('kept body[1] paragraph "It replaces the ferry & the ford'),
  ]);
  const why = (await copydesk(['explain', '--why', `${file}:1:${columnOf('Leave')}`])).stdout;
  expect(why.match(HISTORIES)).toHaveLength(1);
  expect(why).toContain('what was said of "Leave a comment"');
});

test('a line behind the last one is refused, and the last one is named', async () => {
  const root = folder({ 'a.html': `${ONE_LINE}\n\n`, 'b.txt': 'One\nTwo\n' });
  for (const [given, last] of [
    [`${SEED}:99999`, 40],
    [`${root}/a.html:7`, 2],
    [`${root}/b.txt:3`, 2],
  ] as const) {
    const { code, stdout, stderr } = await copydesk(['explain', given]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`expected a line from 1 to ${last}, the last of `);
  }
});

test('--json gives places, fates, rules and the history of a line', async () => {
  const { stdout } = await copydesk(['explain', '--json', SEED]);
  const { entries, changes, warnings, ...rest } = JSON.parse(stdout);
  expect(rest).toEqual({ file: SEED });
  expect(entries[0]).toMatchObject({
    line: 1,
    column: 1,
    lastLine: 1,
    fate: 'kept',
    what: 'title',
  });
  expect(changes[0]).toMatchObject({ line: expect.any(Number), before: expect.any(String) });
  expect(warnings).toEqual([]);
  const why = JSON.parse((await copydesk(['explain', '--why', '--json', `${SEED}:40`])).stdout);
  expect(why).toMatchObject({
    entries: [{ line: 40, fate: 'removed', rule: 'phrase', certainty: 0.95 }],
    why: [
      {
        text: 'Leave a Comment',
        spans: [{ verdicts: [{ label: 'comment-form', rule: 'phrase' }] }],
        model: { isBody: false, cutOffs: { balanced: 0.5 } },
        modelNotAsked: null,
        ownRule: { sites: [{ host: '*', keep: { lines: ['^Leave a Comment$'] } }] },
      },
    ],
    moreBlocks: 0,
  });
  expect(why.why[0].model.weighed.length).toBeGreaterThanOrEqual(5);
});
