import { describe, expect, it } from 'vitest';
import { labelledLine } from '../../../src/stages/label/labelled-line.ts';
import { type Favor, pickBody } from '../../../src/stages/label/model/cut-off.ts';
import type { FeatureTable } from '../../../src/stages/label/model/features/feature-table.ts';
import { baseFeatures } from '../../../src/stages/label/model/features/index.ts';
import { sequenceOf } from '../../../src/stages/label/model/sequence.ts';
import { createRead } from '../../../src/stages/read/index.ts';
import { blocksOf } from '../../support/blocks.ts';

const readStage = createRead();
const NO_ADVICE = { range: null, title: -1 };

function read(content: string) {
  const { lines, page } = readStage(blocksOf(content, 'text'));
  const open = lines.map((line) => labelledLine(line, null));
  const sequence = sequenceOf(open, page, false, NO_ADVICE);
  return { sequence, table: baseFeatures(sequence).table };
}

function columnOf(table: FeatureTable, name: string): number[] {
  return [...table.columns[table.names.indexOf(name)]!];
}

const LINES = [
  '12 May 2023 (4)',
  '30 June 2024 (17)',
  'The harbour office will close at noon on Friday, the mayor said on the quay.',
  'Will the ferry sail?',
  'Read the rest of it here…',
];

describe('how a block is written', () => {
  const { table } = read(LINES.join('\n\n'));

  it.each([
    ['shape', [1, 1, 0, 0, 0]],
    ['ending', [0, 0, 0, 2, 3]],
    ['opening', [2, 2, 0, 0, 0]],
    ['run', [1, 1, 1, 1, 1]],
  ])('counts %s', (name, expected) => {
    expect(columnOf(table, name)).toEqual(expected);
  });

  it('takes lines without a blank line between them as one run', () => {
    const { table: runs } = read(`${LINES[0]}\n${LINES[1]}\n\n${LINES[2]}`);
    expect(columnOf(runs, 'run')).toEqual([2, 2, 1]);
    expect(columnOf(runs, 'runPlace')).toEqual([0, 1, 0]);
  });
});

describe('words of phrases', () => {
  const { table } = read(
    'Sign in to leave a comment today\n\nGulls circled over moored trawlers\n\n阅读更多新闻',
  );

  it('are more of them in lines of boilerplate than in others, in any language', () => {
    const [boilerplate, other, chinese] = columnOf(table, 'phrasePairs');
    expect(boilerplate).toBeGreaterThan(0.5);
    expect(other).toBeLessThan(0.3);
    expect(chinese).toBeGreaterThan(0.5);
    expect(columnOf(table, 'phraseOpening')).toEqual([1, 0, 1]);
  });
});

describe('favor', () => {
  const { sequence } = read(LINES.map((line) => `${line} So they say here.`).join('\n\n'));
  const scores = Float32Array.from([0.18, 0.3, 0.97, 0.95, 0.55]);
  const kept = (favor: Favor) => pickBody(sequence, scores, favor).picked.filter(Boolean).length;

  it('keeps fewer blocks for precision and more for recall', () => {
    expect(kept('precision')).toBeLessThan(kept('balanced'));
    expect(kept('recall')).toBeGreaterThan(kept('balanced'));
  });
});
