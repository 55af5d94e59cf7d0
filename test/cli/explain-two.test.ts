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
    stderr: 'copydesk: expected one file with --why, found two (see copydesk --help)\n',
  });
  const missing = await copydesk(['explain', `${root}/a.txt`, `${root}/nowhere.txt`]);
  expect(missing.code).toBe(2);
  expect(missing.stderr).toContain('/nowhere.txt: expected a file that can be read');
});
