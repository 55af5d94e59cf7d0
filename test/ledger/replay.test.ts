import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Article } from '../../src/contract/article.ts';
import { InputError } from '../../src/contract/errors.ts';
import { restore } from '../../src/ledger/replay.ts';
import { damagedFixture } from '../support/arbitrary-fixture.ts';
import { page } from '../support/arbitrary-html.ts';
import { plainText } from '../support/arbitrary-text.ts';
import { conserve } from '../support/conservation.ts';
import { cleanFull } from '../support/desk.ts';
import { inputs } from '../support/inputs.ts';
import { runs, SLOW } from '../support/properties.ts';

const CASES = JSON.parse(
  readFileSync(new URL('../support/cases/law.json', import.meta.url), 'utf8'),
) as readonly { label: string; format: 'text' | 'html'; content: string }[];

/** The law, for one input; an input that no article can be made of has none to keep. */
function keepsTheLaw(content: string | Uint8Array, format: 'text' | 'html' | 'auto'): void {
  try {
    const { article, fields, replayed, visible, restored } = conserve({ content, format });
    expect({ fields: replayed, visible: restored }).toEqual({ fields, visible });
    expect(Article.parse(article)).toEqual(article);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

describe('source + ledger gives the article, article + ledger gives the source', () => {
  test.each(inputs())('$path', ({ content, format }) => {
    const { article, fields, replayed, visible, restored } = conserve({ content, format });
    expect(restored).toBe(visible);
    expect(replayed).toEqual(fields);
    expect(article.spans!.length).toBeGreaterThan(2);
    expect(Article.parse(article)).toEqual(article);
  });

  test.each(CASES)('$label', ({ content, format }) => {
    const { fields, replayed, visible, restored } = conserve({ content, format });
    expect(restored).toBe(visible);
    expect(replayed).toEqual(fields);
  });

  test('generated plain text', SLOW, () => {
    fc.assert(
      fc.property(plainText, (text) => keepsTheLaw(text, 'text')),
      runs(2),
    );
  });

  test('generated pages', SLOW, () => {
    fc.assert(
      fc.property(page, (html) => keepsTheLaw(html, 'html')),
      runs(2),
    );
  });

  test('damaged fixtures', SLOW, () => {
    fc.assert(
      fc.property(damagedFixture, ({ content, format }) => keepsTheLaw(content, format)),
      runs(),
    );
  });

  test('plain text read as a page, and pages read as plain text', SLOW, () => {
    fc.assert(
      fc.property(plainText, (text) => keepsTheLaw(text, 'html')),
      runs(0.5),
    );
    fc.assert(
      fc.property(page, (html) => keepsTheLaw(html, 'text')),
      runs(0.5),
    );
  });

  test('any string', SLOW, () => {
    const any = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    );
    fc.assert(
      fc.property(any, (text) => keepsTheLaw(text, 'text')),
      runs(2),
    );
    fc.assert(
      fc.property(any, (text) => keepsTheLaw(text, 'html')),
      runs(),
    );
  });

  test('any bytes', SLOW, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => keepsTheLaw(bytes, 'auto')),
      runs(),
    );
  });
});

test('a title with no span of its own is said to stand in an attribute', SLOW, () => {
  fc.assert(
    fc.property(page, (html) => {
      const { title, spans, warnings } = cleanFull({ content: `${html}<p>x</p>`, format: 'html' });
      const spanned = spans!.some(({ home, syntax }) => home === '/title' && syntax === undefined);
      const warned = warnings.some(({ code }) => code === 'title-from-attribute');
      expect(title !== null && !spanned).toBe(warned);
    }),
    runs(),
  );
});

test('spans stand in the order of the source and never twice at one place', SLOW, () => {
  fc.assert(
    fc.property(plainText, (text) => {
      const places = cleanFull({ content: `${text}x`, format: 'text' }).spans!.map(({ at }) => [
        at.line!,
        at.column!,
      ]);
      const sorted = places.toSorted(([a, b], [c, d]) => a! - c! || b! - d!);
      expect(places).toEqual(sorted);
      expect(new Set(places.map(String)).size).toBe(places.length);
    }),
    runs(),
  );
});

test('an article without a full ledger cannot be restored, and the error says what to do', () => {
  const { spans, ...rest } = cleanFull('A headline about the bridge\n\nIt is open.');
  expect(spans).toBeDefined();
  expect(() => restore(rest)).toThrow('clean with --ledger full');
});
