import { expect, it } from 'vitest';
import type { LabelledLine } from '../../../../src/stages/label/labelled-line.ts';
import { labelledLine } from '../../../../src/stages/label/labelled-line.ts';
import { withFactRows } from '../../../../src/stages/label/layout/adjust/fact-rows.ts';
import { endsInTime } from '../../../support/deadline.ts';
import { BODY } from '../../../support/labels.ts';
import { lineOf } from '../../../support/lines.ts';

const linesOf = (...texts: string[]): LabelledLine[] =>
  texts.map((text) => labelledLine(lineOf(text), null));

function keptOf(rows: readonly string[], below: readonly string[] = [BODY[1]!]): string[] {
  const texts = [BODY[0]!, ...rows, ...below];
  const lines = linesOf(...texts);
  const isBody = lines.map(({ line }) => line.isProse);
  withFactRows(lines, isBody);
  return rows.filter((_, i) => isBody[i + 1]);
}

it.each([
  [
    'scores',
    [
      'Other results',
      'Sokolov – Třebíč 2:5',
      'Přerov – Kolín 1:0 (0:0)',
      'Inangahua 17, Karamea 17',
    ],
  ],
  ['amounts', ['・食パン　400円', '・あんパン　180円', '・ちくわパン　220円']],
  ['fields with figures', ['कुरवाई: 142 मिमी', 'सिरोंज: 98 मिमी', 'गंजबासौदा: 117 मिमी']],
])('keeps %s between two paragraphs', (_, rows) => {
  expect(keptOf(rows)).toEqual(rows);
});

it.each([
  ['two rows', ['Sokolov – Třebíč 2:5', 'Přerov – Kolín 1:0']],
  [
    'headlines',
    ['Council keeps the old bridge', 'Ferry fares rise in spring', 'Otters are back in the canal'],
  ],
])('leaves %s to the model', (_, rows) => {
  expect(keptOf(rows)).toEqual([]);
});

it('leaves rows below the last paragraph to the model', () => {
  expect(keptOf(['Gold 2,034.10', 'Silver 22.40', 'Copper 3.80'], [])).toEqual([]);
});

it('reads a hostile line in linear time', () => {
  const row = `Ellmouth 2:1${' a b'.repeat(20)}#`;
  expect(endsInTime(() => keptOf([row, row, row]))).toEqual([]);
});
