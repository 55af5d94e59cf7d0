import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textVerdict } from '../../../src/stages/label/line-rules/text-rules.ts';
import { lineOf } from '../../support/lines.ts';

/** Rows of `label<TAB>line`: what a line's words alone say of it; `keep` for text in the words of boilerplate. */
const rows = readFileSync(new URL('cases/words.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((row) => row.split('\t') as [string, string]);

test.each(rows)('%s: %s', (label, text) => {
  expect(textVerdict(lineOf(text))?.label ?? 'keep').toBe(label);
});
