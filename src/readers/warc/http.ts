import { brotliDecompressSync, inflateRawSync, inflateSync, unzipSync } from 'node:zlib';
import { InputError } from '../../contract/errors.ts';
import { reason } from '../../contract/run-errors.ts';
import { NEWLINE, RETURN } from '../bytes/ascii.ts';
import { LINE_LIMIT } from '../bytes/lines.ts';
import { headEnd } from './head-end.ts';
import { readFields } from './record.ts';

/** The head of an HTTP response (RFC 9112), whose body follows. */
export interface HttpHead {
  /** `null` where the record does not begin with a status line. */
  readonly status: number | null;
  readonly fields: ReadonlyMap<string, string>;
  /** Where the body begins. */
  readonly body: number;
}

const STATUS = /^HTTP\/\d(?:\.\d)? (\d{3})/;
const STATUS_START = 'HTTP/';
/** Bytes of the longest head that is looked for, 256 KB: servers take 8 to 64 KB. Set by hand. */
const LONGEST_HEAD = 1 << 18;
const CHUNK_SIZE = /^[0-9a-f]{1,8}(?=[\s;]|$)/i;
/** Bytes of the longest line that states a chunk's size. Set by hand. */
const SIZE_LINE = 4096;

/** Reads the head of a response. */
export function readHttpHead(content: Buffer): HttpHead {
  const start = content.subarray(0, LONGEST_HEAD);
  if (start.toString('latin1', 0, STATUS_START.length) !== STATUS_START) {
    return { status: null, fields: new Map(), body: 0 };
  }
  const end = headEnd(start, 0);
  const body = end < 0 ? start.length : end;
  const text = start.toString('latin1', 0, body);
  return { status: Number(STATUS.exec(text)?.[1] ?? 0), fields: readFields(text), body };
}

/**
 * The body of a response without its transfer and content encodings. Crawlers may have taken them off and left the
 * fields: what is not encoded as a field says is left as it is.
 *
 * @throws {InputError} when it is damaged, too large, or encoded in a way that is not known
 */
export function decodedBody(content: Buffer, { fields, body }: HttpHead): Buffer {
  const bytes = content.subarray(body);
  const isChunked = fields.get('transfer-encoding')?.toLowerCase().includes('chunked') ?? false;
  const whole = isChunked ? (withoutChunks(bytes) ?? bytes) : bytes;
  const codings = (fields.get('content-encoding') ?? '').toLowerCase().split(',');
  return codings.reduceRight((rest, coding) => withoutCoding(rest, coding.trim()), whole);
}

function withoutCoding(bytes: Buffer, coding: string): Buffer {
  const options = { maxOutputLength: LINE_LIMIT };
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return bytes[0] === 0x1f && bytes[1] === 0x8b
        ? unpack(() => unzipSync(bytes, options))
        : bytes;
    case 'deflate':
      if (isText(bytes)) return bytes;
      // Some servers send the raw data instead of zlib's format.
      return unpack(() =>
        (bytes[0]! & 0x0f) === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options),
      );
    case 'br':
      return isText(bytes) ? bytes : unpack(() => brotliDecompressSync(bytes, options));
    case '':
    case 'identity':
      return bytes;
    default: {
      if (isText(bytes)) return bytes;
      const message = `expected a body in gzip, deflate or br, found the content encoding ${coding}`;
      throw new InputError('undecodable', message);
    }
  }
}

function unpack(work: () => Buffer): Buffer {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) {
      const most = LINE_LIMIT / 1024 / 1024;
      throw new InputError(
        'too-large',
        `expected a body of at most ${most} MB, found a larger one`,
      );
    }
    const message = `expected a body in the encoding that its head states, but ${reason(error)}`;
    throw new InputError('damaged', message, { cause: error });
  }
}

/** Whether a body begins as markup or ASCII does, so that no encoding is left on it. */
function isText(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 16);
  return (
    head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d)) &&
    head.every((byte) => byte < 0x7f)
  );
}

/** Takes off `chunked` (RFC 9112, 7.1); `null` where no chunk begins. What a cut-off body still has is kept. */
function withoutChunks(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const newline = bytes.subarray(at, at + SIZE_LINE).indexOf(NEWLINE);
    if (newline < 0) break;
    const size = CHUNK_SIZE.exec(bytes.toString('latin1', at, at + newline).trim())?.[0];
    if (size === undefined) break;
    const from = at + newline + 1;
    const to = from + Number.parseInt(size, 16);
    if (to === from) break;
    parts.push(bytes.subarray(from, to));
    at = to;
    if (bytes[at] === RETURN) at += 1;
    if (bytes[at] === NEWLINE) at += 1;
  }
  return at === 0 ? null : Buffer.concat(parts);
}
