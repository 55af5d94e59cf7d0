import { expect, test } from 'vitest';
import { compare, countDifferences } from '../../src/cli/check/compare.ts';
import { project } from '../../src/cli/check/project.ts';
import { renderDifferences } from '../../src/cli/check/render.ts';
import { createPaint } from '../../src/cli/terminal/paint.ts';

const show = (expected: unknown, actual: unknown) =>
  renderDifferences(compare(expected, actual), createPaint(false));
const paragraph = (text: string) => ({ type: 'paragraph', text });

test('only the keys that are expected count', () => {
  expect(compare({ a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 })).toEqual([]);
  expect(compare({ a: null }, {})).toEqual([
    { kind: 'value', path: 'a', expected: null, actual: undefined },
  ]);
  expect(compare({ toString: 1 }, {})).toHaveLength(1);
});

test('lists must have the same length and order', () => {
  expect(compare({ a: [1, 2] }, { a: [1, 2] })).toEqual([]);
  for (const other of [[1], [1, 2, 3], [2, 1], []]) {
    expect(compare({ a: [1, 2] }, { a: other })).not.toEqual([]);
  }
});

test('one block too many is one difference', () => {
  const body = [paragraph('One is here.'), paragraph('Two is there.'), paragraph('Three is far.')];
  const more = [body[0], paragraph('Advertisement'), body[1], body[2]];
  expect(countDifferences(compare({ body }, { body: more }))).toBe(1);
  expect(show({ body }, { body: more })).toEqual(['body:', '  + [1] paragraph "Advertisement"']);
  expect(show({ body: more }, { body })).toEqual(['body:', '  - [1] paragraph "Advertisement"']);
});

test('a block that was changed shows the words', () => {
  const text = 'The mayor said on Monday that the bridge would be opened by the end of the year.';
  const other = text.replace('Monday', 'Tuesday');
  expect(show({ body: [paragraph(text)] }, { body: [paragraph(other)] })).toEqual([
    'body[0].text: The mayor said on [-Monday-]{+Tuesday+} that the bridge would be open…',
  ]);
});

test('spaces that look alike are told apart', () => {
  const [line] = show(
    { title: `${'word '.repeat(9)}10 km` },
    { title: `${'word '.repeat(9)}10\u00a0km` },
  );
  expect(line).toContain('[- -]{+\\u{a0}+}');
});

test('scripts without spaces are compared by characters', () => {
  const [line] = show(
    {
      title:
        '新しい橋が月曜日に開通し市長は子供たちと一緒に渡ったと市の広報担当者が述べた今日の昼ごろのことである',
    },
    {
      title:
        '新しい橋が火曜日に開通し市長は子供たちと一緒に渡ったと市の広報担当者が述べた今日の昼ごろのことである',
    },
  );
  expect(line).toContain('[-月-]{+火+}');
});

test('short values stand below each other, and control characters are escaped', () => {
  expect(show({ kicker: 'A' }, { kicker: null })).toEqual(['kicker:', '  - "A"', '  + null']);
  expect(show({ a: 'x' }, { a: '\u202ey' }).at(-1)).toBe('  + "\\u{202e}y"');
});

test('an accepted article keeps the keys of the old expectation, in their order', () => {
  const expected = {
    title: 'A',
    removed: [{ at: { line: 1 }, text: 'x' }],
    authors: [],
    body: [paragraph('p')],
  };
  const actual = {
    body: [{ type: 'heading', text: 'h', at: {}, start: 0 }],
    title: null,
    authors: [{ name: 'N', kind: 'person', more: 1 }],
    removed: [{ at: { line: 2, column: 1 }, text: 'y', label: 'other' }],
    language: 'en',
  };
  const updated = project(expected, actual);
  expect(updated).toEqual({
    title: null,
    removed: [{ at: { line: 2 }, text: 'y' }],
    authors: [{ name: 'N', kind: 'person' }],
    body: [{ type: 'heading', text: 'h' }],
  });
  expect(Object.keys(updated as object)).toEqual(Object.keys(expected));
  expect(compare(updated, actual)).toEqual([]);
});
