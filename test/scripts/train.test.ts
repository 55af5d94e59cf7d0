import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bin, folder, tree } from '../cli/bin.ts';
import { FOLDS, gzipped, PAGES, type Row, TEXTS } from './rows.ts';

// The training scripts take paths out of the build, so that a file that is moved would break them long after. Here they
// run on a few invented rows (and the fixtures, which they read by themselves). What they learn is worth nothing.

const SCRIPTS = path.resolve(import.meta.dirname, '../../scripts/train');
const MODULES = ['numpy', 'scipy', 'sklearn', 'lightgbm'];
const python = process.env['COPYDESK_PYTHON'] ?? 'python3';
const hasModules = spawnSync(python, ['-c', `import ${MODULES.join(', ')}`]).status === 0;
/** Number of buckets of the word model, as in src/stages/label/model. */
const BUCKETS = 1 << 16;
const FLOAT = 4;

// Stands in for the benchmark's own module, which labels.py asks how words are counted and which blocks are the article's.
const LAB = `import re
TOK = re.compile(r'\\w+')
def label(texts, expected, titles):
    return [int(text in expected or text in titles) for text in texts]
`;

describe.each([
  { format: 'html', rows: PAGES, steps: ['words', 'blocks', 'page'] },
  { format: 'text', rows: TEXTS, steps: ['words', 'blocks'] },
] as const)('training on $format', ({ format, rows, steps }) => {
  const work = folder({ 'rows.jsonl.gz': gzipped(rows), 'lab.py': LAB });
  const at = (name: string) => path.join(work, `${format}.${name}`);
  const lines = (name: string) => fs.readFileSync(at(name), 'utf8').trimEnd().split('\n');
  const node = (script: string, ...args: string[]) =>
    execFileSync(process.execPath, [path.join(SCRIPTS, script), ...args], { stdio: 'pipe' });
  const exported = (step: string, ...files: string[]) =>
    node('export.mjs', step, format, distFolder(), work, ...files);

  beforeAll(() => {
    exported('read', path.join(work, 'rows.jsonl.gz'));
  }, 60_000);

  test('rows are read: each with its blocks, texts cut short and fixtures too', () => {
    const read = lines('rows.jsonl').map((line) => JSON.parse(line) as Row & { n: number });
    const ids = new Set(read.map(({ id }) => id));
    expect(rows.filter(({ id }) => !ids.has(id))).toEqual([]);
    expect(read.filter(({ n }) => n === 0)).toEqual([]);
    expect(read.some(({ variant }) => variant === 'own')).toBe(true);
    expect(read.some(({ variant }) => variant === 'short')).toBe(format === 'text');
  });

  test('each step writes one row of numbers for each block or page', { timeout: 60_000 }, () => {
    const blocks = lines('rows.jsonl').reduce((sum, line) => sum + JSON.parse(line).n, 0);
    for (const fold of Array(FOLDS).keys()) writeWeights(at(`${fold}.json`), format);
    for (const step of steps) exported(step);
    expect(fs.statSync(at('counts.i32')).size).toBe(blocks * 2 * FLOAT);
    for (const step of steps.filter((one) => one !== 'words')) {
      const columns = JSON.parse(fs.readFileSync(at(`${step}.columns.json`), 'utf8')) as string[];
      const expected = step === 'page' ? lines('rows.jsonl').length : blocks;
      const matrix = fs.readFileSync(at(`${step}.f32`));
      expect(matrix.length).toBe(expected * columns.length * FLOAT);
      const values = new Float32Array(matrix.buffer, matrix.byteOffset, matrix.length / FLOAT);
      expect(values.every(Number.isFinite)).toBe(true);
      expect(new Set(values).size).toBeGreaterThan(columns.length);
    }
  });

  test('a fold is cleaned from the documents that were kept', { timeout: 60_000 }, () => {
    node('clean-fold.mjs', distFolder(), work, format, '0', at('0.cleaned.jsonl'));
    const cleaned = lines('0.cleaned.jsonl').map((line) => JSON.parse(line));
    const wanted = rows.filter(({ fold }) => fold === 0);
    expect(cleaned.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
    for (const [i, { expected_text: text }] of wanted.entries()) {
      if (text !== null) expect(cleaned[i].text).toContain(text.split('\n')[1]);
    }
    expect(fs.statSync(at('0.certainty.f32')).size).toBeGreaterThan(0);
  });

  test.skipIf(!hasModules)(
    `models are fitted (skipped where ${python} has not ${MODULES.join(', ')})`,
    { timeout: 300_000 },
    () => {
      for (const name of tree(work)) if (name.endsWith('.json')) fs.rmSync(path.join(work, name));
      const env = { ...process.env, PYTHONPATH: work, THREADS: '1' };
      const learn = (step: string) => {
        const args = [path.join(SCRIPTS, 'train.py'), step, format, work];
        execFileSync(python, args, { stdio: 'pipe', env });
      };
      learn('labels');
      for (const step of steps) {
        exported(step);
        learn(step);
      }
      learn('finish');
      const fitted = JSON.parse(fs.readFileSync(at('all.json'), 'utf8'));
      expect(fitted.blocks.trees).toBeGreaterThan(0);
      expect(fitted.calibration).toHaveLength(21);
    },
  );
});

function distFolder(): string {
  return path.resolve(path.dirname(bin()), '..');
}

/** Weights as train.py leaves them between its steps: words that all say nothing, and a forest of one tree that asks for them. */
function writeWeights(file: string, format: string): void {
  const linear = { unit: 1, data: Buffer.alloc(BUCKETS).toString('base64') };
  const names = format === 'html' ? linear : null;
  fs.writeFileSync(file, JSON.stringify({ words: linear, names, blocks: packedTree() }));
}

/** A tree with one question, `words:text <= 0`, and two leaves; numbers in the order that forest.ts reads them in. */
function packedTree(): object {
  const parts = [
    Int32Array.of(0),
    Int32Array.of(~0, ~1),
    Float32Array.of(0),
    Float32Array.of(-1, 1),
    Uint16Array.of(0),
  ];
  const data = Buffer.concat(parts.map(({ buffer }) => Buffer.from(buffer))).toString('base64');
  return { columns: ['words:text'], trees: 1, nodes: 1, leaves: 2, data };
}
