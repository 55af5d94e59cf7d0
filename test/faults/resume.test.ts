import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { contents, copydesk, folder, tree } from '../cli/bin.ts';
import { hasBegun, killed, mixedInputs, rows, story } from './inputs.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** Moments at which runs are killed; `npm run test:faults` has 100. */
const MOMENTS = Number(process.env['COPYDESK_KILLS'] ?? 6);
/** Milliseconds in which the moments lie; a run takes longer. */
const SPAN = Number(process.env['COPYDESK_KILL_SPAN'] ?? 2500);
const SEED = 20_261_130;
const ANOTHER = /found ((?:an)?other .*?);/;
const VERSION = /"version":"[^"]*"/;

const journal = (out: string): string[] =>
  fs
    .readFileSync(path.join(out, '.copydesk/journal.ndjson'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"shard"'));

/** The same moments in every run of the tests. */
function momentOf(i: number): number {
  const digest = createHash('sha256').update(`${SEED} ${i}`).digest();
  return 250 + (digest.readUInt32BE() / 2 ** 32) * SPAN;
}

/** 500 articles in files and rows, in several shards. */
function inputs(): string {
  const files: Record<string, string> = {};
  for (let i = 0; i < 300; i++) files[`texts/${i}.txt`] = story(i);
  for (let i = 0; i < 3; i++) files[`rows-${i}.ndjson`] = rows(50, i * 50);
  const root = folder(files);
  fs.writeFileSync(path.join(root, 'rows-3.ndjson.gz'), gzipSync(rows(50, 150)));
  return root;
}

describe.each(['json', 'ndjson'])('kill -9 while %s is written, then --resume', (to) => {
  let root = '';
  let whole: Record<string, string> = {};
  beforeAll(async () => {
    root = inputs();
    const out = folder();
    await copydesk(['clean', root, '--to', to, '-o', out, '-q', '--workers', '1']);
    whole = contents(out);
  });

  test.each(Array.from({ length: MOMENTS }, (_, i) => [i, 1 + (i % 2)]))(
    'moment %i, %i workers: an undisturbed run’s tree, nothing left behind',
    async (i, workers) => {
      const out = folder();
      const args = ['clean', root, '--to', to, '-o', out, '-q', '--workers', String(workers)];
      await killed(args, 'SIGKILL', momentOf(i));
      const before = fs.existsSync(path.join(out, '.copydesk/journal.ndjson')) ? journal(out) : [];
      const { code } = await copydesk([...args, '--resume']);
      expect(code).toBe(0);
      expect(contents(out)).toEqual(whole);
      expect(tree(out).filter((name) => name.startsWith('.copydesk'))).toEqual([]);
      // What was noted is not done again.
      expect(journal(out).slice(0, before.length)).toEqual(before);
      expect(new Set(journal(out).map((line) => line.slice(0, 40))).size).toBe(journal(out).length);
    },
  );
});

describe('--resume', () => {
  test('goes on only with the same inputs, configuration and options', async () => {
    const root = mixedInputs();
    const out = folder();
    const args = ['clean', root, '-o', out, '-q'];
    await copydesk(args);
    const refused = async (...more: string[]) => {
      const { code, stderr } = await copydesk([...args, '--resume', ...more]);
      return { code, found: ANOTHER.exec(stderr)?.[1] };
    };
    expect(await refused('--favor', 'recall')).toEqual({ code: 2, found: 'another configuration' });
    expect(await refused('--to', 'md')).toMatchObject({
      code: 2,
      found: 'other options of the command line',
    });
    const file = path.join(out, '.copydesk/journal.ndjson');
    const text = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, text.replace(VERSION, '"version":"0.0.1"'));
    expect(await refused()).toEqual({ code: 2, found: 'another version of copydesk' });
    fs.writeFileSync(file, text);
    fs.writeFileSync(path.join(root, 'new.txt'), story(3));
    expect((await refused()).found).toContain('other inputs');
    // Without --resume it begins anew.
    expect((await copydesk(args)).code).toBe(2);
    expect(tree(out)).toContain('new.json');
  });

  test('does nothing where all is done, and all where nothing is', async () => {
    const root = folder({ 'a.txt': story(1), 'b.ndjson': rows(3) });
    for (const to of ['json', 'ndjson']) {
      const out = path.join(folder(), 'out');
      const args = ['clean', root, '-o', out, '--to', to, '--resume'];
      expect((await copydesk(args)).stderr).toContain('4 articles in ');
      const first = contents(out);
      const { code, stderr } = await copydesk(args);
      expect({ code, again: stderr.includes('4 articles in ') }).toEqual({ code: 0, again: true });
      expect(contents(out)).toEqual(first);
    }
  });

  test.each(['json', 'ndjson'])('goes on after a run that was told to end (%s)', async (to) => {
    const root = inputs();
    const whole = folder();
    await copydesk(['clean', root, '--to', to, '-o', whole, '-q']);
    const out = folder();
    const args = ['clean', root, '--to', to, '-o', out, '--workers', '2'];
    const { code, stderr } = await killed(
      args,
      'SIGTERM',
      () => hasBegun(out) && journal(out).length > 0,
    );
    expect(code).toBe(143);
    expect(stderr).toContain('the same command with --resume finishes it');
    expect((await copydesk([...args, '--resume'])).code).toBe(0);
    expect(contents(out)).toEqual(contents(whole));
  });

  test('is refused where nothing stays of a run that is broken off, with what to do', async () => {
    const root = folder({ 'a.txt': story(1) });
    for (const [args, message] of [
      [[root], 'with -o FOLDER, found standard output; name a folder'],
      [
        [root, '-o', path.join(folder(), 'a.ndjson.gz')],
        'a.ndjson.gz, which is written as a whole',
      ],
      [['-', '-o', folder()], 'found standard input; name files'],
      [[root, '-o', folder(), '--dedupe', 'titles'], 'with copydesk dedupe afterwards'],
      [[root, '-o', folder(), '--to', 'parquet'], 'found parquet, one file'],
      [[root, '-o', folder(), '--to', 'csv'], 'choose ndjson, or run without --resume'],
    ] as const) {
      const { code, stderr } = await copydesk(['clean', ...args, '--resume'], { input: '' });
      expect(code).toBe(2);
      expect(stderr).toContain(message);
    }
  });

  test('a journal whose last line was torn is read as far as it is whole', async () => {
    const root = inputs();
    const out = folder();
    const args = ['clean', root, '-o', out, '-q'];
    await copydesk(args);
    const whole = contents(out);
    const file = path.join(out, '.copydesk/journal.ndjson');
    const lines = fs.readFileSync(file, 'utf8').split('\n');
    fs.writeFileSync(file, `${lines.slice(0, 3).join('\n')}\n${lines[3]!.slice(0, 20)}`);
    expect((await copydesk([...args, '--resume'])).code).toBe(0);
    expect(contents(out)).toEqual(whole);
  });
});
