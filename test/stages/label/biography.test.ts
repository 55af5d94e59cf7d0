import { expect, test } from 'vitest';
import { isBiography } from '../../../src/stages/label/regions/biography.ts';
import { lineOf } from '../../support/lines.ts';

test.each([
  ['a reporter', 'Anna Berg covers rivers for the Example.', 'By Anna Berg', true],
  ['an article before the name', 'Η Ελένη Νικολάου γράφει για τα ποτάμια.', 'Ελένη Νικολάου', true],
  [
    'an organization that signs',
    'Example Press is a Kabul-based news organization.',
    'Example Press',
    true,
  ],
  ['somebody else', 'Ben Stone covers rivers for the Example.', 'By Anna Berg', false],
  ['the name further on', 'Rivers are what Anna Berg covers.', 'By Anna Berg', false],
  ['a wire service that tells', 'Reuters could not confirm the report.', 'Reuters', false],
  ['a wire service in a dateline', '（法新社日內瓦3日電） 河流水位今天上升。', '法新社', false],
  ['no sentence', 'Anna Berg', 'By Anna Berg', false],
])('%s', (_, text, byline, expected) => {
  expect(isBiography(lineOf(text), lineOf(byline))).toBe(expected);
});
