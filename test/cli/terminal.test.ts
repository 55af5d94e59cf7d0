import { spawnSync } from 'node:child_process';
import { describe, expect, test, vi } from 'vitest';
import { hasColour } from '../../src/cli/terminal/colour.ts';
import { escaped, escapedWriter } from '../../src/cli/terminal/escaped.ts';
import { createPaint } from '../../src/cli/terminal/paint.ts';
import { bin, copydesk, folder, shell } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What a terminal would act on, but for line ends and the colours of `createPaint`. */
const UNSAFE =
  /(?!\r?\n)(?!\u001b\[(?:0|2|31|32|33)m)[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const HOSTILE =
  'A title \u001b[31mred\u001b[0m of \u202eevil\u202c length\n\nBody \u009b2J text \u001b]0;pwned\u0007 and \u0008\u0008 a carriage\rreturn goes on at the CafÃ©\u202e, said the mayor of the town.\n';
const hasScript = spawnSync('script', ['-V']).status === 0;

describe('colours', () => {
  test.each([
    [true, {}, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, {}, false],
    [false, { FORCE_COLOR: '1' }, true],
    [false, { FORCE_COLOR: '3', NO_COLOR: '1', TERM: 'dumb' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { FORCE_COLOR: 'false' }, false],
    [false, { FORCE_COLOR: '' }, false],
  ])('terminal %s, %j: %s', (isTTY, env, expected) => {
    expect(hasColour({ isTTY }, env)).toBe(expected);
  });

  test('paint and do nothing else', () => {
    expect(createPaint(true).kept('x')).toBe('\u001b[32mx\u001b[0m');
    expect(createPaint(false).kept('x')).toBe('x');
  });

  test('FORCE_COLOR paints what goes to a pipe, NO_COLOR nothing', async () => {
    const args = ['explain', 'seeds/001_879e241f1fa9a836.txt:9'];
    const forced = await copydesk(args, { env: { FORCE_COLOR: '1' } });
    expect(forced.stdout).toContain('\u001b[32mkept');
    const plain = await copydesk(args, { env: { NO_COLOR: '1' } });
    expect(plain.stdout).not.toContain('\u001b');
  });
});

describe('data on a terminal', () => {
  test('is escaped so that JSON means the same', () => {
    const json = JSON.stringify(
      { a: `\u009b2J\u202e\u2066x\u200f\u007f\ufeff${HOSTILE}` },
      null,
      2,
    );
    expect(escaped(json)).not.toMatch(UNSAFE);
    expect(JSON.parse(escaped(json))).toEqual(JSON.parse(json));
    expect(escaped('tab\there\nß漢😀')).toBe('tab\there\nß漢😀');
  });

  test('is escaped over the borders of chunks, and what is no UTF-8 shows as U+FFFD', async () => {
    let shown = '';
    const writer = escapedWriter({
      write: async (chunk) => {
        shown += chunk;
      },
      flush: async () => undefined,
    });
    const bytes = Buffer.from('a\u202eß\u009b😀');
    for (const byte of bytes) await writer.write(Uint8Array.of(byte));
    await writer.write(Uint8Array.of(0x9b, 0xe2));
    await writer.flush();
    expect(shown).toBe('a\\u202eß\\u009b😀\ufffd\ufffd');
  });

  test
    .skipIf(!hasScript)
    .each([
      'clean esc.txt',
      'clean esc.txt --to ndjson',
      'clean esc.txt --to md',
      'clean esc.txt --to text',
      'clean esc.txt --to jsonld',
      'repair esc.txt',
      'repair --explain esc.txt',
      'explain esc.txt',
      'explain --why esc.txt:3',
      'check .',
      'dedupe esc.ndjson',
      `clean ${'no\u001b[31m\u202esuch'}`,
    ])('%s lets nothing through', (command) => {
    const root = folder({
      'esc.txt': HOSTILE,
      'esc.json': JSON.stringify({ title: 'Another \u202e\u001b[31mtitle' }),
      'esc.ndjson': JSON.stringify({ id: '\u202e\u001b[31m', text: HOSTILE }),
    });
    const line = [process.execPath, bin(), ...command.split(' ')]
      .map((word) => `'${word}'`)
      .join(' ');
    const { stdout } = spawnSync('script', ['-qec', line, '/dev/null'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, CI: '', TERM: 'xterm', NO_COLOR: '' },
    });
    expect(stdout).not.toBe('');
    expect(stdout.replaceAll('\r\u001b[2K', '')).not.toMatch(UNSAFE);
  });
});

describe.skipIf(process.platform !== 'linux')('standard output that is closed', () => {
  test.each([
    '--version',
    '--help',
    'schema',
    'completion bash',
    'clean seeds -q --to ndjson',
    'repair seeds/001_879e241f1fa9a836.txt',
    'explain seeds/001_879e241f1fa9a836.txt',
    'check fixtures/seeds',
  ])('%s ends with 2 and one line', async (command) => {
    expect(await shell(`copydesk ${command} >&-`)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'copydesk: cannot write to standard output: it is closed\n',
    });
  });

  test('is no matter where nothing is written to it, and discarded output is none', async () => {
    const out = folder();
    expect((await shell(`copydesk clean seeds -q -o ${out} >&-`)).code).toBe(0);
    expect((await shell('copydesk schema > /dev/null')).code).toBe(0);
    expect(spawnSync(process.execPath, [bin(), 'schema'], { stdio: 'ignore' }).status).toBe(0);
  });
});
