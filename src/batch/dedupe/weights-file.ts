import { createHash } from 'node:crypto';
import { UsageError } from '../../contract/run-errors.ts';
import type { WeightTable } from '../../dedupe/weights/gram-weights.ts';
import { excerpt, printable } from '../../text/printable.ts';
import { writeWhole } from '../../writers/files/whole-file.ts';
import { readUsed } from '../used-file.ts';

/** Name and version of the layout: JSON with the two tables in base 64. */
const FORMAT = 'copydesk.weights/1';
/** Hexadecimal digits of the hash by which a table is known: 64 bits. */
const ID_LENGTH = 16;
/** Buckets of the first table. */
const BUCKETS = 1 << 16;

/** Keeps a table of weights in a file. */
export function writeWeights(path: string, { counts, entries }: WeightTable): Promise<void> {
  const file = { format: FORMAT, counts: base64(counts), entries: base64(entries) };
  return writeWhole(path, `${JSON.stringify(file)}\n`);
}

/**
 * Reads a table of weights.
 *
 * @throws {UsageError} when the file holds none, or one of another version
 */
export async function readWeights(path: string): Promise<WeightTable> {
  const content = await readUsed(path);
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw noTable(path, `"${excerpt(content, 40)}"`);
  }
  const { format, counts, entries } = (value ?? {}) as Record<string, unknown>;
  if (format !== FORMAT) throw noTable(path, `format ${excerpt(JSON.stringify(format) ?? 'none')}`);
  const table = {
    counts: Uint8Array.from(bytesOf(counts)),
    entries: new Uint16Array(Uint8Array.from(bytesOf(entries)).buffer),
  };
  const total = table.counts.reduce((sum, count) => sum + count, 0);
  if (table.counts.length !== BUCKETS || total !== table.entries.length) {
    throw noTable(path, 'tables of the wrong length');
  }
  return table;
}

/** What a table is known by. */
export function weightsId({ counts, entries }: WeightTable): string {
  const hash = createHash('sha256').update(counts).update(bytes(entries));
  return hash.digest('hex').slice(0, ID_LENGTH);
}

function bytes(table: Uint8Array | Uint16Array): Uint8Array {
  return new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
}

function base64(table: Uint8Array | Uint16Array): string {
  return Buffer.from(bytes(table)).toString('base64');
}

function bytesOf(text: unknown): Buffer {
  const found = Buffer.from(typeof text === 'string' ? text : '', 'base64');
  return found.subarray(0, found.length - (found.length % 2));
}

function noTable(path: string, found: string): UsageError {
  return new UsageError(
    `expected ${printable(path)} to be a table of weights (${FORMAT}), found ${found}; make one with copydesk dedupe --learn`,
  );
}
