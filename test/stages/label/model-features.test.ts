import { describe, expect, it } from 'vitest';
import { verdict } from '../../../src/document/verdict.ts';
import { labelledLine } from '../../../src/stages/label/labelled-line.ts';
import { type Favor, pickBody } from '../../../src/stages/label/model/cut-off.ts';
import { documentFeatures } from '../../../src/stages/label/model/features/document.ts';
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

function columnAt(table: FeatureTable, name: string): Float32Array {
  return table.columns[table.names.indexOf(name)]!;
}

function columnOf(table: FeatureTable, name: string): number[] {
  return [...columnAt(table, name)];
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

describe('stems of words', () => {
  const { table } = read(
    [
      'Ferry and harbours',
      'The ferry left the harbour at noon on Friday, as the mayor had said on the quay the day before.',
      'Trip ideas',
      'It was full, and those who had come too late waited for the next one until the evening.',
    ].join('\n\n'),
  );

  it.each([
    ['stems', [1, 0, 0, 0]],
    ['stemsBelow', [1, 0, 0, 0]],
    ['stemsAbove', [0, 0, 0, 0]],
  ])('are looked for in the prose around a line: %s', (name, expected) => {
    expect(columnOf(table, name).map((share) => Math.round(share * 10) / 10)).toEqual(expected);
  });
});

describe('how clean a text is', () => {
  const columns = (lines: readonly string[]) => {
    const { sequence, table } = read(lines.join('\n\n'));
    const words = Float32Array.from(sequence.items, ({ line }) => (line.isProse ? 2 : -2));
    documentFeatures(table, sequence, words, columnAt(table, 'stems'));
    return (name: string) => columnOf(table, `doc:${name}`)[0]!;
  };
  const PROSE = Array.from({ length: 4 }, (_, i) => `${LINES[2]} It was the ${i + 1}. time.`);

  it('is the share of prose and the number of lines in doubt', () => {
    const clean = columns(PROSE);
    const dirty = columns(['Home', 'Sign in', PROSE[0]!, 'Share', PROSE[1]!, 'More news']);
    expect(clean('prose')).toBe(1);
    expect(clean('suspectsLines')).toBe(0);
    expect(dirty('prose')).toBeCloseTo(1 / 3);
    expect(dirty('above')).toBe(2);
    expect(dirty('below')).toBe(1);
    expect(dirty('shortInsideLines')).toBeCloseTo(Math.log1p(1));
    expect(dirty('suspectsLines')).toBeGreaterThan(clean('suspectsLines') + 1);
  });
});

describe('the cut-off of plain text', () => {
  const { sequence } = read(Array.from({ length: 12 }, () => 'Some words of a line').join('\n\n'));
  const [first, ...others] = sequence.items;
  const named = { ...first!, verdict: verdict('credit', 'agency-line') };
  const limit = (doubts: number, items = [named, ...others]) => {
    const scores = new Float32Array(12).fill(0.9).fill(0.1, 0, doubts);
    return pickBody({ ...sequence, items }, scores, 'balanced').limits[0]!;
  };

  it('is low where no line is in doubt, and rises with every one that is', () => {
    const limits = [0, 1, 2, 4, 8].map((doubts) => limit(doubts));
    expect(limits[1]).toBe(limits[0]);
    expect(limits[0]).toBeLessThan(0.1);
    expect(limits.slice(1)).toEqual([...limits.slice(1)].sort((a, b) => a - b));
    expect(new Set(limits).size).toBe(4);
  });

  it('is lower where no rule names a line', () => {
    expect(limit(4, [...sequence.items])).toBeLessThan(limit(4));
  });
});

describe('favor', () => {
  const { sequence } = read(LINES.map((line) => `${line} So they say here.`).join('\n\n'));
  const scores = Float32Array.from([0.97, 0.15, 0.03, 0.25, 0.95]);
  const kept = (favor: Favor) => pickBody(sequence, scores, favor).picked.filter(Boolean).length;

  it('keeps fewer blocks for precision and more for recall', () => {
    expect(kept('precision')).toBeLessThan(kept('balanced'));
    expect(kept('recall')).toBeGreaterThan(kept('balanced'));
  });
});
