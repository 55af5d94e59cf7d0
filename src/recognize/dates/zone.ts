const KYIV = /к[иі][єе]|київ/iu;
/** Zones whose letters stand for one offset everywhere, upper-cased. */
const OFFSETS: Readonly<Record<string, string>> = {
  Z: 'Z',
  UTC: '+00:00',
  GMT: '+00:00',
  WET: '+00:00',
  WEST: '+01:00',
  CET: '+01:00',
  MEZ: '+01:00',
  CEST: '+02:00',
  MESZ: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  МСК: '+03:00',
  TRT: '+03:00',
  WIB: '+07:00',
  WITA: '+08:00',
  WIT: '+09:00',
  JST: '+09:00',
  KST: '+09:00',
  SGT: '+08:00',
  HKT: '+08:00',
  PKT: '+05:00',
  NPT: '+05:45',
  EST: '-05:00',
  EDT: '-04:00',
  CDT: '-05:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  AKST: '-09:00',
  AKDT: '-08:00',
  NST: '-03:30',
  NDT: '-02:30',
  AEST: '+10:00',
  AEDT: '+11:00',
  ACST: '+09:30',
  ACDT: '+10:30',
  AWST: '+08:00',
  NZST: '+12:00',
  NZDT: '+13:00',
  SAST: '+02:00',
  BRT: '-03:00',
};
/** Zones whose letters mean one offset in some languages only. */
const BY_LANGUAGE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  IST: Object.fromEntries(
    'hi bn mr ta te gu pa kn ml or ur en-IN'.split(' ').map((l) => [l, '+05:30']),
  ),
  BST: { 'en-GB': '+01:00', bn: '+06:00' },
  ART: { es: '-03:00' },
};
/** Zones that change with the season in North America: the offset in winter. */
const SEASONAL: Readonly<Record<string, number>> = { ET: -5, PT: -8 };
/** Zones that are read over, since the same letters stand for several offsets. */
const UNCLEAR = new Set([
  'CST',
  'MST',
  'IST',
  'BST',
  'ART',
  'CT',
  'MT',
  'AST',
  'ADT',
  'WAT',
  'CAT',
  'EAT',
  'GST',
  'PHT',
  'ICT',
  'MYT',
  'IDT',
  'CLT',
  'COT',
]);
const ZONE =
  /^[ ,|]{0,2}\(?(?:\b(utc|gmt|[\p{Lu}]{1,5})\b ?)?(?:([+-−])(\d{1,2})(?::?(\d{2}))?(?![\d.-]))?\)?/iu;
const SECONDS = /:\d{2}:\d{2}$/;
const MOSCOW =
  /^[ ,]{0,2}\(?(?:по московскому времени|по мск|мск|\(мск\)|за київським часом|за києвом)\)?/iu;

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
  const local = MOSCOW.exec(rest);
  if (local)
    return {
      end: at + local[0].length,
      offset: KYIV.test(local[0]) ? null : '+03:00',
    };
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
  const fixed = OFFSETS[name];
  if (fixed !== undefined) return { end, offset: fixed };
  const special = BY_LANGUAGE[name];
  const base = language?.split('-', 1)[0] ?? '';
  if (special) return { end, offset: special[language ?? ''] ?? special[base] ?? null };
  const winter = SEASONAL[name];
  if (winter !== undefined) return { end, offset: seasonal(winter, date) };
  return UNCLEAR.has(name) ? { end, offset: null } : null;
}
