import { expect, test, vi } from 'vitest';
import { copydesk, folder, tree } from '../cli/bin.ts';
import { hasBegun, killed, slowStory, story } from './inputs.ts';

vi.setConfig({ testTimeout: 240_000 });

const files = { 'a.txt': story(1), 'slow.txt': slowStory(), 'z.txt': story(2) };

test.each([[[]], [['--workers', '2']]])(
  'an article that takes too long has failed, and the run goes on (%s)',
  async (flags) => {
    const root = folder(files);
    const out = folder();
    const args = ['clean', root, '-o', out, '--timeout', '3', ...flags];
    const { code, stderr } = await copydesk(args);
    expect(code).toBe(2);
    expect(stderr).toContain(
      'slow.txt: expected to be done within 3 s (--timeout), was not [timeout]',
    );
    expect(tree(out)).toEqual(['a.json', 'z.json']);
  },
);

test('a row that takes too long gets an error row in its place', async () => {
  const row = (id: string, text: string) => `${JSON.stringify({ id, text })}\n`;
  const input = row('a', story(1)) + row('slow', slowStory()) + row('z', story(2));
  const args = ['clean', '-', '--from', 'ndjson', '--to', 'ndjson', '--timeout', '3', '-q'];
  const { code, stdout } = await copydesk(args, { input });
  expect(code).toBe(0);
  const found = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(found.map(({ id, error }) => [id, error?.code ?? 'ok'])).toEqual([
    ['a', 'ok'],
    ['slow', 'timeout'],
    ['z', 'ok'],
  ]);
});

test('what is too large has failed', async () => {
  const root = folder({ 'a.txt': story(1), 'b.txt': slowStory(2000) });
  const { code, stderr } = await copydesk(['clean', root, '-o', folder(), '--max-bytes', '1k']);
  expect(code).toBe(2);
  expect(stderr).toContain('b.txt: expected an article of at most 1024 bytes (--max-bytes)');
  expect(stderr).toContain('1 article in ');
});

test.each([
  ['SIGINT', 130, []],
  ['SIGINT', 130, ['--workers', '2']],
  ['SIGTERM', 143, []],
  ['SIGTERM', 143, ['--workers', '2']],
] as const)(
  '%s inside a slow article ends the run within a second (%#)',
  async (signal, exit, flags) => {
    const root = folder({ 'slow.txt': slowStory() });
    const out = folder();
    const args = ['clean', `${root}/slow.txt`, '-o', out, ...flags];
    const begun = performance.now();
    const when = () => hasBegun(out) && performance.now() - begun > 1500;
    const { code, ended, ms } = await killed(args, signal, when);
    // In the main thread, SIGTERM does what it does by default: a shell shows both as 143.
    expect(code ?? { SIGINT: 130, SIGTERM: 143 }[ended as string]).toBe(exit);
    expect(ms).toBeLessThan(3000);
    expect(tree(out).filter((name) => name !== '.copydesk/lock')).toEqual([]);
  },
);
