import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createPipeline } from '../../../src/pipeline.ts';

/** Rows of `label<TAB>line`; lines labelled `keep` are text in the words of boilerplate. */
const CASES = new URL('cases/lines/', import.meta.url);
const FIXTURES = new URL('../../../fixtures/', import.meta.url);
const BLANK_LINE = '\n\n';
const MIN_LENGTH = 30;
const desk = createPipeline();

interface Carrier {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** The first fixture of a language that has a title and four paragraphs. */
function carrierOf(language: string): Carrier {
  const folder = new URL(`${language}/`, FIXTURES);
  const found = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    .map(
      ({ title, body }): Carrier => ({
        title,
        paragraphs: (body ?? []).map(textOf).filter(isLong),
      }),
    )
    .find(({ title, paragraphs }) => title && paragraphs.length >= 4);
  return { ...found!, paragraphs: found!.paragraphs.slice(0, 6) };
}

function textOf({ type, text }: { type: string; text: string }): string {
  return type === 'paragraph' ? text : '';
}

function isLong(text: string): boolean {
  return text.length > MIN_LENGTH;
}

/** What becomes of a line between the paragraphs of an article: its label, or `keep`. */
function fateOf({ title, paragraphs }: Carrier, line: string): string {
  const content = [title, ...paragraphs.slice(0, 2), line, ...paragraphs.slice(2)].join(BLANK_LINE);
  const { body, removed } = desk.clean({ content, format: 'text' });
  if (body.some(({ text }) => text === line)) return 'keep';
  return removed!.find(({ text }) => text === line)?.label ?? 'lost';
}

describe.each(readdirSync(CASES).map((name) => name.slice(0, -'.tsv'.length)))('%s', (language) => {
  const rows = readFileSync(new URL(`${language}.tsv`, CASES), 'utf8')
    .trimEnd()
    .split('\n')
    .map((row) => row.split('\t') as [string, string]);
  const carrier = carrierOf(language);
  const fates = rows.map(([label, line]) => ({ label, line, fate: fateOf(carrier, line) }));

  test('what only sounds like boilerplate stays', () => {
    const taken = fates.filter(({ label, fate }) => label === 'keep' && fate !== 'keep');
    expect(taken).toEqual([]);
  });

  test('of boilerplate at least 95 in 100 lines go, 85 under their own label', () => {
    const boilerplate = fates.filter(({ label }) => label !== 'keep');
    const gone = boilerplate.filter(({ fate }) => fate !== 'keep' && fate !== 'lost');
    const named = boilerplate.filter(({ label, fate }) => label === fate);
    expect(gone.length / boilerplate.length).toBeGreaterThanOrEqual(0.95);
    expect(named.length / boilerplate.length).toBeGreaterThanOrEqual(0.85);
  });
});

describe('known failures', () => {
  const rows = readFileSync(new URL('cases/lines-failing.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((row) => row.split('\t') as [string, string, string]);

  test.fails.each(rows)('%s %s: %s', (language, label, line) => {
    expect(fateOf(carrierOf(language), line)).toBe(label);
  });
});
