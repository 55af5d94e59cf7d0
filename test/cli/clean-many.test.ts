import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { Article } from '../../src/contract/article.ts';
import { BRIDGE, FERRY, paragraphs, withDateline } from '../dedupe/stories.ts';
import { copydesk, folder } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

const OFFER = 'Herald readers get the first month for free, and a mug.';
const MOTTO = 'Harbour Herald – all the news of the coast since 1898';
const NO_MEMORY =
  /expected .*sites.json to be a memory of sites \(copydesk.sites\/1\), found format/;
const STORIES = [
  ['Bridge closes', BRIDGE],
  ['Ferry runs aground', FERRY],
  [
    'School opens',
    'The school of Lunde opens its new hall next week, four years after the old one burned down.\n\nPupils had been taught in containers that the army lent to the village, and many had moved away.\n\nThe hall cost nine million crowns, a third of which was given by the people of the valley.',
  ],
] as const;

/** A page with a line of the site's above the article and one between its paragraphs. */
function pageOf(i: number): string {
  const [title, text] = STORIES[i]!;
  const [first, ...rest] = text.split('\n\n');
  return [MOTTO, title, first, OFFER, ...rest].join('\n\n');
}

const html = (i: number): string =>
  `<html><head><title>${STORIES[i]![0]}</title></head><body><article>${pageOf(i)
    .split('\n\n')
    .map((line) => (line === STORIES[i]![0] ? `<h1>${line}</h1>` : `<p>${line}</p>`))
    .join('')}</article></body></html>`;

const rowsOf = (field: 'text' | 'html'): string =>
  STORIES.map((_, i) =>
    JSON.stringify({
      id: `p${i}`,
      url: `https://www.herald.example/${i}`,
      [field]: field === 'text' ? pageOf(i) : html(i),
    }),
  ).join('\n');

const articlesOf = (stdout: string): Article[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const AS_ROWS = ['--from', 'ndjson', '--to', 'ndjson', '-q'];

test.each(['text', 'html'] as const)(
  '--sites removes what the pages of a site repeat, in %s',
  async (field) => {
    const args = ['clean', '-', ...AS_ROWS];
    const plain = articlesOf((await copydesk(args, { input: rowsOf(field) })).stdout);
    expect(plain[0]!.text).toContain(OFFER);
    const cleaned = articlesOf(
      (await copydesk([...args, '--sites'], { input: rowsOf(field) })).stdout,
    );
    for (const [i, article] of cleaned.entries()) {
      // The label stage does not know what a site repeats: in plain text it may take the motto for the title.
      expect(article.text.endsWith(STORIES[i]![1])).toBe(true);
      expect(article.text).not.toContain(OFFER);
      expect(article.removed).toContainEqual(
        expect.objectContaining({ text: OFFER, label: 'site-template', rule: 'site-lines' }),
      );
    }
  },
);

test('--site-memory knows a page by those of earlier runs', async () => {
  const rows = rowsOf('text').split('\n');
  const root = folder({});
  const args = ['clean', '-', ...AS_ROWS, '--site-memory', `${root}/sites.json`];
  for (const row of rows.slice(0, 2)) await copydesk(args, { input: row });
  const { code, stdout } = await copydesk(args, { input: rows[2]! });
  expect({ code, text: articlesOf(stdout)[0]!.text }).toEqual({ code: 0, text: STORIES[2][1] });
  writeFileSync(`${root}/sites.json`, '{"format":"copydesk.sites/0"}');
  const wrong = await copydesk(args, { input: rows[2]! });
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toMatch(NO_MEMORY);
});

test('--dedupe marks duplicates, and --drop-duplicates leaves them out', async () => {
  const rows = [
    { id: 'b', text: `Bridge to close\n\n${withDateline(BRIDGE, 'HALVERSTAD (AFP) —')}` },
    { id: 'f', text: `Ferry runs aground\n\n${FERRY}` },
    { id: 'bad' },
    { id: 'a', text: `Council closes Morrow bridge\n\n${BRIDGE}` },
    { id: 'c', text: `UPDATE 1-Ferry runs aground - BBC News\n\n${paragraphs(BRIDGE, 1, 3)}` },
  ];
  const input = rows.map((row) => JSON.stringify(row)).join('\n');
  const marks = async (...flags: string[]) =>
    articlesOf((await copydesk(['clean', '-', ...AS_ROWS, ...flags], { input })).stdout).map(
      ({ id, cluster, duplicateOf, clusterSize }) => [id, cluster, duplicateOf, clusterSize],
    );
  expect(await marks('--dedupe', 'articles')).toEqual([
    ['b', 'b', undefined, 3],
    ['f', 'f', undefined, 1],
    ['bad', undefined, undefined, undefined],
    ['a', 'b', 'b', 3],
    ['c', 'b', 'b', 3],
  ]);
  expect((await marks('--dedupe', 'titles,articles')).map(([, cluster]) => cluster)).toEqual([
    'b',
    'b',
    undefined,
    'b',
    'b',
  ]);
  expect((await marks('--dedupe', 'articles', '--drop-duplicates')).map(([id]) => id)).toEqual([
    'b',
    'f',
    'bad',
  ]);
});

test('--dedupe writes folders too', async () => {
  const root = folder({
    'in/a.txt': `Bridge closes\n\n${BRIDGE}`,
    'in/b.txt': `Bridge closed\n\n${BRIDGE}`,
  });
  const { code } = await copydesk([
    'clean',
    `${root}/in`,
    '-o',
    `${root}/out`,
    '--dedupe',
    'articles',
    '-q',
  ]);
  expect(code).toBe(0);
  const article = (name: string): Article =>
    JSON.parse(readFileSync(`${root}/out/${name}.json`, 'utf8'));
  expect(article('b')).toMatchObject({
    cluster: article('a').id,
    duplicateOf: article('a').id,
    clusterSize: 2,
  });
});

test('--drop-duplicates alone is refused', async () => {
  const { code, stderr } = await copydesk(['clean', '-', '--drop-duplicates'], { input: '' });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'copydesk: expected --dedupe beside --drop-duplicates, found none (see copydesk clean --help)\n',
  });
});
