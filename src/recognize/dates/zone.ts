import { timeZones } from '../../assets/lexicon.ts';
import { once } from '../../assets/once.ts';

const ZONE =
  /^[ ,|]{0,2}\(?(?:\b(utc|gmt|[\p{Lu}]{1,5})\b ?)?(?:([+-−])(\d{1,2})(?::?(\d{2}))?(?![\d.-]))?\)?/iu;
/** Zones in words. */
const phrases = once(() =>
  Object.entries(timeZones().phrases).map(([phrase, offset]) => ({
    pattern: new RegExp(`^[ ,]{0,2}\\(?${phrase}\\)?`, 'iu'),
    offset,
  })),
);
const SECONDS = /:\d{2}:\d{2}$/;

/** A zone after a time. */
export interface FoundZone {
  readonly end: number;
  /** Null where the letters leave the offset open. */
  readonly offset: string | null;
}

function numeric(sign: string, hours: string, minutes: string | undefined): string | null {
  if (Number(hours) > 14 || Number(minutes ?? 0) > 59) return null;
  return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes ?? '00'}`;
}

/** Sunday number `nth` of a month, as a day. */
function sunday(year: number, month: number, nth: number): number {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  return 1 + ((7 - first) % 7) + 7 * (nth - 1);
}

/** Offset of a North American zone on a day; null on the two days on which the clocks change. */
function seasonal(winter: number, date: string): string | null {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  if (year < 2007) return null;
  const key = month * 100 + day;
  const from = 300 + sunday(year, 3, 2);
  const to = 1100 + sunday(year, 11, 1);
  if (key === from || key === to) return null;
  const offset = key > from && key < to ? winter + 1 : winter;
  return `-${String(-offset).padStart(2, '0')}:00`;
}

/**
 * Reads a time zone right after a time.
 * @param text the line as printed
 * @param at end of the time
 * @param date ISO date to which the time belongs
 */
export function zoneAfter(
  text: string,
  at: number,
  date: string,
  language?: string,
): FoundZone | null {
  const rest = text.slice(at, at + 40);
  for (const { pattern, offset } of phrases()) {
    const found = pattern.exec(rest);
    if (found) return { end: at + found[0].length, offset };
  }
  const match = ZONE.exec(rest);
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  const raw = match[0].trimEnd();
  if (raw.includes('(') && !raw.endsWith(')')) return null;
  const end = at + raw.length;
  const name = match[1]?.toUpperCase();
  const world = name === 'UTC' || name === 'GMT';
  if (match[2] !== undefined && match[3] !== undefined) {
    // "10:00-11:30" is a stretch of time, "10:00:00-05:00" a zone
    const plain = name === undefined && match[4] !== undefined && SECONDS.test(text.slice(0, at));
    const offset = world || plain ? numeric(match[2], match[3], match[4]) : null;
    return offset === null ? null : { end, offset };
  }
  return name !== undefined && (match[1] === name || world)
    ? named(name, end, date, language)
    : null;
}

/** A zone by its letters. */
function named(name: string, end: number, date: string, language?: string): FoundZone | null {
  const zones = timeZones();
  const fixed = zones.fixed[name];
  if (fixed !== undefined) return { end, offset: fixed };
  const special = zones.byLanguage[name];
  const base = language?.split('-', 1)[0] ?? '';
  if (special) return { end, offset: special[language ?? ''] ?? special[base] ?? null };
  const winter = zones.seasonal[name];
  if (winter !== undefined) return { end, offset: seasonal(winter, date) };
  return zones.unclear.includes(name) ? { end, offset: null } : null;
}
