import { readAsset } from './asset.ts';
import { once } from './once.ts';

/** What a language calls months, weekdays, halves of the day, and the past; lower-cased, without a final stop. */
export interface CalendarWords {
  readonly months: readonly (readonly string[])[];
  /** Monday first. */
  readonly weekdays: readonly (readonly string[])[];
  readonly am: readonly string[];
  readonly pm: readonly string[];
  /** Patterns by unit; `{0}` is the number. */
  readonly ago: Readonly<Record<string, readonly string[]>>;
  readonly today: readonly string[];
  readonly yesterday: readonly string[];
}

/** The words of each language (BCP 47) for dates, from CLDR and data/calendar-extra.json. */
export const calendar: () => Readonly<Record<string, CalendarWords>> = once(
  () =>
    JSON.parse(
      readAsset<unknown>('calendar.bin', 'node scripts/tables/calendar.mjs').text('calendar'),
    ) as Readonly<Record<string, CalendarWords>>,
);
