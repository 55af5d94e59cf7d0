import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/contract/errors.ts';
import type { Document } from '../../../src/document/document.ts';
import { locate } from '../../../src/document/positions.ts';
import { textNodeLines } from '../../../src/stages/parse/text-node-lines.ts';
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

test('text nodes have the lines on which they begin', () => {
  expect(textNodeLines('<p>one</p>\n<p>two</p>\n\n<p>three</p>')).toEqual([1, 1, 2, 2, 4]);
});
