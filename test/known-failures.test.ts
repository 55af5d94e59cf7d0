import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compare } from '../src/cli/check/compare.ts';
import { createPipeline } from '../src/pipeline.ts';

const FOLDER = new URL('../known-failures/', import.meta.url);
const INPUT = /\.(?:txt|html)$/;
const desk = createPipeline();
const names = readdirSync(FOLDER, { recursive: true }).map(String);

// One that passes belongs into fixtures/, where it is guarded.
test.each(names.filter((name) => INPUT.test(name)))('%s still fails', (name) => {
  const expected: unknown = JSON.parse(
    readFileSync(new URL(name.replace(INPUT, '.json'), FOLDER), 'utf8'),
  );
  const article = desk.clean({ content: readFileSync(new URL(name, FOLDER)), id: name });
  expect(compare(expected, JSON.parse(JSON.stringify(article)))).not.toEqual([]);
});
