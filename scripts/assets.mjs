// Writes and reads assets: files of tables with a header, as src/assets/asset.ts reads them.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAGIC = 'copydesk';
const FORMAT = 1;
const PREFIX = 12;
/** Tables begin at multiples of it, in bytes. */
const ALIGNMENT = 8;

/** The path of an asset of the package. */
export const assetPath = (name) => fileURLToPath(new URL(`../assets/${name}`, import.meta.url));

const aligned = (length) => Math.ceil(length / ALIGNMENT) * ALIGNMENT;

/** The bytes of a table: UTF-8 of a string, a typed array's bytes. */
function bytesOf(part) {
  if (typeof part === 'string') return Buffer.from(part, 'utf8');
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength);
}

/**
 * Writes an asset; the same content gives the same bytes.
 * @param {string} path
 * @param {object} asset
 * @param {string} asset.maker the command that makes it
 * @param {Record<string, string>} asset.from what it was made from: versions of packages, digests
 * @param {Record<string, unknown>} [asset.values] small values
 * @param {Record<string, string | ArrayBufferView>} asset.parts tables
 */
export function writeAsset(path, { maker, from, values = {}, parts }) {
  const tables = Object.entries(parts).map(([name, part]) => ({ name, bytes: bytesOf(part) }));
  // The places depend on the header's length, which depends on the places: from an upper bound on, they are counted.
  const bare = JSON.stringify({ format: FORMAT, maker, from, values, parts: {} });
  const room = Buffer.byteLength(bare) + tables.reduce((n, { name }) => n + name.length + 28, 0);
  let at = aligned(PREFIX + room);
  const start = at;
  const places = {};
  for (const { name, bytes } of tables) {
    places[name] = [at, bytes.length];
    at += aligned(bytes.length);
  }
  const out = Buffer.alloc(at);
  const header = JSON.stringify({ format: FORMAT, maker, from, values, parts: places });
  out.fill(' ', PREFIX, start);
  out.write(MAGIC, 0, 'latin1');
  out.writeUInt32LE(start - PREFIX, MAGIC.length);
  if (out.write(header, PREFIX, 'utf8') > start - PREFIX)
    throw new Error(`${path}: header too long`);
  for (const { name, bytes } of tables) bytes.copy(out, places[name][0]);
  mkdirSync(dirname(path), { recursive: true });
  // In one step: another process may be reading it.
  writeFileSync(`${path}.${process.pid}`, out);
  renameSync(`${path}.${process.pid}`, path);
}

/** The header of an asset: `{format, maker, from, values, parts}`. */
export function headerOf(path) {
  const bytes = readFileSync(path);
  return JSON.parse(bytes.toString('utf8', PREFIX, PREFIX + bytes.readUInt32LE(MAGIC.length)));
}

/** The text that a table of an asset holds. */
export function textOf(path, part) {
  const [at, length] = headerOf(path).parts[part];
  return readFileSync(path).toString('utf8', at, at + length);
}

/** Sixteen hexadecimal digits of the SHA-256 of some texts or bytes, one after another. */
export function digestOf(...contents) {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex').slice(0, 16);
}
