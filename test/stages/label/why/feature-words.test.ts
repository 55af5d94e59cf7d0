import { expect, test } from 'vitest';
import { weightsFor } from '../../../../src/stages/label/model/weights.ts';
import {
  featureValue,
  featureWords,
  othersText,
} from '../../../../src/stages/label/why/feature-words.ts';

test.each([true, false])('every column that the forest asks for has words (html: %s)', (html) => {
  const { columns } = weightsFor(html).blocks;
  const words = columns.map(featureWords);
  expect(columns.filter((name, i) => words[i] === name)).toEqual([]);
  expect(words.filter((text) => text.includes('undefined'))).toEqual([]);
  expect(new Set(words).size).toBe(columns.length);
});

test.each([
  ['words:text@-1', 'what the words speak for, line before'],
  ['link~5', 'share of links, next 5 lines'],
  ['prose~-12', 'running text, 12 lines before'],
  ['gap@2', 'blank lines above, next line but one'],
  ['shape~@-1', 'lines of the same shape within ten, line before'],
  ['near:aside', 'levels up to the nearest aside element'],
  ['link^0', 'share of links, in its element'],
  ['blocks^3', 'number of lines, in the element 3 levels further out'],
  ['most:offset', 'lines since the start of the element with most of the running text'],
  ['alike', 'blocks with the same tags and names'],
  ['alike@1', 'the same tags and names as the line after'],
  ['unheard-of', 'unheard-of'],
])('%s is “%s”', (name, words) => {
  expect(featureWords(name)).toBe(words);
});

test.each([
  ['endsStop', 1, 'yes'],
  ['endsStop~5', 0.4, '40%'],
  ['endsStop@1', -1, 'none'],
  ['weight', Math.log1p(44), '44'],
  ['length', Math.log(0.5), '0.5 times'],
  ['words:text', -2.314, '−2.31'],
  ['words:text@2', -1, 'none'],
  ['type', 1, 'list-item'],
  ['type', -1, 'paragraph'],
  ['group', -1, 'nothing'],
  ['group', 0, 'something else'],
  ['group', 1, 'comments or the like'],
  ['near:li', 12, 'none'],
  ['near:li', 0, 'it is one'],
  ['case', -1, 'a small one'],
  ['fromTitle', -3, '−3'],
])('%s of %d is “%s”', (name, value, text) => {
  expect(featureValue(name, value)).toBe(text);
});

test('other lines are summed up without the rarest', () => {
  expect(othersText('link', Float32Array.of(0, 0.1, 0.2, 0.5, 1))).toBe('10% to 50%');
  expect(othersText('endsStop', Float32Array.of(0, 0, 1, 1))).toBe('yes for 50%');
  expect(othersText('gap', Float32Array.of(0, 1, 1, 1, 3))).toBe('1');
  expect(othersText('type', Float32Array.of(-1, -1, 0, 1))).toBe('paragraph, heading');
});
