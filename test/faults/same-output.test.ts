import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { contents, copydesk, folder } from '../cli/bin.ts';
import { mixedInputs } from './inputs.ts';

vi.setConfig({ testTimeout: 240_000 });

const report = (out: string) => {
  const { timing, ...rest } = JSON.parse(
    fs.readFileSync(path.join(out, '.copydesk/report.json'), 'utf8'),
  );
  return { timing, rest };
};

test('1, 2 and 8 workers, shuffled inputs, zones and languages give the same trees and reports', async () => {
  const root = mixedInputs();
  const names = fs.readdirSync(root).map((name) => path.join(root, name));
  const runs: [string[], Record<string, string>][] = [
    [['--workers', '1'], {}],
    [['--workers', '2'], { TZ: 'Asia/Tokyo' }],
    [['--workers', '8', '--concurrency', '1'], { LANG: 'tr_TR.UTF-8', TZ: 'America/St_Johns' }],
  ];
  const outs: string[] = [];
  for (const [flags, env] of runs) {
    const out = folder();
    outs.push(out);
    const { code } = await copydesk(['clean', ...names, '-o', out, '-q', ...flags], { env });
    expect(code).toBe(2);
  }
  const shuffled = folder();
  await copydesk(['clean', ...names.toReversed(), '-o', shuffled, '-q', '--workers', '2']);
  const first = contents(outs[0]!);
  // 84 rows and 21 files; 12 names are wanted twice.
  expect(Object.keys(first)).toHaveLength(103);
  for (const out of [...outs, shuffled]) expect(contents(out)).toEqual(first);
  for (const out of outs) expect(report(out).rest).toEqual(report(outs[0]!).rest);
  expect(report(outs[0]!).rest).toMatchObject({ articles: 103, failed: 3, finished: true });
});

test.each(['ndjson', 'text'])('a stream of %s has the order of the inputs', async (to) => {
  const root = mixedInputs();
  const streams = [];
  for (const workers of ['1', '2', '8']) {
    streams.push((await copydesk(['clean', root, '--to', to, '--workers', workers, '-q'])).stdout);
  }
  expect(streams[0]!.length).toBeGreaterThan(1000);
  expect(streams[1]).toBe(streams[0]);
  expect(streams[2]).toBe(streams[0]);
});

test('files of rows are the same for any number of workers', async () => {
  const root = mixedInputs();
  const trees = [];
  for (const workers of ['1', '3']) {
    const out = folder();
    await copydesk(['clean', root, '--to', 'ndjson', '-o', out, '--workers', workers, '-q']);
    trees.push(contents(out));
  }
  expect(Object.keys(trees[0]!)).toEqual(['articles.ndjson', 'many.ndjson', 'more/many.ndjson']);
  expect(trees[1]).toEqual(trees[0]);
});
