import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/contract/errors.ts';
import type { Document } from '../../../src/document/document.ts';
import { locate } from '../../../src/document/positions.ts';
import { textNodePlaces } from '../../../src/stages/parse/text-node-places.ts';
import { splitLines } from '../../../src/text/line-breaks.ts';
import { visibleOf } from '../../../src/text/visible.ts';
import { page } from '../../support/arbitrary-html.ts';
import { plainText } from '../../support/arbitrary-text.ts';
import { blocksOf } from '../../support/blocks.ts';
import { textNodesOf } from '../../support/html-text.ts';
import { inputs } from '../../support/inputs.ts';
import { runs, SLOW } from '../../support/properties.ts';

const SPACE = /[ \t\n\r\f\v]/;

/** The document, or null for what cannot be read. */
function read(content: string, format: 'text' | 'html'): Document | null {
  try {
    return blocksOf(content, format);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function parts(content: string, format: 'text' | 'html'): string[] {
  return format === 'html'
    ? textNodesOf(content.toWellFormed())
    : ['', ...splitLines(content.toWellFormed())];
}

function holds(content: string, format: 'text' | 'html'): void {
  const document = read(content, format);
  // A body that was taken from data stands in no text node of the page as it was sent.
  if (!document || document.warnings.some(({ code }) => code === 'body-from-data')) return;
  const units = parts(content, format);
  const { text, positions, blocks } = document;
  const strange: string[] = [];
  for (let at = 0; at < text.length; at++) {
    if (SPACE.test(text[at]!)) continue;
    const { unit, column } = locate(positions, at);
    if (units[unit]?.[column] !== text[at]) strange.push(`${at}: ${unit}:${column}`);
  }
  expect(strange).toEqual([]);
  let end = 0;
  let covered = '';
  for (const { offset, copy } of blocks) {
    expect(offset).toBeGreaterThanOrEqual(end);
    expect(text.slice(offset, offset + copy.source.length)).toBe(copy.source);
    end = offset + copy.source.length;
    covered += copy.source;
  }
  expect(visibleOf(covered)).toBe(visibleOf(text));
  expect(visibleOf(covered)).toBe(visibleOf(units.join('')));
}

describe('blocks are disjoint, in order, hold all that shows, and know where it stood', () => {
  test.each(inputs())('$path', ({ content, format }) => {
    holds(content.toString('utf8'), format);
    expect(read(content.toString('utf8'), format)!.blocks.length).toBeGreaterThan(0);
  });

  test('in generated text', SLOW, () => {
    fc.assert(
      fc.property(plainText, (text) => holds(text, 'text')),
      runs(5),
    );
  });

  test('in generated pages', SLOW, () => {
    fc.assert(
      fc.property(page, (html) => holds(html, 'html')),
      runs(3),
    );
  });
});

test('units of text nodes have their lines and columns', () => {
  const places = textNodePlaces('<p>one</p>\n<p>two &amp; more</p>\r\n\n<p>\n  three</p>');
  const shown = (node: number, offset: number) => {
    const { line, column } = places(node, offset);
    return `${line}:${column}`;
  };
  expect([shown(0, 0), shown(0, 2), shown(1, 0)]).toEqual(['1:4', '1:6', '1:11']);
  expect([shown(2, 0), shown(2, 4), shown(2, 5)]).toEqual(['2:4', '2:8', '2:13']);
  expect([shown(4, 0), shown(4, 1), shown(4, 3)]).toEqual(['4:4', '5:1', '5:3']);
  // What a page's data hold is no text node of its source.
  expect(shown(99, 0)).toBe('1:1');
});
