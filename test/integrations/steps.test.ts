import { expect, test } from 'vitest';
import { gramWeightTable } from '../../src/assets/gram-weights.ts';
import { createDeduper } from '../../src/batch/dedupe/deduper.ts';
import { answerRows, type StepName } from '../../src/batch/dedupe/step-rows.ts';
import { findCandidates } from '../../src/dedupe/candidates/find.ts';
import { keptFirst, NO_DAY } from '../../src/dedupe/row.ts';
import type { SignedRow } from '../../src/dedupe/steps/sign.ts';
import { someRows } from './rows.ts';

const settings = { windowDays: 31, weights: gramWeightTable() };

async function step<T>(name: StepName, rows: readonly unknown[]): Promise<T[]> {
  const text = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  const out: T[] = [];
  for await (const line of answerRows(name, chunks(), settings)) out.push(JSON.parse(line));
  return out;
}

test('the steps with an engine of a few lines give the clusters of one process', async () => {
  const rows = someRows(60);
  const signed = await step<SignedRow & { row: number }>(
    'sign',
    rows.map((row, i) => ({ ...row, row: i })),
  );
  expect(signed.map(({ row }) => row)).toEqual(rows.map((_, i) => i));
  const rank = ({ id, day, length }: SignedRow) => ({ id, length, day: day ?? NO_DAY });
  const ordered = [...signed].sort((a, b) => keptFirst(rank(a), rank(b)));
  const said = (one: SignedRow & { row: number }): number => one.identity ?? -1 - one.row;
  const texts = ordered.filter((one, i) => ordered.findIndex((o) => said(o) === said(one)) === i);
  const postings = texts.flatMap(({ keys }, id) => keys.map((key) => [key, id] as const));
  const { pairs } = findCandidates(
    [
      {
        keys: Uint32Array.from(postings, ([key]) => key),
        articles: Uint32Array.from(postings, ([, id]) => id),
      },
    ],
    texts.length,
    24,
  );
  const all = Array.from(pairs, (pair) => ({
    a: Math.floor(pair / texts.length),
    b: pair % texts.length,
  }));
  // In groups of any size, each with the texts of its pairs.
  const groups = [all.slice(0, 5), all.slice(5, 6), all.slice(6)].map((own) => ({
    pairs: own,
    texts: [...new Set(own.flatMap(({ a, b }) => [b, a]))].map((id) => ({ ...texts[id], id })),
  }));
  const verified = await step<{ edges: { a: number; b: number; strength: number }[] }>(
    'verify',
    groups,
  );
  const edges = verified.flatMap((group) => group.edges);
  expect(edges.length).toBeLessThan(all.length);
  expect(edges.length).toBeGreaterThan(10);
  // One component of all is as good as many: edges lead nowhere else.
  const [answer] = await step<{ members: { id: number; first: number; reason: string }[] }>(
    'cluster',
    [{ members: texts.map((text, id) => ({ ...text, id })).reverse(), edges: edges.toReversed() }],
  );
  const placed = new Map(answer!.members.map((member) => [member.id, member]));
  const found = signed.map((one) => {
    const text = texts.findIndex((other) => said(other) === said(one));
    const member = placed.get(text);
    const kept = texts[member?.first ?? text]!;
    if (kept.row === one.row) {
      return { id: one.id, cluster: one.id, duplicateOf: null, reason: null };
    }
    const reason = member?.reason ?? 'same-text';
    return { id: one.id, cluster: kept.id, duplicateOf: kept.id, reason };
  });
  const expected: unknown[] = [];
  for await (const { clusterSize: _, ...result } of createDeduper().run(rows)) {
    expected.push(result);
  }
  expect(found).toEqual(expected);
});

test('bad rows are answered in their places, whatever is wrong with them', async () => {
  const answers = await step('verify', [
    'no row',
    '',
    { texts: [] },
    { texts: [{ id: 2, day: 3 }], pairs: [] },
    { id: 'x', texts: [], pairs: [{ a: 1, b: 2 }] },
    { texts: [], pairs: [{ a: 1 }] },
    { texts: [], pairs: [] },
  ]);
  expect(answers).toMatchObject([
    { id: null, source: { path: null, record: 1 }, error: { code: 'not-json' } },
    { source: { record: 2 }, error: { code: 'not-json' } },
    { error: { message: expect.stringContaining('expected "pairs" to be a list, found none') } },
    {
      error: {
        message: expect.stringContaining(
          '"texts.signature" to be a signature in base 64, found none',
        ),
      },
    },
    {
      id: 'x',
      error: { message: expect.stringContaining('"pairs.a" to be the id of a text, found 1') },
    },
    { error: { message: expect.stringContaining('"pairs.b" to be an integer, found none') } },
    { edges: [] },
  ]);
  expect(await step('cluster', [{ members: [], edges: [{ a: 1, b: 2 }] }])).toMatchObject([
    { error: { message: expect.stringContaining('"edges.a" to be the id of a member, found 1') } },
  ]);
  expect(await step('sign', [])).toEqual([]);
});
