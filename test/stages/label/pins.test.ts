import { describe, expect, test } from 'vitest';
import { withPins as pinBlock, withSpans } from '../../../src/document/blocks.ts';
import type { Pin, Span } from '../../../src/document/document.ts';
import { spanOf } from '../../../src/document/spans.ts';
import { verdict } from '../../../src/document/verdict.ts';
import { withoutDropped, withPins } from '../../../src/stages/label/pins.ts';
import type { Spanned } from '../../../src/stages/label/spans.ts';
import { createRead, type Read } from '../../../src/stages/read/index.ts';
import { documentOf } from '../../support/document.ts';

const read = createRead();
const WARNING = { code: 'no-article', message: 'no running text was found' } as const;

const pin = (start: number, end: number, keep: boolean): Pin => ({
  start,
  end,
  keep,
  pattern: 'p',
});
const span = (start: number, end: number, label: Span['label']): Span =>
  spanOf(verdict(label, 'model', 0.5), start, end, false);

function pinned(texts: readonly string[], pins: readonly (readonly Pin[])[]): Read {
  const document = documentOf(texts);
  return read({
    ...document,
    blocks: document.blocks.map((block, i) => pinBlock(block, pins[i]!)),
  });
}

function labelledAs(document: Read, label: Span['label']): Spanned {
  return {
    blocks: document.blocks.map((block) =>
      withSpans(block, [span(0, block.copy.text.length, label)]),
    ),
    crumbSection: null,
    warnings: [WARNING],
  };
}

describe('blocks that are dropped as a whole', () => {
  const document = pinned(
    ['away with it', 'it stays', 'half of it', 'a '],
    [[pin(0, 12, false)], [], [pin(0, 4, false)], [pin(0, 1, false)]],
  );

  test('are not shown to rules and model', () => {
    expect(withoutDropped(document).blocks.map(({ copy }) => copy.text)).toEqual([
      'it stays',
      'half of it',
    ]);
  });

  test('come back in their places, removed', () => {
    const labelled = withPins(document, labelledAs(withoutDropped(document), 'body'));
    expect(
      labelled.blocks.map(({ spans }) => spans.map(({ label, rule }) => `${label}: ${rule}`)),
    ).toEqual([
      ['other: user-rule: p'],
      ['body: model'],
      ['other: user-rule: p', 'body: model'],
      ['other: user-rule: p'],
    ]);
  });
});

test.each([
  ['body', true, 'body: user-rule: p'],
  ['navigation', true, 'body: user-rule: p'],
  ['title', true, 'title: model'],
  ['body', false, 'other: user-rule: p'],
  ['navigation', false, 'navigation: user-rule: p'],
  ['byline', false, 'other: user-rule: p'],
] as const)('%s, kept: %s', (label, keep, expected) => {
  const document = pinned(['here and there'], [[pin(5, 8, keep)]]);
  const [block] = withPins(document, labelledAs(document, label)).blocks;
  expect(block!.spans.map((s) => [s.start, s.end, `${s.label}: ${s.rule}`])).toEqual(
    expected.endsWith('model')
      ? [
          [0, 5, expected],
          [5, 8, expected],
          [8, 14, expected],
        ]
      : [
          [0, 5, `${label}: model`],
          [5, 8, expected],
          [8, 14, `${label}: model`],
        ],
  );
});

test('where something is kept there is an article', () => {
  const document = pinned(['a note'], [[pin(0, 6, true)]]);
  expect(withPins(document, labelledAs(document, 'other')).warnings).toEqual([]);
  const dropped = pinned(['a note'], [[pin(0, 6, false)]]);
  expect(withPins(dropped, labelledAs(withoutDropped(dropped), 'other')).warnings).toEqual([
    WARNING,
  ]);
});

test('without pins nothing is made anew', () => {
  const document = read(documentOf(['a line']));
  const labelled = labelledAs(document, 'body');
  expect(withoutDropped(document)).toBe(document);
  expect(withPins(document, labelled)).toBe(labelled);
});
