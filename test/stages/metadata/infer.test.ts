import { describe, expect, it } from 'vitest';
import {
  inferYear,
  weekdayIn,
  yearsWithMonth,
} from '../../../src/stages/metadata/dates/infer-year.ts';

const SINCE_2020 = ['The treaty was signed on February 29, 2020.', 'A report of 2018 said so.'];

describe('inferYear', () => {
  it('takes the one year of three in which the day falls on the weekday of the lead', () => {
    expect(
      inferYear('November 24', 'The minister told reporters on Wednesday.', SINCE_2020, 'en'),
    ).toBe('2021-11-24');
    expect(
      inferYear(
        '24 ноя',
        'сообщили в среду',
        ['Договор подписали в феврале 2020 года, 3 марта 2020 года.'],
        'ru',
      ),
    ).toBe('2021-11-24');
    expect(
      inferYear('3. März', 'teilte am Mittwoch mit', ['Seit dem 1. Mai 2020 gilt das.'], 'de'),
    ).toBe('2021-03-03');
  });

  it.each([
    ['no weekday in the lead', 'November 24', 'The minister told reporters.', SINCE_2020],
    [
      'two weekdays in the lead',
      'November 24',
      'He said on Wednesday what he had denied on Monday.',
      SINCE_2020,
    ],
    ['no year with a month', 'November 24', 'He said on Wednesday.', ['In 2020 it was different.']],
    ['no year of the three fits', 'November 24', 'He said on Saturday.', SINCE_2020],
    ['a day alone', '24', 'He said on Wednesday.', SINCE_2020],
    [
      'the weekday of another day',
      'November 24',
      'The court met on Friday, 26 November.',
      SINCE_2020,
    ],
    ['next Wednesday', 'November 24', 'The talks begin next Wednesday.', SINCE_2020],
  ])('gives null: %s', (_, date, lead, texts) => {
    expect(inferYear(date, lead, texts, 'en')).toBeNull();
  });

  it('finds years only where a month stands beside them', () => {
    expect(
      yearsWithMonth(['In February 2020, and in 2021.', 'am 3. März 2019', '2018年5月3日']),
    ).toEqual([2020, 2019, 2018]);
    expect(weekdayIn('它星期三说', 'zh')).toBe(3);
    // a weekday's short form in another language
    expect(weekdayIn('Dear readers, the ferry is back.', 'en')).toBeNull();
    expect(weekdayIn('Dear readers, it came back on Wednesday.', 'en')).toBe(3);
  });
});

describe('months in other cases', () => {
  it.each([
    ['ru', 'в марте 2022 года'],
    ['uk', 'у березні 2022 року'],
    ['pl', 'w marcu 2022 roku'],
    ['cs', 'v březnu 2022'],
    ['fi', 'maaliskuussa 2022'],
    ['el', 'τον Μάρτιο του 2022'],
  ])('%s: %s', (language, text) => {
    expect(yearsWithMonth([text], language)).toEqual([2022]);
  });
});
