import { describe, expect, it } from 'vitest';
import { persianDate } from '../../src/recognize/dates/calendar.ts';
import { type FoundDate, findDate } from '../../src/recognize/dates/find.ts';
import { structuredDate } from '../../src/recognize/dates/iso.ts';
import { dateLineOf, labelledDates } from '../../src/recognize/dates/line.ts';
import { toLocal } from '../../src/recognize/dates/local.ts';
import { endsInTime } from '../support/deadline.ts';
import { rows } from './data.ts';

const two = (n: number | undefined): string => String(n).padStart(2, '0');

function told(date: FoundDate | null): string | null {
  if (!date) return null;
  if (date.ago) return `${date.ago.count} ${date.ago.unit}`;
  return date.value ?? date.options?.join('?') ?? `--${two(date.month)}-${two(date.day)}`;
}

describe('findDate', () => {
  it.each(rows('dates.tsv'))('%s (%s)', (line, language, value) => {
    const found = findDate(line as string, language ?? undefined);
    expect(told(found)).toBe(value);
    if (found) expect((line as string).slice(found.start, found.end)).toBe(found.raw);
  });

  it('agrees with Intl on the Persian calendar', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    for (let day = Date.UTC(1990, 0, 1); day < Date.UTC(2040, 0, 1); day += 86_400_000 * 3) {
      const part = Object.fromEntries(
        format.formatToParts(day).map((p) => [p.type, Number(p.value)]),
      );
      const { year, month, day: d } = part as { year: number; month: number; day: number };
      expect(persianDate(year, month, d)).toBe(new Date(day).toISOString().slice(0, 10));
    }
  });

  it.each(['1', '1 ', '1.', '12:30 ', 'May '])(
    'ends on a million of %j, which is no date',
    (text) => {
      expect(endsInTime(() => findDate(text.repeat(1e6)))).toBeNull();
    },
  );
});

describe('dateLineOf', () => {
  it.each([
    'วันพฤหัสบดีที่ 27 มีนาคม 2568',
    'Published: 3 May 2024 10:15',
    'Updated May 3, 2024 | 5 min read',
    'Veröffentlicht am 3. Mai 2024 um 10:15 Uhr',
    'Publié le 13 juin 2024 à 10h15, mis à jour le 14 juin 2024 à 09h00',
    '입력 2023.11.24 10:15 수정 2023.11.24 16:40',
    'Giriş: 20.05.2024 - 09:12 | Güncelleme: 20.05.2024 - 11:40',
    '3 years ago',
    'Berlin, 3. Mai 2024',
    'Опубликовано: 24.11.2021 12:30 (МСК)',
    'เผยแพร่ 24 พ.ย. 2566 เวลา 09.05 น.',
    '发布时间：2021-11-24 10:00:00',
  ])('%s', (line) => {
    expect(dateLineOf(line)).not.toBeNull();
  });

  it.each([
    'On May 3, 2024, the council voted.',
    'Jane Roe, 3 May 2024',
    'By Jane Roe | May 3, 2024',
    'Election May 3 2024',
    'Last updated on',
    'Report 2024',
    '',
  ])('not: %s', (line) => {
    expect(dateLineOf(line)).toBeNull();
  });

  it('tells what a label calls a date', () => {
    const labels = labelledDates('Published 3 May 2024 10:15, updated 4 May 2024').map((d) => [
      d.label,
      d.date.value,
    ]);
    expect(labels).toEqual([
      ['published', '2024-05-03T10:15'],
      ['modified', '2024-05-04'],
    ]);
  });
});

describe('structuredDate', () => {
  it.each([
    ['2021-11-24', '2021-11-24'],
    ['20211124', '2021-11-24'],
    ['2021-11-24T10:00:00.123Z', '2021-11-24T10:00:00Z'],
    ['2021-11-24T10:00:00+0100', '2021-11-24T10:00:00+01:00'],
    ['2021-11-24 10:00:00', '2021-11-24T10:00:00'],
    ['Wed, 24 Nov 2021 10:00:00 GMT', '2021-11-24T10:00:00+00:00'],
    ['Wed Nov 24 10:00:00 CET 2021', '2021-11-24T10:00:00'],
    ['Di., 25.01.2022 - 14:45', '2022-01-25T14:45'],
    ['0000-00-00', null],
    ['2021-13-01', null],
    ['2021-02-30T10:00:00Z', null],
    ['', null],
    ['__proto__', null],
  ])('%s', (text, value) => {
    expect(structuredDate(text)?.value ?? null).toBe(value);
  });
});

describe('toLocal', () => {
  it('takes the newsroom’s own zone where the page states the same moment', () => {
    expect(toLocal('2023-11-09T01:09:55Z', ['2023-11-08T18:09'])).toBe('2023-11-08T18:09:55-07:00');
    expect(toLocal('2020-04-13T22:04:00Z', ['2020-04-14T00:04:00+02:00'])).toBe(
      '2020-04-14T00:04:00+02:00',
    );
    expect(toLocal('2023-11-09T01:09:55Z', ['2023-11-08T18:13'])).toBe('2023-11-09T01:09:55Z');
  });
});
