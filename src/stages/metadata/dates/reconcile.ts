import type { Dated } from './date-facts.ts';

const UTC = /T(\d{2}):.*(?:Z|[+-]00:00)$/;
/** Milliseconds of a day. */
const DAY = 86_400_000;
/** In hours UTC: until then it is still the day before in the furthest zone west, UTC−12. */
const FURTHEST_WEST = 12;
/** From then on it is the day after in the furthest zone east, UTC+14. */
const FURTHEST_EAST = 10;

const dayOf = (date: Dated | null): string | undefined => date?.value.slice(0, 10);

/** What a page says about the day of its publication. */
export interface Statements {
  /** From JSON-LD. */
  readonly ld: Dated | null;
  /** From meta elements. */
  readonly meta: Dated | null;
  readonly modified: Dated | null;
  /** The day in the address. */
  readonly url: Dated | null;
  /** What readers see beside the title. */
  readonly printed: () => Dated | null;
}

/** Whether a date lies on a day, in the zone of some newsroom at least. */
export function isSameDay(value: string, day: string): boolean {
  return value.slice(0, 10) === day || mayBe(value, day);
}

/** Whether a moment in UTC is, in the zone of a newsroom, one on another day. */
function mayBe(value: string, day: string): boolean {
  const hour = UTC.exec(value)?.[1];
  if (hour === undefined) return false;
  const days = (Date.parse(day) - Date.parse(value.slice(0, 10))) / DAY;
  return days === -1 ? Number(hour) < FURTHEST_WEST : days === 1 && Number(hour) >= FURTHEST_EAST;
}

/**
 * Of the dates that data state the one to trust. Where JSON-LD and meta elements disagree, the printed date decides; data
 * that call the last change the publication give way to an earlier printed day; a moment in UTC becomes the day that the
 * newsroom itself prints or has in its address.
 */
export function reconcile({ ld, meta, modified, url, printed }: Statements): Dated | null {
  const stated = ld ?? meta;
  if (!stated) return null;
  const day = dayOf(stated) as string;
  const other =
    ld && meta && meta.precision !== 'day' && dayOf(meta) !== dayOf(modified) ? meta : null;
  if (other && dayOf(other) !== day && dayOf(printed()) === dayOf(other)) return other;
  if (modified && dayOf(modified) === day) {
    const shown = printed();
    if (shown && (dayOf(shown) as string) < day && !mayBe(stated.value, dayOf(shown) as string))
      return shown;
  }
  if (!UTC.test(stated.value)) return stated;
  const own = [url, printed()].find((d) => d && dayOf(d) !== day);
  if (!own || !mayBe(stated.value, dayOf(own) as string)) return stated;
  return { ...own, value: dayOf(own) as string, precision: 'day', certainty: 'stated' };
}
