import { isUtf8 } from 'node:buffer';
import type { ParquetParsers } from 'hyparquet';

/** Milliseconds of a day, in which Parquet counts dates. */
const MILLISECONDS_A_DAY = 86_400_000;
const THOUSAND = 1000n;
const MILLION = 1_000_000n;

/** Moments and days as ISO 8601, as rows in JSON have them; null where a date cannot be that far away. */
export const PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (value) => momentOf(Number(value)),
  timestampFromMicroseconds: (value) => momentOf(Number(value / THOUSAND)),
  timestampFromNanoseconds: (value) => momentOf(Number(value / MILLION)),
  dateFromDays: (days) => momentOf(days * MILLISECONDS_A_DAY)?.slice(0, 10) ?? null,
};

function momentOf(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/**
 * A value as JSON has it; undefined where it has none. Bytes are text where they are UTF-8, else nothing: a field that holds an article
 * keeps them (`fieldsOf`).
 */
function jsonValue(value: unknown): unknown {
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (value instanceof Uint8Array) {
    return isUtf8(value) ? Buffer.from(value).toString('utf8') : undefined;
  }
  if (value instanceof Date) return momentOf(value.getTime()) ?? undefined;
  if (Array.isArray(value)) return value.map((one) => jsonValue(one) ?? null);
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  if (ArrayBuffer.isView(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      const read = jsonValue(one);
      return read === undefined ? [] : [[name, read]];
    }),
  );
}

/** The fields of a row: of those that may hold an article, bytes that are no UTF-8 stay bytes, and `null` stays too. */
export function fieldsOf(
  row: Readonly<Record<string, unknown>>,
  content: ReadonlySet<string>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => {
      const read = jsonValue(value) ?? (content.has(name) ? value : undefined);
      return read === undefined || (read === null && !content.has(name)) ? [] : [[name, read]];
    }),
  );
}
