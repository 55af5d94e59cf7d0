import { describe, expect, test } from 'vitest';
import { findDate } from '../../src/recognize/dates/find.ts';
import { ANY_WEEKDAY, weekdayOfSign } from '../../src/recognize/dates/weekday-signs.ts';
import { zoneAfter } from '../../src/recognize/dates/zone.ts';
import { isTime } from '../../src/stages/read/time-line.ts';

describe('words of dates', () => {
  test.each([
    ['24. studenoga 2021. u 10:15', '2021-11-24T10:15'],
    ['24 de noviembre de 2021 a las 10:15', '2021-11-24T10:15'],
    ['24-го ноября 2021 года в 10:15', '2021-11-24T10:15'],
    ['2021 m. lapkričio 24 d.', '2021-11-24'],
    ['ngày 24 tháng 11 năm 2021 lúc 10:15', '2021-11-24T10:15'],
    ['24 November 2021 but 10:15', '2021-11-24'],
    ['दस नवंबर 2021', '2021-11-10'],
    ['3 خرداد 1403', '2024-05-23'],
  ])('%s', (line, value) => {
    expect(findDate(line)?.value).toBe(value);
  });

  test.each([
    ['03/05/2024', 'de', '2024-05-03'],
    ['03/05/2024', 'en-GB', '2024-05-03'],
    ['03/05/2024', 'en-US', '2024-03-05'],
    ['03/05/2024', 'en', null],
  ])('%s in %s', (line, language, value) => {
    expect(findDate(line, language)?.value).toBe(value);
  });
});

describe('time zones', () => {
  test.each([
    ['10:15 CET', '+01:00'],
    ['10:15 по мск', '+03:00'],
    ['10:15 (за києвом)', null],
    ['10:15 CST', null],
    ['10:15 ET', '-05:00'],
  ])('%s', (line, offset) => {
    expect(zoneAfter(line, 5, '2021-11-24')).toEqual({ end: line.length, offset });
  });

  test('letters of no zone are none', () => {
    expect(zoneAfter('10:15 XYZ', 5, '2021-11-24')).toBeNull();
  });
});

describe('signs of weekdays', () => {
  test.each([
    ['一', 1],
    ['天', 7],
    ['日', 7],
    ['月', 1],
    ['土', 6],
    ['수', 3],
    ['年', 0],
  ])('%s is %i', (sign, weekday) => {
    expect(weekdayOfSign(sign)).toBe(weekday);
    expect(new RegExp(ANY_WEEKDAY).test(sign)).toBe(weekday > 0);
  });
});

test.each([
  ['10:15', true],
  ['10.15 Uhr', true],
  ['9:05 p.m.', true],
  ['10:15 trains', false],
  ['10:15:20', false],
])('a live blog’s time of day: %s %s', (line, is) => {
  expect(isTime(line)).toBe(is);
});
