import { expect, test } from 'vitest';
import { FrequentLines } from '../../../src/batch/report/frequent.ts';
import { createProgress, timeOf } from '../../../src/batch/report/progress.ts';
import { failureLines, summaryLines } from '../../../src/batch/report/summary-lines.ts';
import { Tally } from '../../../src/batch/report/tally.ts';
import { createPipeline } from '../../../src/pipeline.ts';

const FACTS = { seconds: 0.04, skipped: {}, passedOver: [], left: null, advice: '' };
const article = createPipeline().clean(
  '<html lang="en"><body><nav><a href="/">Home</a></nav><h1>Storm closes bridge</h1><p>The bridge was closed on Monday after a storm, the council said.</p></body></html>',
);

test('frequent lines stay known among very many rare ones', () => {
  const lines = new FrequentLines();
  const add = (line: string) => lines.add({ line, label: 'navigation', count: 1, sample: 'a' });
  for (let i = 0; i < 50_000; i++) {
    add(`rare ${i}`);
    if (i % 10 === 0) add('often');
    if (i % 20 === 0) add('less often');
  }
  expect(lines.top(5, 2).map(({ line }) => line)).toEqual(['often', 'less often']);
});

test('failures are counted by kind, and what they quote is escaped', () => {
  const tally = new Tally();
  tally.fail('a\nb', { code: 'empty', message: 'expected \u001b text' }, true);
  tally.fail('c', { code: 'empty', message: 'm' }, false);
  const data = tally.data();
  expect(failureLines(data)).toEqual(['a\\nb: expected \\u{1b} text [empty]', 'c: m [empty]']);
  expect(failureLines(data, 1).at(-1)).toBe('… and 1 more');
  expect(summaryLines(data, FACTS)).toEqual([
    '0 articles in 0.0 s (0.0/s, 0.0 MB/s)',
    'failed  2 (empty 2)',
  ]);
  expect(tally).toMatchObject({ failed: 2, failedFiles: 1, total: 2 });
});

test('tallies of parts, as data, give the tally of the whole', () => {
  const whole = new Tally();
  const merged = new Tally();
  for (let i = 0; i < 6; i++) {
    const part = new Tally();
    for (const tally of [whole, part]) {
      if (i === 3) tally.fail(`${i}.txt`, { code: 'empty', message: 'none' }, true);
      else tally.add(`${i}.html`, article, i);
    }
    merged.merge(JSON.parse(JSON.stringify(part.data())));
  }
  expect(merged.data()).toEqual(whole.data());
  expect(whole.data()).toMatchObject({
    articles: 5,
    failed: 1,
    languages: { en: 5 },
    encodings: { 'utf-8': 5 },
    labels: { navigation: 5 },
    lines: [{ line: 'Home', label: 'navigation', count: 5, sample: '0.html' }],
    slowest: [{ ms: 5 }, { ms: 4 }, { ms: 2 }, { ms: 1 }, { ms: 0 }],
  });
  expect(whole.data().kept).toBe(5 * article.text.length);
});

test('a summary says what was skipped, and what is left', () => {
  const tally = new Tally();
  tally.add('a', article, 1);
  const facts = { ...FACTS, skipped: { 'symbolic links': 2 }, left: 2_500_000, advice: 'again' };
  const lines = summaryLines(tally.data(), facts);
  expect(lines).toContain('skipped        symbolic links 2');
  expect(lines).toContain('left           2.5 MB; again');
});

test('progress has bars, lines and JSON', async () => {
  const shown = async (kind: 'bar' | 'json' | 'none'): Promise<string> => {
    const written: string[] = [];
    const stream = { columns: 200, write: (text: string) => written.push(text) };
    const progress = createProgress(stream, kind, 4_000_000, 0);
    progress.update({ articles: 3, failed: 1, bytes: 1_000_000 });
    progress.done();
    return written.join('');
  };
  expect(await shown('none')).toBe('');
  const bar = await shown('bar');
  expect(bar).toContain('[#####...............] 25 % 3 articles, 1 failed, 1.0 MB of 4.0 MB, ');
  expect(bar.endsWith('\r\u001b[2K')).toBe(true);
  expect(JSON.parse(await shown('json'))).toMatchObject({
    progress: { articles: 3, failed: 1, bytes: 1_000_000, total: 4_000_000, share: 0.25 },
  });
});

test('times have hours where they need them', () => {
  expect([5, 65, 3600 + 61].map(timeOf)).toEqual(['0:05', '1:05', '1:01:01']);
});
