import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { bin, folder, shell, tree } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

const TEXT = 'A title of some length stands here\n\nA paragraph that says a thing or two about it.';
const row = (id: number) => `${JSON.stringify({ id, text: TEXT })}\n`;

test.each([
  '--version',
  '--help',
  'schema',
  'clean seeds -q',
  'repair seeds/001_879e241f1fa9a836.txt',
])('%s to a full device ends with 2 and one line', async (command) => {
  const { code, stderr } = await shell(`copydesk ${command} > /dev/full`);
  expect(code).toBe(2);
  expect(stderr).toBe(
    'copydesk: cannot write to standard output: no space left on the device (ENOSPC)\n',
  );
});

test.each(['clean seeds seeds/../seeds', 'schema', 'repair seeds/001_879e241f1fa9a836.txt'])(
  '%s into a pipe that was closed ends quietly',
  async (command) => {
    const { stdout, stderr } = await shell(
      `( sleep 0.5; copydesk ${command}; echo "code $?" >&2 ) | true`,
    );
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: 'code 0\n' });
  },
);

test('an endless input ends when its reader goes', async () => {
  const endless = `yes '${row(1).trim()}' | { copydesk clean - --from ndjson --to ndjson -q; echo "code $?" >&2; }`;
  const { stdout, stderr } = await shell(`${endless} | head -n 3`);
  expect(stdout.trimEnd().split('\n')).toHaveLength(3);
  expect(stderr).toBe('code 0\n');
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s lets a run end in order', async (signal, expected) => {
  const out = folder();
  const args = [bin(), 'clean', '-', '--from', 'ndjson', '-o', out];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'pipe'] });
  child.stdin.write(row(1));
  while (!fs.existsSync(path.join(out, '1.json')))
    await new Promise((resolve) => setTimeout(resolve, 20));
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  child.stdin.on('error', () => undefined);
  child.kill(signal);
  const [code] = await once(child, 'close');
  expect(code).toBe(expected);
  expect(stderr).toContain('1 article in ');
  expect(tree(out)).toEqual(['1.json']);
});
