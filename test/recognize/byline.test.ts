import { describe, expect, it } from 'vitest';
import { parseByline } from '../../src/recognize/byline/index.ts';
import { endsInTime } from '../support/deadline.ts';
import { rows } from './data.ts';

describe('parseByline', () => {
  it.each(rows('bylines.tsv'))('%s', (line, authors, confident) => {
    const found = parseByline(line as string);
    const told = found?.authors.map((a) => `${a.name}/${a.kind}`).join(';') ?? null;
    expect(told).toBe(authors);
    if (authors !== null) expect(found?.confident).toBe(confident === 'yes');
  });

  it('reads a line of 300 characters and none that is longer', () => {
    expect(parseByline('By Anna Berg'.padEnd(300))?.authors).toHaveLength(1);
    expect(parseByline('By Anna Berg'.padEnd(301))).toBeNull();
    expect(parseByline('By '.repeat(1e6))).toBeNull();
  });

  // 300 characters are few enough for anything but a pattern that tries all ways to read them.
  const parts = ['By ', 'A ', '(', 'Jane, ', 'and ', 'a.b@', '. ', 'Photo: ', 'Dr. ', '图/', '1 '];
  it.each(parts)('ends on lines of %j and another part', (part) => {
    for (const other of parts) {
      for (const line of [part.repeat(300) + other, (part + other).repeat(300)]) {
        const [start, end] = [line.slice(0, 300), line.slice(-300)];
        expect(endsInTime(() => [start, end].map((text) => parseByline(text)).length)).toBe(2);
      }
    }
  });
});
