import { isoDate } from './calendar.ts';
import { type FoundDate, findDate } from './find.ts';
import { common } from './numeric.ts';

const HAS_OFFSET = /(?:Z|[+-]\d{2}:\d{2})$/;

/** A date of structured data. */
export interface StructuredDate {
  readonly value: string;
  readonly precision: 'year' | 'month' | 'day' | 'minute' | 'second';
}

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T t]+(\d{2})[:.]?(\d{2})(?::?(\d{2})(?:[.,:]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?(?:\[[\w/]+\])?)?$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const RFC =
  /^(?:[A-Z][a-z]{2},? )?([A-Z][a-z]{2}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (?:([A-Z]{1,5}|GMT[+-]\d{4}) )?(\d{4})/;
const MAIL =
  /^(?:[A-Z][a-z]{2},? )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2})(?::(\d{2}))? ?(GMT|UTC|Z|[+-]\d{2}:?\d{2})?$/;
const EPOCH = /^1\d{9}(?:\d{3})?$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function offsetOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  if (zone === 'Z') return 'Z';
  if (zone === 'UTC' || zone === 'GMT') return '+00:00';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return Number(digits.slice(0, 2)) > 14 || Number(digits.slice(2)) > 59
    ? ''
    : `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function assemble(
  date: string | null,
  h?: string,
  m?: string,
  s?: string,
  zone?: string,
): StructuredDate | null {
  if (date === null) return null;
  if (h === undefined || m === undefined) return { value: date, precision: 'day' };
  if (Number(h) > 23 || Number(m) > 59 || Number(s ?? 0) > 59)
    return { value: date, precision: 'day' };
  return {
    value: `${date}T${h}:${m}${s === undefined ? '' : `:${s}`}${offsetOf(zone)}`,
    precision: s === undefined ? 'minute' : 'second',
  };
}

const monthNumber = (name: string | undefined): number => MONTHS.indexOf(name ?? '') + 1;

/**
 * Reads a date of an attribute or of JSON-LD: ISO 8601 in its common spellings, mail and Java dates, seconds since 1970,
 * then any date that a reader would understand.
 * @returns null when it is none, or no such day
 */
export function structuredDate(text: string, language?: string): StructuredDate | null {
  const value = text.trim();
  const iso = ISO.exec(value);
  if (iso) {
    const [, y, mo, d, h, mi, s, zone] = iso;
    return assemble(common(Number(y), Number(mo), Number(d)), h, mi, s, zone);
  }
  const month = MONTH.exec(value);
  if (month)
    return isoDate(Number(month[1]), Number(month[2]), 1) ? { value, precision: 'month' } : null;
  const java = RFC.exec(value);
  if (java) {
    const [, mo, d, h, mi, s, , y] = java;
    return assemble(isoDate(Number(y), monthNumber(mo), Number(d)), h, mi, s);
  }
  const mail = MAIL.exec(value);
  if (mail) {
    const [, d, mo, y, h, mi, s, zone] = mail;
    return assemble(isoDate(Number(y), monthNumber(mo), Number(d)), h, mi, s, zone);
  }
  if (EPOCH.test(value)) {
    const time = new Date(Number(value) * (value.length === 10 ? 1000 : 1));
    return { value: `${time.toISOString().slice(0, 19)}Z`, precision: 'second' };
  }
  if (value.length > 80) return null;
  const found = findDate(value, language);
  return found ? stated(found) : null;
}

/** A found date that is complete. */
export function stated(found: FoundDate): StructuredDate | null {
  return found.value === null ? null : { value: found.value, precision: found.precision };
}

/** Whether a date lies after the day of reading. */
export function isAfter(value: string, reference: string | undefined): boolean {
  if (reference === undefined) return false;
  const end = Date.parse(reference);
  if (Number.isNaN(end)) return false;
  if (value.length <= 10) return value > new Date(end).toISOString().slice(0, value.length);
  const start = Date.parse(value);
  if (Number.isNaN(start)) return false;
  // a local time without an offset may be up to 14 hours ahead; a reference that is a mere day lasts until its end
  const slack = (HAS_OFFSET.test(value) ? 0 : 14) + (reference.length <= 10 ? 24 : 0);
  return start > end + slack * 3_600_000;
}
