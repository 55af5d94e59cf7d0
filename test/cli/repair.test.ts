import { expect, test, vi } from 'vitest';
import { copydesk, folder, shell } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

const DAMAGED = 'It’s clean.\r\n\r\nHe said: â€œWe donâ€™t know.â€\u009d  \n\tEnd';
const REPAIRED = 'It’s clean.\r\n\r\nHe said: “We don’t know.”  \n\tEnd';

test('text comes out as it went in, but for its repairs', async () => {
  const { code, stdout, stderr } = await copydesk(['repair'], { input: DAMAGED });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(REPAIRED);
});

test('clean text keeps its bytes', async () => {
  const input = '\ufeffNaïve café\r\n\u00a0e\u0301 “x” &eacute;\r\n\r\n';
  expect((await copydesk(['repair'], { input })).stdout).toBe(input);
});

test('files are repaired one after another, and a missing one is said', async () => {
  const root = folder({ a: DAMAGED, b: 'b\n' });
  const { code, stdout, stderr } = await copydesk([
    'repair',
    `${root}/a`,
    `${root}/gone`,
    `${root}/b`,
  ]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: `${REPAIRED}b\n` });
  expect(stderr).toBe(
    `copydesk: ${root}/gone: expected a file that can be read: no such file or folder (ENOENT)\n`,
  );
});

test('--explain writes where, what and why', async () => {
  const { stdout } = await copydesk(['repair', '--explain', '-'], { input: DAMAGED });
  expect(stdout.split('\n')[0]).toBe(
    'standard input:3:10  "â€œ" → "“"  utf-8 read as windows-1252, reversible',
  );
  expect(stdout).toContain('standard input:3:19  "â€™" → "’"');
});

test('rows get output and repairs, and a bad row an error in its place', async () => {
  const rows = [{ id: 'a', input: 'donâ€™t', more: 1 }, { id: 'b', input: 'clean’' }, { id: 3 }];
  const input = rows.map((row) => JSON.stringify(row)).join('\n');
  const { code, stdout } = await copydesk(['repair', '--ndjson'], { input });
  expect(code).toBe(0);
  const [first, second, third] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(first).toMatchObject({ id: 'a', input: 'donâ€™t', more: 1, output: 'don’t' });
  expect(first.repairs).toMatchObject([{ before: 'â€™', after: '’', offset: 3, length: 3 }]);
  expect(second).toEqual({ id: 'b', input: 'clean’', output: 'clean’', repairs: [] });
  expect(third).toMatchObject({ id: 3, error: { code: 'no-text' } });
});

test('clean rows keep their bytes, line ends and odd spacing, file after file', async () => {
  const root = folder({
    a: '{ "input":"x\\u2019y" }\r\n\t{"input":"R&D",\t"id":1e400} ',
    b: '{"input":"b"}',
  });
  const { code, stdout } = await copydesk(['repair', '--ndjson', `${root}/a`, `${root}/b`]);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: [
      '{ "input":"x\\u2019y" ,"output":"x\\u2019y","repairs":[]}\r\n',
      '\t{"input":"R&D",\t"id":1e400,"output":"R&D","repairs":[]} \n',
      '{"input":"b","output":"b","repairs":[]}',
    ].join(''),
  });
});

test('a filter over its own rows changes nothing', async () => {
  const rows = '{"id":1,"input":"donâ€™t"}\n{"id":2,"input":"plain"}\n{"id":3}\n';
  const once = (await copydesk(['repair', '--ndjson'], { input: rows })).stdout;
  const twice = (await copydesk(['repair', '--ndjson'], { input: once })).stdout;
  const good = (text: string) => text.split('\n').slice(0, 2);
  expect(good(twice)).toEqual(good(once));
});

test('a row of 10 MB is one row, clean or garbled', async () => {
  const clean = 'All is well. '.repeat(800_000);
  const garbled = `${'a'.repeat(1000)} donâ€™t `.repeat(10_000);
  const input = [clean, garbled].map((text) => JSON.stringify({ input: text })).join('\n');
  const { code, stdout } = await copydesk(['repair', '--ndjson'], { input });
  const [first, second] = stdout.split('\n').map((row) => JSON.parse(row));
  expect(code).toBe(0);
  expect(first.output).toBe(clean);
  expect(second.output).toBe(garbled.replaceAll('â€™', '’'));
});

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(...part))),
  );

test('stray bytes among UTF-8 are read in their charset, and --explain lists them', async () => {
  const input = bytes('Café – “ok”\nnext ', [0x93], 'quoted', [0x94], '\nIt’s donâ€™t\n');
  expect((await copydesk(['repair'], { input })).stdout).toBe(
    'Café – “ok”\nnext “quoted”\nIt’s don’t\n',
  );
  const { stdout } = await copydesk(['repair', '--explain'], { input });
  expect(stdout.trimEnd().split('\n')).toEqual([
    'standard input:2:6  "\\x93" → "“"  windows-1252 read as utf-8, inferred',
    'standard input:2:13  "\\x94" → "”"  windows-1252 read as utf-8, inferred',
    'standard input:3:9  "â€™" → "’"  utf-8 read as windows-1252, reversible',
  ]);
});

const LEFT: readonly (readonly [string, Buffer, string])[] = [
  ['UTF-16', Buffer.from('\ufeffdonâ€™t\n— café\n', 'utf16le'), 'UTF-16'],
  [
    'a legacy file',
    Buffer.from('caf\xe9 na\xefve\n\xc0 bient\xf4t\n', 'latin1'),
    'bytes that are none',
  ],
  ['encoded surrogates', bytes('a ', [0xed, 0xa0, 0x80], ' b\nvoilà\n'), 'bytes that are none'],
];

test.each(LEFT)('%s is left byte for byte, which is said', async (_name, input, found) => {
  const root = folder({ in: input });
  const kept = `copydesk repair ${root}/in > ${root}/out 2> ${root}/err; cmp ${root}/in ${root}/out && cat ${root}/err`;
  const { code, stdout } = await shell(kept);
  expect(code).toBe(0);
  expect(stdout).toBe(
    `copydesk: ${root}/in: left lines as they are: expected UTF-8, found ${found}; convert the text first\n`,
  );
  const { stdout: explained } = await copydesk(['repair', '--explain', `${root}/in`]);
  expect(explained).toContain(`left as it is: expected UTF-8, found ${found}`);
});

test('what cannot be repaired stays: NUL, C1, private use, U+FFFD', async () => {
  const input = 'a\0b \u0080 \ue000\uf8ff \ufffd\ufffd \ufdd0\uffff 💩\r\n\0\0\0\n';
  const { code, stdout, stderr } = await copydesk(['repair'], { input });
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: input, stderr: '' });
});

test.each([[], ['--ndjson'], ['--explain']])(
  'empty input gives empty output %s',
  async (...options) => {
    const { code, stdout, stderr } = await copydesk(['repair', ...options], { input: '' });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
  },
);

test('a row keeps its lone surrogate, in output too', async () => {
  const input = '{"input":"\\ud800 donâ€™t \\udc00"}\n';
  const { stdout } = await copydesk(['repair', '--ndjson'], { input });
  expect(stdout).toContain('"output":"\\ud800 don’t \\udc00"');
});

test('an error row says which file and row it is', async () => {
  const root = folder({ 'a.ndjson': '{"id":1,"input":"a"}\nnope\n', 'b.ndjson': '{"id":"b"}\n' });
  const args = ['repair', '--ndjson', 'a.ndjson', 'b.ndjson'];
  const rows = (await copydesk(args, { cwd: root })).stdout.trimEnd().split('\n');
  expect(rows.slice(1).map((row) => JSON.parse(row))).toMatchObject([
    { id: null, source: { path: 'a.ndjson', record: 2 }, error: { code: 'not-json' } },
    { id: 'b', source: { path: 'b.ndjson', record: 1 }, error: { code: 'no-text' } },
  ]);
});
