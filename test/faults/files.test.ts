import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { bin, contents, copydesk, folder, shell, tree } from '../cli/bin.ts';
import { record, response } from '../support/warc.ts';
import { killed, rows, story } from './inputs.ts';

vi.setConfig({ testTimeout: 240_000 });

const DIGEST = /[0-9a-f]{12}/;
const MOUNT = 'mount -t tmpfs -o size=1m none';
/** Whether a small disk can be mounted here, which takes namespaces of users or root. */
const CAN_MOUNT = (() => {
  const place = folder();
  try {
    execFileSync('unshare', ['-rm', 'sh', '-c', `${MOUNT} ${place}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test.runIf(CAN_MOUNT).each(['json', 'ndjson'])(
  'a full disk ends the run with 2 and the path, and what is there is whole (%s)',
  async (to) => {
    const root = folder({ 'many.ndjson': rows(600) });
    const disk = folder();
    const args = `clean ${root} -o ${disk}/out --to ${to} -q --workers 2`;
    const script = `${MOUNT} ${disk} && "${process.execPath}" "${bin()}" ${args}; echo "code $?"; ls -a ${disk}/out/.copydesk; cat ${disk}/out/*.json 2> /dev/null | tail -n 1`;
    const { stdout, stderr } = await shell(`unshare -rm bash -c '${script}'`);
    expect(stdout).toContain('code 2');
    expect(stderr).toContain(`copydesk: cannot write ${disk}/out/`);
    expect(stderr).toContain('no space left on the device (ENOSPC)');
    expect(stdout).not.toContain('.tmp');
    // The last line of whole files is their closing brace.
    if (to === 'json') expect(stdout.trimEnd().endsWith('}')).toBe(true);
    else expect(stdout).not.toContain('many.ndjson');
  },
);

test.each([[[]], [['--workers', '2']]])(
  'what cannot be read is one failure each, and the run goes on (%s)',
  async (flags) => {
    const root = folder({ 'a.txt': story(1), 'b.txt': story(2), 'folder.txt/x.txt': story(3) });
    fs.symlinkSync(path.join(root, 'gone.txt'), path.join(root, 'broken.txt'));
    fs.symlinkSync('self.txt', path.join(root, 'self.txt'));
    const out = folder();
    const inputs = ['a.txt', 'broken.txt', 'none.txt', 'self.txt', 'b.txt'].map((name) =>
      path.join(root, name),
    );
    const { code, stderr } = await copydesk(['clean', ...inputs, '-o', out, ...flags]);
    expect(code).toBe(2);
    expect(tree(out)).toEqual(['a.json', 'b.json']);
    expect(stderr.split('\n').filter((line) => line.endsWith('[unreadable]'))).toHaveLength(3);
    expect(stderr).toContain('self.txt: expected a file that can be read: too many symbolic links');
  },
);

test('a file that vanishes while the run reads is one failure', async () => {
  const texts = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i}.txt`, story(i)]));
  const root = folder(texts);
  const out = folder();
  const child = spawn(process.execPath, [bin(), 'clean', root, '-o', out], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  while (!fs.existsSync(path.join(out, '0.json'))) await new Promise((go) => setTimeout(go, 5));
  fs.rmSync(path.join(root, '99.txt'));
  const [code] = await once(child, 'close');
  expect(code).toBe(2);
  expect(stderr).toContain('99.txt: expected a file that can be read: no such file');
  expect(tree(out)).toHaveLength(399);
});

test('bytes that the device does not give are one failure for each file (EIO)', async () => {
  const root = folder({ 'a.txt': story(1) });
  const names = ['b.txt', 'c.ndjson', 'd.warc', 'e.parquet', 'f.csv'];
  // The first page of a process's memory can be opened and not be read.
  for (const name of names) fs.symlinkSync('/proc/self/mem', path.join(root, name));
  const out = folder();
  const inputs = ['a.txt', ...names].map((name) => path.join(root, name));
  const { code, stderr } = await copydesk(['clean', ...inputs, '-o', out]);
  expect({ code, tree: tree(out) }).toEqual({ code: 2, tree: ['a.json'] });
  expect(stderr).toContain('1 article in ');
  expect(stderr.split('\n').filter((line) => line.endsWith(']'))).toHaveLength(names.length);
});

test('a FIFO whose writer dies gives what came, once, and two rows of one name', async () => {
  const root = folder({ 'rows.ndjson': `${rows(2)}${rows(1)}{"id":"torn","te` });
  const fifo = path.join(root, 'fifo');
  execFileSync('mkfifo', [fifo]);
  const out = folder();
  const writer = shell(`cat '${root}/rows.ndjson' > '${fifo}'`);
  const { code, stderr } = await copydesk(['clean', fifo, '-o', out]);
  await writer;
  expect(code).toBe(2);
  expect(stderr).toContain('row 4: expected a JSON object');
  expect(tree(out)).toHaveLength(3);
});

test('a run that waits for a FIFO ends when it is told to', async () => {
  const root = folder();
  const fifo = path.join(root, 'fifo');
  execFileSync('mkfifo', [fifo]);
  const out = folder();
  const { code, stderr } = await killed(['clean', fifo, '-o', out], 'SIGTERM', () =>
    fs.existsSync(path.join(out, '.copydesk/lock')),
  );
  expect({ code, told: stderr.includes('0 articles in ') }).toEqual({ code: 143, told: true });
});

test('records of a WARC with one id are told apart, and each has its own charset', async () => {
  const page = (charset: string, word: Buffer) =>
    record({
      id: 'urn:uuid:same',
      uri: `https://a.example/${charset}`,
      content: response(
        Buffer.concat([Buffer.from('<html><body><h1>'), word, Buffer.from(`</h1><p>${story(1)}`)]),
        { 'Content-Type': `text/html; charset=${charset}` },
      ),
    });
  const warc = Buffer.concat([
    page('windows-1251', Buffer.from([0xcf, 0xe0, 0xf0, 0xee, 0xec])),
    page('utf-8', Buffer.from('Паром')),
    page('shift_jis', Buffer.from([0x83, 0x74, 0x83, 0x46, 0x83, 0x8a, 0x81, 0x5b])),
  ]);
  const root = folder({ 'a.warc': warc.subarray(0, -30) });
  const out = folder();
  const { code, stderr } = await copydesk(['clean', root, '-o', out]);
  expect(code).toBe(2);
  expect(stderr).toContain('record 3: expected a WARC record, found ');
  const found = Object.entries(contents(out));
  expect(found.map(([name]) => name.replace(DIGEST, 'x')).sort()).toEqual([
    'urn_uuid_same~x-1.json',
    'urn_uuid_same~x-2.json',
  ]);
  for (const [, text] of found) expect(text).toContain('Паром');
});

test('names of every kind stay in the folder, and no two inputs share an output', async () => {
  const root = folder();
  const names = ['CON.txt', 'new\nline.txt', 'e\u0301.txt', '\u00e9.txt', 'Twin.txt', 'twin.txt'];
  names.push(`${'long'.repeat(62)}.txt`, 'a:b?.txt', ' .txt');
  for (const [i, name] of names.entries()) fs.writeFileSync(path.join(root, name), story(i));
  fs.writeFileSync(
    Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0x2e, 0x74, 0x78, 0x74])]),
    story(20),
  );
  const ids = [
    '../up',
    '/etc/x',
    'CON',
    'same',
    'same',
    'Same',
    'y'.repeat(400),
    'twin',
    'same~000000000000-1',
  ];
  const lines = ids.map((id, i) => JSON.stringify({ id, text: story(30 + i) }));
  fs.writeFileSync(path.join(root, 'rows.ndjson'), lines.join('\n'));
  const parent = folder();
  const trees = [];
  for (const workers of ['1', '2']) {
    const out = path.join(parent, workers);
    const { code } = await copydesk(['clean', root, '-o', out, '-q', '--workers', workers]);
    expect(code).toBe(0);
    trees.push(tree(out));
  }
  expect(fs.readdirSync(parent)).toEqual(['1', '2']);
  expect(trees[0]).toHaveLength(names.length + 1 + ids.length);
  expect(new Set(trees[0]!.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(
    trees[0]!.length,
  );
  expect(trees[1]).toEqual(trees[0]);
});

test('a run under a heap of 256 MB, and one with few open files', async () => {
  const root = folder({ 'many.ndjson': rows(1500) });
  const out = folder();
  const args = `clean ${root} -o ${out} -q --workers 2`;
  const run = `ulimit -n 64; "${process.execPath}" --max-old-space-size=256 "${bin()}" ${args}`;
  expect((await shell(run)).code).toBe(0);
  expect(tree(out)).toHaveLength(1500);
});

test('two runs into one folder: the second refuses, and the first is whole', async () => {
  const root = folder({ 'many.ndjson': rows(400) });
  const out = folder();
  const first = copydesk(['clean', root, '-o', out, '-q', '--workers', '2']);
  while (!fs.existsSync(path.join(out, '.copydesk/lock')))
    await new Promise((go) => setTimeout(go, 5));
  for (const more of [[], ['--resume']]) {
    const second = await copydesk(['clean', root, '-o', out, ...more]);
    expect(second.code).toBe(2);
    expect(second.stderr).toContain('another run (process ');
  }
  expect((await first).code).toBe(0);
  expect(tree(out)).toHaveLength(400);
});
