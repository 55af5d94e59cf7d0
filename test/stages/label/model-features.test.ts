import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/stages/label/model/cut-off.ts';
import type { Sheet } from '../../../src/stages/label/model/features/feature-table.ts';
import { readDocument } from '../../../src/stages/label/model/index.ts';
import { blocksOf } from '../../support/blocks.ts';

function read(content: string) {
  const document = blocksOf(content, 'text');
  const judged = document.blocks.map((block) => ({ block, verdict: null }));
  return readDocument(judged, document.facts, false);
}

function columnOf(sheet: Sheet, name: string): number[] {
  return [...sheet.columns[sheet.names.indexOf(name)]!];
}

const LINES = [
  '12 May 2023 (4)',
  '30 June 2024 (17)',
  'The harbour office will close at noon on Friday, the mayor said on the quay.',
  'Will the ferry sail?',
  'Read the rest of it here…',
];

describe('how a block is written', () => {
  const { sheet } = read(LINES.join('\n\n')).basis;

  it.each([
    ['shape', [1, 1, 0, 0, 0]],
    ['ending', [0, 0, 0, 2, 3]],
    ['opening', [2, 2, 0, 0, 0]],
    ['run', [1, 1, 1, 1, 1]],
  ])('counts %s', (name, expected) => {
    expect(columnOf(sheet, name)).toEqual(expected);
  });

  it('takes lines without a blank line between them as one run', () => {
    const { basis } = read(`${LINES[0]}\n${LINES[1]}\n\n${LINES[2]}`);
    expect(columnOf(basis.sheet, 'run')).toEqual([2, 2, 1]);
    expect(columnOf(basis.sheet, 'runPlace')).toEqual([0, 1, 0]);
  });
});

describe('words of phrases', () => {
  const { sheet } = read(
    'Sign in to leave a comment today\n\nGulls circled over moored trawlers\n\n阅读更多新闻',
  ).basis;

  it('are more of them in lines of furniture than in others, in any language', () => {
    const [furniture, other, chinese] = columnOf(sheet, 'phrasePairs');
    expect(furniture).toBeGreaterThan(0.5);
    expect(other).toBeLessThan(0.3);
    expect(chinese).toBeGreaterThan(0.5);
    expect(columnOf(sheet, 'phraseOpening')).toEqual([1, 0, 1]);
  });
});

describe('favor', () => {
  const { sequence } = read(LINES.map((line) => `${line} So they say here.`).join('\n\n'));
  const scores = Float32Array.from([0.18, 0.3, 0.97, 0.95, 0.55]);
  const kept = (favor?: 'precision' | 'recall') =>
    decide(sequence, scores, favor).filter(Boolean).length;

  it('keeps fewer blocks for precision and more for recall', () => {
    expect(kept('precision')).toBeLessThan(kept());
    expect(kept('recall')).toBeGreaterThan(kept());
  });
});
