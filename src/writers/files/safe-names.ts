import { createHash } from 'node:crypto';

const UNSAFE = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\ufeff<>:"|?*\\/]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const EDGE = /^\.|[. ]$/g;
const ENDING = /\.(?:json|ndjson|jsonld|md|txt|csv|parquet)(?:\.gz)?$/i;
/** What the names of ledgers end in: no article is called so. */
const LEDGER = /\.ledger$/i;
const SLASH = '/';
/** Room for `.json`, `.ndjson` and the like within the 255 bytes of a file name. */
const LONGEST = 240;

/**
 * A name that every common file system takes as one component: no separators, control characters,
 * reserved names or dots at the edges, 240 bytes at most. What had to be cut gets a digest.
 *
 * @example safeName('..') // '__'
 */
export function safeName(name: string): string {
  const plain = name.replace(UNSAFE, '_').replace(EDGE, '_');
  const free = LEDGER.test(plain) ? `${plain}_` : plain;
  const safe = RESERVED.test(free) ? `_${free}` : free;
  if (safe === '') return '_';
  return Buffer.byteLength(safe) <= LONGEST ? safe : shorten(safe, name);
}

/** A relative path with safe components. Folders never end like an article's file. */
export function safePath(path: string): string {
  const names = path.split(SLASH).filter((name) => name !== '' && name !== '.');
  return names
    .map((name, i) => (i < names.length - 1 ? safeFolder(name) : safeName(name)))
    .join(SLASH);
}

/** What two names share that some file system takes for one: case and composition folded. */
export function foldName(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** SHA-256 in hex. */
export function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** A short digest for names: the first 8 digits. */
export function shortDigest(data: string | Uint8Array): string {
  return digest(data).slice(0, 8);
}

function safeFolder(name: string): string {
  const safe = safeName(name);
  return ENDING.test(safe) ? `${safe}_` : safe;
}

function shorten(safe: string, whole: string): string {
  const mark = `~${shortDigest(whole)}`;
  let kept = '';
  let bytes = mark.length;
  for (const char of safe) {
    bytes += Buffer.byteLength(char);
    if (bytes > LONGEST) break;
    kept += char;
  }
  return kept.replace(EDGE, '_') + mark;
}
