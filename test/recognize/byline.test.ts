import { describe, expect, it } from 'vitest';
import { parseByline } from '../../src/recognize/byline/index.ts';
import { rows } from './data.ts';

describe('parseByline', () => {
  it.each(rows('bylines.tsv'))('%s', (line, authors, confident) => {
    const found = parseByline(line as string);
    const told = found?.authors.map((a) => `${a.name}/${a.kind}`).join(';') ?? null;
    expect(told).toBe(authors);
    if (authors !== null) expect(found?.confident).toBe(confident === 'yes');
  });

  it('is linear on hostile input', () => {
    const start = performance.now();
    for (const text of [
      'By '.repeat(100),
      'A '.repeat(150),
      '('.repeat(300),
      'By '.repeat(1e6),
      'Jane, '.repeat(50),
    ])
      parseByline(text);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
