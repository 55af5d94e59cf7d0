import { describe, expect, test } from 'vitest';
import { createPlainTag, readPlainTag } from '../../../src/stages/parse/plain-tag.ts';

function read(html: string) {
  const tag = createPlainTag();
  const end = readPlainTag(html, 0, tag);
  if (end < 0) return null;
  const attributes = tag.attrs.map(({ name, value }) => `${name}=${value}`);
  return [html.slice(end), `${tag.isEnd ? '/' : ''}${tag.name}`, attributes, tag.selfClosing];
}

describe('a plain tag', () => {
  test.each([
    ['<p>a', ['>a', 'p', [], false]],
    ['<P >a', ['>a', 'p', [], false]],
    ['</DIV\n>', ['>', '/div', [], false]],
    ['<br/>', ['>', 'br', [], true]],
    ['<own-element1 data-a_b.c:d="1">', ['>', 'own-element1', ['data-a_b.c:d=1'], false]],
    [`<a href='/x?y' title="it's">`, ['>', 'a', ['href=/x?y', "title=it's"], false]],
    ['<svg viewBox="0 0">', ['>', 'svg', ['viewbox=0 0'], false]],
    ['<input checked value=a/b>', ['>', 'input', ['checked=', 'value=a/b'], false]],
    ['<a id="1"class="2">', ['>', 'a', ['id=1', 'class=2'], false]],
    ['<a id="1" id="2">', ['>', 'a', ['id=1'], false]],
  ])('%j is read', (html, expected) => {
    expect(read(html)).toEqual(expected);
  });

  test.each([
    ['a reference', '<a href="?a&amp;b">'],
    ['a NUL', '<a href="\0">'],
    ['an open quote', '<a href="x>'],
    ['no end', '<a href="x"'],
    ['no name', '<>'],
    ['a comment', '<!-- a -->'],
    ['a letter that is not ASCII', '<aé>'],
    ['a space before the equals sign', '<a href ="x">'],
    ['a space behind it', '<a href= "x">'],
    ['a quote in an unquoted value', '<a href=x"y>'],
    ['no value', '<a href=>'],
    ['a solidus inside', '<a / href="x">'],
    ['attributes of an end tag', '</a href="x">'],
    ['a self-closing end tag', '</a/>'],
    [
      'very many attributes',
      `<a ${'x'
        .repeat(60)
        .split('')
        .map((x, i) => x + i)
        .join(' ')}>`,
    ],
  ])('with %s is left to parse5', (_, html) => {
    expect(read(html)).toBeNull();
  });
});
