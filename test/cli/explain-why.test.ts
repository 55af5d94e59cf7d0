import fs from 'node:fs';
import { expect, test, vi } from 'vitest';
import { FERRY, ferryLine } from '../support/ferry.ts';
import { copydesk, folder } from './bin.ts';

vi.setConfig({ testTimeout: 120_000 });

const README_EXAMPLE = /^\$ npx copydesk (explain .+)\n((?:(?!```).*\n)+)/gm;
const OWN_RULE = /^"sites": .*"keep"/;
const ERROR = /^copydesk: expected .*\n$/;
const SPACES = / +/g;
const BELOW = /^1\. \w+: it stands below the article \(below-article, 0\.5\)$/;
const FEATURE = /^[+−]\d\.\d\d .+: .+ \(others: .+\)$/;
const SCORE = /score (0\.\d+), cut-off (0\.\d+): (.+)/;

/** The history of a line of a file, a trimmed line each. */
async function why(file: string, line: number, ...args: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await copydesk(['explain', '--why', `${file}:${line}`, ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout
    .trimEnd()
    .split('\n')
    .map((one) => one.trim().replace(SPACES, ' '));
}

/** The lines that start so. */
function from(shown: readonly string[], start: string): string {
  return shown.filter((line) => line.startsWith(start)).join('\n');
}

test('the rules that spoke stand in order, then the model and what would decide otherwise', async () => {
  const file = `${folder({ 'ferry.txt': FERRY })}/ferry.txt`;
  const shown = await why(file, ferryLine('Visit us'));
  const said = shown.findIndex((line) => line.startsWith('what was said of "Visit us'));
  expect(shown[0]).toContain('23 removed related "Visit us');
  expect(shown.slice(said + 1, said + 3)).toEqual([expect.stringMatching(BELOW), 'the model']);
  const [, score, cutOff, outcome] = SCORE.exec(shown[said + 3]!)!;
  // At either end of the body a line is taken off a little above the cut-off too.
  expect(Number(score)).toBeLessThan(Number(cutOff) * 1.25);
  expect(outcome).toBe('above it, but not taken: unsure and at an end of the body');
  const weighed = shown.slice(shown.indexOf('what weighed most, in log-odds of body') + 1);
  const features = weighed.filter((line) => FEATURE.test(line));
  expect(features.length).toBeGreaterThanOrEqual(5);
  expect(features.length).toBeLessThanOrEqual(8);
  expect(from(shown, 'with --favor precision (cut-off ')).toContain('): still related');
  expect(from(shown, 'with --favor recall (cut-off ')).toContain('): body');
});

test('what is said of --favor and of a rule of your own is true', async () => {
  const root = folder({ 'ferry.txt': FERRY });
  const file = `${root}/ferry.txt`;
  const line = ferryLine('Visit us');
  const [kept, ...shown] = await why(file, line, '--favor', 'recall');
  expect(kept).toContain('23 kept body[');
  expect(from(shown, 'without --favor (cut-off ')).toContain('): related');
  const rule = (await why(file, line)).find((one) => OWN_RULE.test(one))!;
  fs.writeFileSync(`${root}/own.json`, `{${rule}}`);
  const pinned = await why(file, line, '--config', `${root}/own.json`);
  expect(pinned[0]).toContain(' user-rule: ^Visit us on the pier of the old town');
  expect(from(pinned, 'without user-rule: ^Visit us')).toContain(': related');
  expect(pinned).toContainEqual('without your own rules: related');
  expect(pinned).not.toContainEqual(expect.stringContaining('a rule of your own'));
});

test('a sure rule is not overruled by the model, and a line that a rule drops has no opinion', async () => {
  const root = folder({
    'ferry.txt': FERRY,
    'own.json': '{"sites": [{"host": "*", "drop": {"lines": ["^A study"]}}]}',
  });
  const phrase = await why(`${root}/ferry.txt`, ferryLine('Leave a'));
  expect(phrase).toContain('1. comment-form: it is a phrase of data/languages (phrase, 0.95)');
  expect(from(phrase, 'without the rule phrase (certainty 0.95): ')).toContain('still not taken');
  expect(phrase).not.toContainEqual(expect.stringContaining('the model does not overrule'));
  const config = ['--config', `${root}/own.json`];
  const dropped = await why(`${root}/ferry.txt`, ferryLine('A study'), ...config);
  expect(dropped).toContain('it was not asked: your own rules took the line out before');
  expect(dropped).toContain('without your own rules: body');
});

test('a rule that the model would have gone against is named as what decided', async () => {
  const shown = await why('fixtures/th/page-date-quote.html', 56);
  expect(from(shown, 'without the rule tag-line')).toContain('taken for body (certainty');
  expect(shown).toContain(
    'the model does not overrule the rule tag-line (certainty 0.85); below 0.8 it could',
  );
});

test('each span of a line has its history', async () => {
  const shown = await why('seeds/001_879e241f1fa9a836.txt', 1);
  const said = shown.findIndex((line) => line.startsWith('what was said of "Taliban news"'));
  expect(shown.slice(said + 1, said + 3)).toEqual([
    '1. title: it is the likeliest title (title, 0.9)',
    "2. section: it is the outlet's or the section's name in the title's line (title-affix, 0.9)",
  ]);
  expect(from(shown, 'what was said of "US resumes talks')).toContain('in order');
});

test('a line of HTML, with what readers do not see', async () => {
  const html = [
    '<!doctype html><html><head><link rel="canonical" href="https://news.example.org/a">',
    '<title>A bridge opens in the north of town</title></head><body><article>',
    '<h1>A bridge opens in the north of town</h1>',
    '<p>The bridge was opened on Monday by the mayor, who walked across it with a school class.</p>',
    '<p>It replaces the ferry, which had carried people and cars for more than ninety years.</p>',
    '</article></body></html>',
  ].join('\n');
  const file = `${folder({ 'a.html': html })}/a.html`;
  const prose = await why(file, 5);
  expect(prose[0]).toContain('5 kept body[1] paragraph');
  expect(prose.find((line) => SCORE.test(line))).toContain('taken for body');
  expect(prose.at(-1)).toContain('"sites": [{"host": "news.example.org", "drop": {"lines": ["^It');
  const hidden = await why(file, 2);
  expect(hidden).toContain('1. site-template: it is hidden from readers (hidden, 0.9)');
  expect(hidden).toContain('it was not asked: readers do not see the line');
});

test('of a short text the rules decide alone', async () => {
  const text =
    'Storm closes bridge\n\nBy Jane Roe\n\nThe old bridge was closed on Monday after the storm had washed away one of its piers, the council said.\n\nShort one\n\nRead more: Fire at the bakery\n';
  const file = `${folder({ 'a.txt': text })}/a.txt`;
  const shown = await why(file, 7);
  expect(shown).toContain(
    'it was not asked: the text has fewer than 8 lines, and the rules decide alone',
  );
  expect(shown).toContain(
    'with 160 letters, or with 80 and the end of a sentence, it would count as running text; it has 9',
  );
  expect(shown).not.toContainEqual(expect.stringContaining('--favor'));
});

test.each([
  [['seeds/001_879e241f1fa9a836.txt:10'], 'found line 10; nearest to it: 9 and 11'],
  [['seeds/001_879e241f1fa9a836.txt:99999'], 'expected a line from 1 to 40, the last of'],
  [['seeds/001_879e241f1fa9a836.txt'], 'expected FILE:LINE with --why, found no line'],
])('explain --why %j says what was expected', async (args, message) => {
  const { code, stdout, stderr } = await copydesk(['explain', '--why', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).toMatch(ERROR);
});

test('a rule is offered only where it would do what it says, to the line alone', async () => {
  const text =
    'Harbour town votes to keep its last ferry Harbour town votes to keep its last ferry 3 May 2024 10:15 By Jane Roe The council voted on Friday to keep the ferry, which has run for ninety years between the two banks of the river.Leave a comment Sign up for our newsletter Home News Sport Weather Contact us The mayor said that the boats would be mended before the summer.';
  const root = folder({ 'one.txt': text, 'ferry.txt': FERRY });
  const pieces = await why(`${root}/one.txt`, 1);
  expect(pieces.filter((one) => one.startsWith('what was said of "')).length).toBeGreaterThan(3);
  expect(pieces).not.toContainEqual(expect.stringContaining('a rule of your own'));
  expect(pieces).toContain('no line pattern of your own would change it and nothing else');
  expect(await why(`${root}/ferry.txt`, ferryLine('Leave a'))).toContain(
    'a rule of your own that would keep it:',
  );
});

test('what the README shows of explain is what it prints', async () => {
  const readme = fs.readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const examples = [...readme.matchAll(README_EXAMPLE)];
  expect(examples.map(([, command]) => command)).toContainEqual(expect.stringContaining('--why'));
  for (const [, command, printed] of examples) {
    expect((await copydesk(command!.split(' '))).stdout).toBe(printed);
  }
});
