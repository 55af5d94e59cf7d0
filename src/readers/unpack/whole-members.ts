import { gunzipSync } from 'node:zlib';

/** What a member of gzip begins with: its magic number, and deflate as its method (RFC 1952, 2.3). */
export const MEMBER: Buffer = Buffer.from([0x1f, 0x8b, 0x08]);
/** Compressed bytes that are unpacked in one go, 256 KB: some records of a crawl, and few milliseconds. Set by hand. */
const WINDOW = 1 << 18;
/** Most bytes that they may stand for, 32 MB: 128 times as many, so that bombs are left to who unpacks them by pieces. */
const MOST = 1 << 25;
/** Bytes of a piece that zlib makes room for, 256 KB. Set by hand. */
const PIECE = 1 << 18;

interface Unpacked {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** What members stand for, and how many compressed bytes they are. */
export interface WholeMembers {
  /** `null` where they could not be unpacked in one go: there is damage, or what seems to be a member's start is none. */
  readonly bytes: Uint8Array | null;
  readonly length: number;
}

/**
 * Unpacks the members that are whole in what is at hand, which costs half of what it does to have a thread of the system unpack
 * them by pieces.
 *
 * @param rest begins with a member
 * @returns `null` where no member ends in it
 */
export function wholeMembers(rest: Buffer): WholeMembers | null {
  const window = rest.subarray(0, WINDOW);
  const length = window.lastIndexOf(MEMBER);
  if (length <= 0) return null;
  try {
    const options = { chunkSize: PIECE, maxOutputLength: MOST, info: true };
    // With `info`, the bytes come with the engine that made them, which the types of Node do not say.
    const { buffer, engine } = gunzipSync(
      window.subarray(0, length),
      options,
    ) as unknown as Unpacked;
    // It stops at a zero byte behind a member.
    return { bytes: engine.bytesWritten === length ? buffer : null, length };
  } catch {
    return { bytes: null, length };
  }
}
