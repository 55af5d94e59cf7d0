import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit, EditedText } from '../../src/document/document.ts';
import {
  addLayer,
  applyEdits,
  edgeAfter,
  edgeBefore,
  toLayer,
  toSource,
  unedited,
} from '../../src/document/edits.ts';
import { runs, SLOW } from '../support/properties.ts';

function edit(
  offset: number,
  length: number,
  replacement: string,
  certainty: Edit['certainty'] = 'reversible',
): Edit {
  return { offset, length, replacement, stage: 'normalize', rule: 'test', certainty };
}

/** Edits at relative places, made to fit a text: sorted, disjoint. */
type Plan = readonly {
  readonly gap: number;
  readonly length: number;
  readonly replacement: string;
}[];

const plans: fc.Arbitrary<Plan[]> = fc.array(
  fc.array(
    fc.record({
      gap: fc.nat({ max: 4 }),
      length: fc.nat({ max: 3 }),
      replacement: fc.string({ maxLength: 3 }),
    }),
    { maxLength: 6 },
  ),
  { maxLength: 4 },
);

function editsFor(text: string, plan: Plan): Edit[] {
  const out: Edit[] = [];
  let at = 0;
  for (const { gap, length, replacement } of plan) {
    const offset = at + gap;
    if (offset + length > text.length || (length === 0 && replacement === '')) continue;
    out.push(edit(offset, length, replacement));
    at = offset + Math.max(length, 1);
  }
  return out;
}

/** Text with layers, and the text that applying each plan by itself gives. */
function layered(source: string, all: readonly Plan[]): { edited: EditedText; expected: string } {
  let edited = unedited(source);
  let expected = source;
  for (const plan of all) {
    const edits = editsFor(expected, plan);
    edited = addLayer(edited, edits);
    expected = applyEdits(expected, edits);
  }
  return { edited, expected };
}

function undo(text: string, given: string, layer: readonly Edit[]): string {
  let shift = 0;
  const back = layer.map(({ offset, length, replacement }) => {
    const at = offset + shift;
    shift += replacement.length - length;
    return edit(at, replacement.length, given.slice(offset, offset + length));
  });
  return applyEdits(text, back);
}

const cases = fc.tuple(fc.string({ maxLength: 24 }), plans);

describe('layers of edits', () => {
  test('give what the edits give one after the other', SLOW, () => {
    fc.assert(
      fc.property(cases, ([source, all]) => {
        const { edited, expected } = layered(source, all);
        expect(edited.text).toBe(expected);
        expect(edited.source).toBe(source);
      }),
      runs(10),
    );
  });

  test('are sorted and disjoint', SLOW, () => {
    fc.assert(
      fc.property(cases, ([source, all]) => {
        for (const layer of layered(source, all).edited.layers) {
          layer.forEach((current, i) => {
            const before = layer[i - 1];
            expect(current.offset).toBeGreaterThanOrEqual(
              before ? before.offset + before.length : 0,
            );
          });
        }
      }),
      runs(10),
    );
  });

  test('can be undone, the last first', SLOW, () => {
    fc.assert(
      fc.property(cases, ([source, all]) => {
        const { edited } = layered(source, all);
        const texts = [source];
        for (const layer of edited.layers) texts.push(applyEdits(texts.at(-1)!, layer));
        let text = edited.text;
        for (let i = edited.layers.length - 1; i >= 0; i--)
          text = undo(text, texts[i]!, edited.layers[i]!);
        expect(text).toBe(source);
      }),
      runs(10),
    );
  });

  test('have edges that stand at an edge of every earlier replacement', SLOW, () => {
    fc.assert(
      fc.property(cases, ([source, all]) => {
        const { layers } = layered(source, all).edited;
        let below = unedited(source);
        for (const layer of layers) {
          for (const { offset, length } of layer) {
            expect(edgeBefore(below, offset)).toBe(offset);
            expect(edgeAfter(below, offset + length)).toBe(offset + length);
          }
          below = { source, layers: [...below.layers, layer], text: applyEdits(below.text, layer) };
        }
      }),
      runs(10),
    );
  });

  test('no edits make no layer', () => {
    const edited = unedited('abc');
    expect(addLayer(edited, [])).toBe(edited);
  });
});

describe('places', () => {
  test('toSource is monotone and stays inside the source', SLOW, () => {
    fc.assert(
      fc.property(cases, ([source, all]) => {
        const { edited } = layered(source, all);
        const places = Array.from({ length: edited.text.length + 1 }, (_, i) =>
          toSource(edited, i),
        );
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(Math.max(...places)).toBeLessThanOrEqual(source.length);
        expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
      }),
      runs(10),
    );
  });

  test('characters that no edit touched stand where they stood', SLOW, () => {
    fc.assert(
      fc.property(cases, ([source, all]) => {
        const { edited } = layered(source, all);
        let places: (number | null)[] = Array.from(source, (_, i) => i);
        for (const layer of edited.layers) {
          for (const { offset, length, replacement } of layer.toReversed()) {
            places = places.toSpliced(
              offset,
              length,
              ...Array.from({ length: replacement.length }, () => null),
            );
          }
        }
        // Text that was taken away just before a character belongs to the character's place.
        let before = 0;
        places.forEach((place, at) => {
          if (place === null) return;
          expect(toSource(edited, at)).toBeLessThanOrEqual(place);
          expect(toSource(edited, at)).toBeGreaterThanOrEqual(before);
          expect(source[place]).toBe(edited.text[at]);
          before = place + 1;
        });
      }),
      runs(10),
    );
  });

  test('edges enclose an offset and stay where they are', SLOW, () => {
    fc.assert(
      fc.property(cases, fc.nat({ max: 30 }), ([source, all], nat) => {
        const { edited } = layered(source, all);
        const at = Math.min(nat, edited.text.length);
        const [before, after] = [edgeBefore(edited, at), edgeAfter(edited, at)];
        expect(before).toBeLessThanOrEqual(at);
        expect(after).toBeGreaterThanOrEqual(at);
        expect(edgeBefore(edited, before)).toBe(before);
        expect(edgeAfter(edited, after)).toBe(after);
      }),
      runs(10),
    );
  });

  test('toLayer of the last layer is the offset itself', () => {
    const edited = addLayer(unedited('a&amp;b'), [edit(1, 5, '&')]);
    expect(toLayer(edited, 2, 0)).toBe(2);
    expect(toLayer(edited, 2, -1)).toBe(6);
  });
});

describe('growing', () => {
  const base = addLayer(unedited('x&hellip;y'), [edit(1, 8, '...')]);

  test.each([
    [
      'begins inside a replacement',
      [edit(2, 3, 'Z')],
      'x.Z',
      [{ offset: 1, length: 4, replacement: '.Z' }],
    ],
    ['ends inside one', [edit(0, 2, 'Z')], 'Z..y', [{ offset: 0, length: 4, replacement: 'Z..' }]],
    ['lies inside one', [edit(2, 1, 'Z')], 'x.Z.y', [{ offset: 1, length: 3, replacement: '.Z.' }]],
    [
      'two lie inside one',
      [edit(1, 1, 'A'), edit(3, 1, 'B')],
      'xA.By',
      [{ offset: 1, length: 3, replacement: 'A.B' }],
    ],
    ['covers it', [edit(1, 3, '…')], 'x…y', [{ offset: 1, length: 3, replacement: '…' }]],
    ['stands beside it', [edit(4, 1, 'Z')], 'x...Z', [{ offset: 4, length: 1, replacement: 'Z' }]],
  ])('an edit that %s', (_, edits, text, layer) => {
    const grown = addLayer(base, edits);
    expect(grown.text).toBe(text);
    expect(grown.layers[1]).toMatchObject(layer);
  });

  test('edits that grow together are as uncertain as the less certain one', () => {
    const grown = addLayer(base, [edit(1, 1, 'A'), edit(3, 1, 'B', 'inferred')]);
    expect(grown.layers[1]).toMatchObject([{ certainty: 'inferred' }]);
  });
});
