import { expect, test, vi } from 'vitest';
import { BRIDGE, FERRY, marketReport, withDateline } from '../dedupe/stories.ts';
import { copydesk, folder } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

const EXTRA =
  'In other news, the museum of Halverstad shows the drawings of Liv Aasen until the end of May.';
const root = folder({
  'a.txt': `Council closes bridge\n\n${BRIDGE}`,
  'b.txt': `UPDATE 1-Council closes bridge\n\n${withDateline(BRIDGE, 'HALVERSTAD (AFP) —')}\n\n${EXTRA}`,
  'c.txt': `Ferry runs aground\n\n${FERRY}`,
  'm.txt': `Markets\n\n${marketReport('Monday', '1,204.3', 'higher', 'Brandvik Steel', '4.2')}`,
  'n.txt': `Markets\n\n${marketReport('Tuesday', '1,198.7', 'lower', 'Aasen Foods', '3.1')}`,
});
const explain = async (...names: string[]) => {
  const { code, stdout } = await copydesk([
    'explain',
    ...names.map((name) => `${root}/${name}.txt`),
  ]);
  expect(code).toBe(0);
  return stdout;
};

test('says what two articles share', async () => {
  const said = await explain('a', 'b');
  expect(said).toContain(
    'one article: both begin alike, and enough of the smaller one is shared [same-lead]',
  );
  expect(said).toContain('  shared   100 % of the smaller one');
  expect(said).toContain('  titles   the same');
  expect(said).toContain(`  only in ${root}/b.txt: ${EXTRA}`);
});

test('says which guard spoke, and what differs', async () => {
  const said = await explain('m', 'n');
  expect(said).toContain('two articles: numbers or names differ');
  expect(said).toContain('[other-facts]');
  expect(said).toContain('  differ   1,204.3 (…');
  expect(said).toContain('| 1,198.7 (…');
  expect(await explain('a', 'c')).toContain('two articles: too little is shared [other-text]');
});

test('asks for one file with --why, and names one that is missing', async () => {
  const why = await copydesk(['explain', `${root}/a.txt`, `${root}/b.txt`, '--why']);
  expect(why).toMatchObject({
    code: 2,
    stderr: 'copydesk: expected one file with --why, found two (see copydesk explain --help)\n',
  });
  const missing = await copydesk(['explain', `${root}/a.txt`, `${root}/nowhere.txt`]);
  expect(missing.code).toBe(2);
  expect(missing.stderr).toContain('/nowhere.txt: expected a file that can be read');
});

test('--window, --weights and --titles are those of dedupe', async () => {
  const story = (day: string, more = '') =>
    JSON.stringify({
      schema: 'copydesk.article/1',
      title: `Council closes Morrow bridge${more}`,
      text: `${BRIDGE}${more}`,
      published: { value: day },
    });
  const root = folder({
    'a.json': story('2024-06-01'),
    'b.json': story('2024-06-05', ' More was to follow.'),
    'c.json': story('2024-06-05'),
  });
  const explain = async (...args: string[]) => {
    const [a, b, ...flags] = args;
    return copydesk(['explain', `${root}/${a}.json`, `${root}/${b}.json`, ...flags]);
  };
  expect((await explain('a', 'b')).stdout).toContain('one article: ');
  const apart = (await explain('a', 'b', '--window', '1')).stdout;
  expect(apart).toContain('two articles: more than 1 day lies between them [other-time]');
  expect((await explain('a', 'c', '--titles')).stdout).toContain(
    'one title: they have the same words [same-title]',
  );
  expect((await explain('a', 'c', '--titles', '--window', '1')).stdout).toContain('two titles: ');
  expect((await explain('a', 'b', '--titles')).stdout).toContain('two titles: their words differ');
  const json = JSON.parse((await explain('a', 'b', '--json')).stdout);
  expect(json).toMatchObject({
    verdict: { same: true },
    titles: [expect.any(String), expect.any(String)],
  });
  for (const [flags, message] of [
    [['--window', ' '], 'expected --window to be a number of days such as 31, found  '],
    [['--weights', '/nowhere'], '/nowhere'],
    [['--titles', '--weights', 'x'], 'expected --titles or --weights, found both'],
  ] as const) {
    const { code, stderr } = await explain('a', 'b', ...flags);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  }
  const alone = await copydesk(['explain', `${root}/a.json`, '--titles']);
  expect(alone.stderr).toContain('expected two files with --titles');
});

test('what is no article of clean is named', async () => {
  const row = '{"schema": "copydesk.article/1", "text": "x"}';
  const root = folder({ 'rows.ndjson': `${row}\n${row}\n`, 'b.txt': BRIDGE });
  const { code, stderr } = await copydesk(['explain', `${root}/rows.ndjson`, `${root}/b.txt`]);
  expect(code).toBe(2);
  expect(stderr).toContain('rows.ndjson: expected one article as clean writes it, found several');
});
