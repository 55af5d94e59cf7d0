import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OFFERS } from '../../../src/document/label-sets.ts';
import { createPipeline } from '../../../src/pipeline.ts';

/** Rows of `label<TAB>line`; lines labelled `keep` are text in the words of boilerplate. */
const CASES = new URL('cases/lines/', import.meta.url);
const FIXTURES = new URL('../../../fixtures/', import.meta.url);
/** Articles in languages of which there are no fixtures: a title and paragraphs, blank lines between. */
const CARRIERS = new URL('cases/carriers/', import.meta.url);
const BLANK_LINE = '\n\n';
const MIN_LENGTH = 30;
/** Lines of boilerplate below the article, and how far they stand apart in the file. */
const OTHERS = 6;
const STEP = 5;
const desk = createPipeline();

interface Carrier {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** The first fixture of a language that has a title and four paragraphs, or what stands for one. */
function carrierOf(language: string): Carrier {
  const written = new URL(`${language}.txt`, CARRIERS);
  if (existsSync(written)) {
    const [title, ...paragraphs] = readFileSync(written, 'utf8').trimEnd().split(BLANK_LINE);
    return { title: title!, paragraphs };
  }
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

/** What becomes of a line between the paragraphs of an article, with some lines below it: its label, or `keep`. */
function fateOf(
  { title, paragraphs }: Carrier,
  line: string,
  below: readonly string[] = [],
): string {
  const lines = [title, ...paragraphs.slice(0, 2), line, ...paragraphs.slice(2), ...below];
  const content = lines.join(BLANK_LINE);
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
  const boilerplate = rows.filter(([label]) => label !== 'keep');

  test('what only sounds like boilerplate stays', () => {
    const kept = rows.filter(([label]) => label === 'keep').map(([, line]) => line);
    const taken = kept.filter((line) => fateOf(carrier, line) !== 'keep');
    expect(taken).toEqual([]);
  });

  test('of boilerplate in a text with more of it at least 80 in 100 lines go, 75 under their own label', () => {
    const fates = boilerplate.map(([label, line], i) => {
      const below = Array.from({ length: OTHERS }, (_, k) => {
        return boilerplate[(i + 1 + k * STEP) % boilerplate.length]![1];
      });
      return { label, line, fate: fateOf(carrier, line, below) };
    });
    const gone = fates.filter(({ fate }) => fate !== 'keep' && fate !== 'lost');
    const named = fates.filter(({ label, fate }) => label === fate);
    expect(gone.length / fates.length).toBeGreaterThanOrEqual(0.8);
    expect(named.length / fates.length).toBeGreaterThanOrEqual(0.75);
  });

  test('of what a page offers at least 75 in 100 lines go from a text that holds nothing else of the kind', () => {
    const offers = boilerplate.filter(([label]) => OFFERS.has(label));
    const gone = offers.filter(([, line]) => fateOf(carrier, line) !== 'keep');
    expect(gone.length / offers.length).toBeGreaterThanOrEqual(0.75);
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
