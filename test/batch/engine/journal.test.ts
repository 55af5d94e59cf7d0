import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openJournal } from '../../../src/batch/engine/journal.ts';
import { Tally } from '../../../src/batch/report/tally.ts';
import { folder } from '../../cli/bin.ts';

const IDENTITY = { version: '1', configuration: 'c', inputs: 'i', options: 'o' };
const line = (shard: number, segment: number, isLast: boolean) => ({
  shard,
  segment,
  isLast,
  entries: 2,
  target: 'articles',
  partBytes: 0,
  tally: new Tally().data(),
});
const place = () => {
  const root = folder({ '.copydesk/lock': '1' });
  return { root, shown: 'out' };
};

test('what was noted is known to the run that resumes, in the order of shards', async () => {
  const where = place();
  const first = openJournal(where, IDENTITY, false);
  await first.add(line(1, 0, true));
  await first.add(line(0, 0, false));
  first.close();
  const file = path.join(where.root, '.copydesk/journal.ndjson');
  fs.appendFileSync(file, '{"shard":0,"segm');
  const second = openJournal(where, IDENTITY, true);
  expect(second.done.map(({ shard, segment }) => [shard, segment])).toEqual([
    [0, 0],
    [1, 0],
  ]);
  expect(second.isFinished).toBe(false);
  await second.add(line(0, 1, true));
  await second.finish();
  second.close();
  const third = openJournal(where, IDENTITY, true);
  expect(third.done).toHaveLength(3);
  expect(third.isFinished).toBe(true);
  third.close();
});

test('without resuming, it begins anew', async () => {
  const where = place();
  const first = openJournal(where, IDENTITY, false);
  await first.add(line(0, 0, true));
  first.close();
  openJournal(where, IDENTITY, false).close();
  const third = openJournal(where, IDENTITY, true);
  expect(third.done).toEqual([]);
  third.close();
});

test('another run is refused, with what is different in it', async () => {
  const where = place();
  const first = openJournal(where, IDENTITY, false);
  await first.add(line(0, 0, true));
  first.close();
  const other = { ...IDENTITY, version: '2', options: 'p' };
  expect(() => openJournal(where, other, true)).toThrow(
    'found another version of copydesk, other options of the command line; give the same again, or run without --resume to begin anew',
  );
  fs.writeFileSync(path.join(where.root, '.copydesk/journal.ndjson'), '{"a":1}\n');
  expect(() => openJournal(where, IDENTITY, true)).toThrow('to be the journal of a run');
});
