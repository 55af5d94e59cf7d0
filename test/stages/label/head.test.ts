import { expect, test } from 'vitest';
import { clean } from '../../../src/index.ts';
import { PARAGRAPHS } from '../../support/harbour.ts';

const TITLE = 'Ellmouth keeps its old crane';
const below = (...head: readonly string[]) => clean([TITLE, ...head, ...PARAGRAPHS].join('\n\n'));
const names = ({ authors }: ReturnType<typeof clean>) => authors.map(({ name }) => name);

test.each([
  [
    'a caption with its credit',
    'Residents look at the crane on Sunday. Photo: Anna Berg / Frontier Post',
  ],
  ['a mail address', 'anna.berg@ellmouthpost.example'],
])('%s is no deck', (_, line) => {
  const { subtitle, body } = below('By Anna Berg', line);
  expect(subtitle).toBeNull();
  expect(body.map(({ text }) => text)).toEqual(PARAGRAPHS);
});

test.each([
  ['a name and a place over a date', ['Anna Achterhoek at Slate Park', 'Saturday 9 March 2024']],
  ['who reports from where', ['Anna Achterhoek reports from Little Marsh']],
  ['names, an agency and a date', ['Anna Achterhoek / MLN / Updated: Mar 9, 2024, 08:42 IST']],
  ['an icon and a name', ['person Anna Achterhoek schedule 9 March 2024']],
])('the byline is %s', (_, lines) => {
  const article = below(...lines);
  expect(names(article)).toEqual(['Anna Achterhoek']);
  expect(article.subtitle).toBeNull();
});

test('the saint of the day is no author', () => {
  expect(names(below('mercredi 07 décembre 2022, Saint Ambroise'))).toEqual([]);
});

test('a column of sections above the title is a menu', () => {
  const menu = ['News', 'Business', 'Sport', 'Opinion'];
  const article = clean(
    [...menu, '', TITLE, '', 'By Anna Berg', '', PARAGRAPHS.join('\n\n')].join('\n'),
  );
  expect(article).toMatchObject({ title: TITLE, section: null });
});

test('a heading over the first part is body where other parts have one', () => {
  const [a, b, c, d] = PARAGRAPHS;
  const lines = [TITLE, 'By Anna Berg', 'What was decided', a, b, 'What comes next', c, d];
  const { body, section } = clean(lines.join('\n\n'));
  expect(section).toBeNull();
  expect(body.map(({ text, type }) => [text, type])).toContainEqual([
    'What was decided',
    'heading',
  ]);
});

test('headings over lists are body', () => {
  const results = (year: number) =>
    [1, 2, 3, 4].map((n) => `${n}. Runner ${n} of Ellmouth ${year + n}`);
  const lists = ['Results', 'MEN', ...results(60), 'WOMEN', ...results(70)];
  const { body } = clean([TITLE, 'By Anna Berg', ...PARAGRAPHS, ...lists].join('\n'));
  expect(body.map(({ text }) => text)).toEqual([...PARAGRAPHS, ...lists]);
});

test.each([
  ['Spectators wait on the quay. Anna Berg / Meridian Pictures', 'caption'],
  ['Spectators wait on the quay. Anna Berg went home', 'body'],
])('%j inside the body is %s', (line, label) => {
  const [a, b, c, d] = PARAGRAPHS;
  const { body, removed } = clean([TITLE, a, b, line, c, d].join('\n\n'));
  const found = removed?.find(({ text }) => text === line)?.label ?? 'body';
  expect(found).toBe(label);
  expect(body.some(({ text }) => text === line)).toBe(label === 'body');
});

test('letters keep their signatures, the last one too', () => {
  const letters = PARAGRAPHS.flatMap((text, i) => [
    `Sir – ${text}`,
    `${['Anna Berg', 'Tom Holm', 'Eva Roe', 'Jan Noll'][i]}`,
    'Little Marsh',
  ]);
  const article = clean(['Letters: Cranes and mornings', ...letters].join('\n\n'));
  expect(article.body.map(({ text }) => text)).toEqual(letters);
  expect(article.authors).toEqual([]);
});

test('a row of a list that looks unlike the others stays with them', () => {
  const rows = [
    '250 g self-raising flour',
    'half a teaspoon of salt',
    '50 g cold butter',
    '2 eggs',
  ];
  const text = [TITLE, PARAGRAPHS.join('\n\n'), rows.join('\n'), PARAGRAPHS[0]].join('\n\n');
  expect(clean(text).body.map(({ text: line }) => line)).toEqual(expect.arrayContaining(rows));
});
