import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cleanFull } from '../../support/desk.ts';
import { BODY } from '../../support/labels.ts';

/** What a page without a heading says of its title in its head; `LD:` stands for a JSON-LD script. */
interface Case {
  readonly label: string;
  readonly head: string;
  readonly title: string | null;
  /** Code of the warning that the article carries. */
  readonly warning: string | null;
}

const cases = readFileSync(new URL('cases/bad-input.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

const LONG = 'A title of words without end '.repeat(345);
const DEEP = '['.repeat(50_000) + ']'.repeat(50_000);
const BARS = 'Ferry | '.repeat(1000);

function pageOf(head: string): string {
  const filled = head.replace('$LONG', LONG).replace('$DEEP', DEEP).replace('$BARS', BARS);
  const elements = filled.startsWith('LD:')
    ? `<script type="application/ld+json">${filled.slice(3)}</script>`
    : filled;
  const body = BODY.map((paragraph) => `<p>${paragraph}</p>`).join('');
  return `<html lang="en"><head>${elements}</head><body><article>${body}</article></body></html>`;
}

test.each(cases)('$label', ({ head, title, warning }) => {
  const article = cleanFull({ content: pageOf(head), format: 'html' });
  expect(article.title).toBe(title);
  expect(article.warnings.map(({ code }) => code)).toEqual(warning === null ? [] : [warning]);
  expect(article.body.map(({ text }) => text)).toEqual([...BODY]);
});

test('nothing leaks into the prototype', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['headline']).toBeUndefined();
});
