import { expect, it } from 'vitest';
import { cleanFull } from '../../support/desk.ts';

const SENTENCE =
  'The harbour board of Ellmouth agreed on Monday to keep the old crane, which has stood on the quay since the storm.';

function lead(mark: string): string | undefined {
  const html = `<html><body><article><h1>Ellmouth keeps its crane</h1><p>${SENTENCE}${mark}</p><p>${SENTENCE}</p></article></body></html>`;
  return cleanFull({ content: html, format: 'html' }).body[0]?.text;
}

it.each([
  ['<sup class="ref"><a href="#n1">1</a></sup>', ' 1'],
  ['<a href="#n12"><sup>12</sup></a>', ' 12'],
  ['<sup><a href="#n2">[2]</a></sup>', '[2]'],
  ['<sup>2</sup>', '2'],
])('sets the bare number of a footnote apart from the word before: %s', (mark, shown) => {
  expect(lead(mark)).toBe(SENTENCE + shown);
});
