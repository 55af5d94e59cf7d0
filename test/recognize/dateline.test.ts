import { describe, expect, it } from 'vitest';
import { parseDateline } from '../../src/recognize/dateline/index.ts';
import { endsInTime } from '../support/deadline.ts';
import { rows } from './data.ts';

describe('parseDateline', () => {
  const cases = rows('datelines.tsv');

  it('has at least 150 cases and 60 look-alikes', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(rows('lookalikes.txt').length).toBeGreaterThanOrEqual(60);
  });

  it.each(cases)('%s', (marked, place, date, agency) => {
    const [raw, rest] = (marked as string).split('¦') as [string, string];
    const { length, ...found } = parseDateline(raw + rest) ?? { length: 0 };
    expect(found).toEqual({ raw, place, date, agency });
    expect(length).toBe(raw.length);
  });

  it.each(rows('lookalikes.txt'))('finds none in: %s', (text) => {
    expect(parseDateline(text as string)).toBeNull();
  });

  it.each(['(', 'A, ', '1 ', '【', 'A'])(
    'ends on a million of %j, which is no dateline',
    (text) => {
      expect(endsInTime(() => parseDateline(text.repeat(1e6)))).toBeNull();
    },
  );
});
