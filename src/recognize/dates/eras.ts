import { isoDate } from './calendar.ts';
import { HAN_WEEKDAY, type NumericDay, weekdayOfHan } from './numeric.ts';

/** An era of Japan's calendar, or the Republic of China's: its year 1, first and last day (ISO 8601). */
interface Era {
  readonly names: readonly string[];
  readonly first: string;
  readonly last: string;
}

// Japan: the days on which emperors succeeded (Act on Era Names, and the proclamations before it). Republic of China: from
// its founding on.
const ERAS: readonly Era[] = [
  { names: ['令和', 'r', 'ｒ', '㋿'], first: '2019-05-01', last: '2199-12-31' },
  { names: ['平成', 'h', 'ｈ', '㍻'], first: '1989-01-08', last: '2019-04-30' },
  { names: ['昭和', 's', 'ｓ', '㍼'], first: '1926-12-25', last: '1989-01-07' },
  { names: ['大正', 't', '㍽'], first: '1912-07-30', last: '1926-12-25' },
  { names: ['明治', 'm', '㍾'], first: '1868-10-23', last: '1912-07-30' },
  { names: ['民國', '民国'], first: '1912-01-01', last: '2199-12-31' },
];
/** Years that were counted on by texts that were written before an era ended. */
const MAX_COUNTED_ON = 5;
const NAMES = ERAS.flatMap(({ names }) => names.filter((name) => name.length > 1)).join('|');
const SIGNS = '[㋿㍻㍼㍽㍾]';
const NUMBER = '(?:\\d{1,4}|[〇零一二三四五六七八九十百]{1,5})';
const ERA_YEAR = `((?:${NAMES})|${SIGNS}) ?(元|${NUMBER}) ?年`;
const MONTH_DAY = `(${NUMBER}) ?月 ?(${NUMBER}) ?[日號号]${HAN_WEEKDAY}`;
// The common year may stand beside the era's, in brackets.
const BY_ERA = new RegExp(`${ERA_YEAR}(?: ?[(（]\\d{4} ?年?[)）])? ?${MONTH_DAY}`, 'g');
const WITH_ERA = new RegExp(
  `(?<!\\d)(\\d{4}) ?年 ?[(（](?:${NAMES}|${SIGNS}) ?(?:元|${NUMBER}) ?年?[)）] ?${MONTH_DAY}`,
  'g',
);
const SPELT = new RegExp(`([〇零一二三四五六七八九]{4}) ?年 ?${MONTH_DAY}`, 'g');
/** `R6.5.14`, in Japanese only: elsewhere it is a version or a paragraph. */
const SHORT =
  /(?<![\p{L}\d])([rhsｒｈｓ]) ?(\d{1,2}|元)[./．／] ?(\d{1,2})[./．／] ?(\d{1,2})(?![\d./])/gu;
const STARTS_IN_DIGITS = /^\d/;
const MAY_HOLD = /年/;
const DIGITS = '〇一二三四五六七八九';
const TEN = '十';
const HUNDRED = '百';

/** Days by the years of eras (`令和6年5月14日`), and days spelt in Han numerals, in a folded line. */
export function eraDays(folded: string, language: string | undefined): NumericDay[] {
  const out: NumericDay[] = [];
  const add = (match: RegExpExecArray, value: string | null, weekday: string | undefined) => {
    const end = match.index + match[0].length;
    const overlaps = out.some((day) => day.start < end && match.index < day.end);
    if (value === null || overlaps) return;
    out.push({ start: match.index, end, options: [value], ...weekdayOfHan(weekday) });
  };
  if (MAY_HOLD.test(folded)) {
    for (const match of folded.matchAll(WITH_ERA)) {
      const [, year, month, day] = match;
      add(match, isoDate(Number(year), numberOf(month!), numberOf(day!)), sign(match, 4));
    }
    for (const match of folded.matchAll(BY_ERA)) {
      const [, era, year, month, day] = match;
      add(match, dayOfEra(era!, year!, month!, day!), sign(match, 5));
    }
    for (const match of folded.matchAll(SPELT)) {
      const [, year, month, day] = match;
      add(match, isoDate(numberOf(year!), numberOf(month!), numberOf(day!)), sign(match, 4));
    }
  }
  if (language?.startsWith('ja')) {
    for (const match of folded.matchAll(SHORT)) {
      const [, era, year, month, day] = match;
      add(match, dayOfEra(era!, year!, month!, day!), undefined);
    }
  }
  return out;
}

/** The first of the groups of HAN_WEEKDAY that holds a sign. */
function sign(match: RegExpExecArray, from: number): string | undefined {
  return match.slice(from).find((group) => group !== undefined);
}

/** ISO date of a day in an era; null where the era has no such day. */
function dayOfEra(name: string, year: string, month: string, day: string): string | null {
  const era = ERAS.find(({ names }) => names.includes(name));
  if (!era) return null;
  const count = year === '元' ? 1 : numberOf(year);
  const date = isoDate(Number(era.first.slice(0, 4)) + count - 1, numberOf(month), numberOf(day));
  if (date === null || date < era.first) return null;
  return Number(date.slice(0, 4)) - Number(era.last.slice(0, 4)) <= MAX_COUNTED_ON ? date : null;
}

/** A number in digits or in Han numerals: `14`, `十四`, `一一三`, `百十三`. */
function numberOf(text: string): number {
  if (STARTS_IN_DIGITS.test(text)) return Number(text);
  const signs = [...text.replaceAll('零', '〇')];
  if (!signs.includes(TEN) && !signs.includes(HUNDRED)) {
    return Number(signs.map((sign) => DIGITS.indexOf(sign)).join(''));
  }
  let [sum, last] = [0, 0];
  for (const sign of signs) {
    const unit = sign === HUNDRED ? 100 : sign === TEN ? 10 : 0;
    if (unit === 0) last = DIGITS.indexOf(sign);
    else {
      sum += unit * (last || 1);
      last = 0;
    }
  }
  return sum + last;
}
