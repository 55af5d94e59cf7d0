import { type Asset, readAsset } from './asset.ts';
import { once } from './once.ts';

/** Units of relative dates. */
export type Unit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';

/** What stands before and behind the number in a relative date, folded: `3 hours ago`, `vor 3 Stunden`. */
export interface AgoPattern {
  readonly prefix: string;
  readonly suffix: string;
  readonly unit: Unit;
}

/** What languages call parts of dates, all folded (src/text/fold.ts). */
export interface CalendarValues {
  /** BCP 47, in the order of their places in the tables. */
  readonly languages: readonly string[];
  /** Halves of the day. */
  readonly am: readonly string[];
  readonly pm: readonly string[];
  /** Patterns by the first character behind the number, those with the most words first. */
  readonly numbered: readonly (readonly [string, readonly AgoPattern[]])[];
  /** Relative dates without a number (`yesterday`, `an hour ago`). */
  readonly plain: readonly (readonly [string, { readonly unit: Unit; readonly count: number }])[];
}

/**
 * The words of dates, which `npm run generate` makes of assets/calendar.bin (CLDR and data/calendar-extra.json). Its
 * tables `months` and `weekdays` are indexes of names; each stands for numbers that hold the place of the language
 * (from bit 8 on) and the month or, from Monday on, the day (both from 1 on).
 */
export const calendar: () => Asset<CalendarValues> = once(() =>
  readAsset<CalendarValues>('built/calendar.bin', 'npm run generate'),
);
