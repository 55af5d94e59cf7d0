const UTC = /(?:Z|[+-]00:00)$/;
const OFFSET = /[+-]\d{2}:\d{2}$/;
/** Milliseconds of a minute. */
const MINUTE = 60_000;
/** In minutes: offsets of time zones are multiples (IANA time zone database). */
const QUARTER = 15;
/** In minutes: the furthest offset in use, UTC+14 (IANA time zone database: Pacific/Kiritimati). */
const FURTHEST = 14 * 60;

/** The instant of a value, in minutes; a value without an offset is read as if it were UTC. */
function minutes(value: string): number | null {
  const time = Date.parse(UTC.test(value) || OFFSET.test(value) ? value : `${value}Z`);
  return Number.isNaN(time) ? null : Math.floor(time / MINUTE);
}

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * A date-time in UTC, told in the zone of the newsroom, where the page states the same moment in local time.
 * @param value ISO date-time
 * @param others what the page states or prints elsewhere
 * @returns the value as it was where nothing tells its zone
 * @example toLocal('2023-11-09T01:09:55Z', ['2023-11-08T18:09']) // '2023-11-08T18:09:55-07:00'
 */
export function toLocal(value: string, others: readonly string[]): string {
  if (!value.includes('T') || !UTC.test(value)) return value;
  const instant = minutes(value);
  if (instant === null) return value;
  for (const other of others) {
    if (!other.includes('T') || UTC.test(other)) continue;
    const there = minutes(other);
    if (there === null) continue;
    if (OFFSET.test(other)) {
      if (there === instant) return other;
      continue;
    }
    const offset = there - instant;
    if (offset === 0 || offset % QUARTER !== 0 || Math.abs(offset) > FURTHEST) continue;
    const seconds = value.slice(16).replace(UTC, '');
    const sign = offset < 0 ? '-' : '+';
    return `${other.slice(0, 16)}${seconds}${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  }
  return value;
}
