import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compare } from '../src/cli/check/compare.ts';
import { renderDifferences } from '../src/cli/check/render.ts';
import { createPaint } from '../src/cli/terminal/paint.ts';
import { createPipeline, type Pipeline } from '../src/pipeline.ts';
import { inputs } from './support/inputs.ts';

const EXTENSION = /\.(?:txt|html)$/;
const ROOT = new URL('../', import.meta.url);
const plain = createPaint(false);
const pairs = inputs().filter(({ path }) => path.startsWith('fixtures/'));
const expectedOf = (path: string): URL => new URL(path.replace(EXTENSION, '.json'), ROOT);

const pipelines = new Map<string, Pipeline>();

/** The pipeline that writes what an expectation has keys for. */
function pipelineFor(expected: Readonly<Record<string, unknown>>): Pipeline {
  const ledger = Object.hasOwn(expected, 'spans') ? 'full' : 'inline';
  const html = Object.hasOwn(expected, 'html');
  const key = `${ledger} ${html}`;
  const pipeline = pipelines.get(key) ?? createPipeline({ ledger, html });
  pipelines.set(key, pipeline);
  return pipeline;
}

describe('fixtures give the expected articles', () => {
  test.each(pairs)('$path', ({ path, content, format }) => {
    const expected = JSON.parse(readFileSync(expectedOf(path), 'utf8')) as Record<string, unknown>;
    const article = pipelineFor(expected).clean({
      content,
      format,
      id: path.replace(EXTENSION, ''),
    });
    const differences = compare(expected, JSON.parse(JSON.stringify(article)));
    expect(renderDifferences(differences, plain)).toEqual([]);
  });
});

test('every input has its expected article, and there are enough of them', () => {
  expect(pairs.filter(({ path }) => !existsSync(expectedOf(path)))).toEqual([]);
  expect(pairs.length).toBeGreaterThanOrEqual(45);
});

test.each(pairs)('$path: each entry of its ledger says its rule and how sure it is', ({ path }) => {
  const { removed = [], changes = [] } = JSON.parse(readFileSync(expectedOf(path), 'utf8')) as {
    removed?: readonly object[];
    changes?: readonly object[];
  };
  const entries = [...removed, ...changes];
  expect(
    entries.filter((e) => !Object.hasOwn(e, 'rule') || !Object.hasOwn(e, 'certainty')),
  ).toEqual([]);
});

test('languages, scripts and formats are mixed', () => {
  expect(new Set(pairs.map(({ path }) => path.split('/')[1])).size).toBeGreaterThanOrEqual(15);
  const pages = pairs.filter(({ format }) => format === 'html').length;
  expect(pages / pairs.length).toBeGreaterThan(0.35);
  expect(pages / pairs.length).toBeLessThan(0.6);
});

test('the expected article of a seed is the seed’s', () => {
  const seeds = inputs().filter(({ path }) => path.startsWith('seeds/'));
  expect(seeds).toHaveLength(5);
  for (const { path, content } of seeds) {
    expect(pairs.find((pair) => pair.path === `fixtures/${path}`)?.content).toEqual(content);
  }
});
