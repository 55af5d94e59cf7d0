import { setImmediate as immediate } from 'node:timers/promises';
import { constants, createGunzip, type Gunzip } from 'node:zlib';
import { InputError } from '../../contract/errors.ts';
import { reason } from '../../contract/run-errors.ts';
import { MEMBER, wholeMembers } from './whole-members.ts';

/**
 * Bytes that are unpacked at a time, 32 KB. Deflate makes at most 1,032 bytes of one, so no more than 33 MB wait to be taken,
 * whatever the file holds.
 */
const SLICE = 1 << 15;
/** Bytes of a piece that zlib gives, 256 KB. Set by hand. */
const PIECE = 1 << 18;
// A member ends in its size modulo 2^32, in four bytes (RFC 1952, 2.3.1).
const SIZE_BYTES = 4;
const WRAP = 2 ** 32;
const NOTHING = Buffer.alloc(0);

/** A place in a stream at which what is missing cannot be told. */
export class Gap {
  readonly error: InputError;

  constructor(error: unknown) {
    const message = `expected gzip data that is whole, but ${reason(error)}`;
    this.error = new InputError('damaged', message, { cause: error });
  }
}

/**
 * The bytes that gzip data of one member or several stand for.
 *
 * @throws {InputError} where it is damaged or ends too early; what stands before has been given by then
 */
export async function* gunzipped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of gunzipMembers(chunks)) {
    if (piece instanceof Gap) throw piece.error;
    yield piece;
  }
}

/** Like `gunzipped`, but goes on with the next member behind a damaged one and gives a `Gap` between them. */
export async function* gunzipMembers(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array | Gap> {
  const members = new Members();
  try {
    for await (const chunk of chunks) {
      yield* members.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    }
    yield* members.end();
  } finally {
    members.close();
  }
}

/** Unpacks members: those that are whole in a chunk in one go, others by pieces. */
class Members {
  /** Unpacks the member that is under way; `null` where the next one is looked for. */
  #inflate: Inflate | null = null;
  /** Bytes at the end of a chunk with which a member may begin. */
  #held: Buffer = NOTHING;
  #isFirst = true;
  #wasGap = false;
  /** Bytes ahead that could not be unpacked in one go: they are not tried again. */
  #tried = 0;

  async *push(chunk: Buffer): AsyncGenerator<Uint8Array | Gap> {
    const all = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    const whole = all.length - begunAtEnd(all);
    this.#held = all.subarray(whole);
    let rest = all.subarray(0, whole);
    while (rest.length > 0) {
      if (this.#inflate?.isOver()) this.close();
      const isNew = this.#inflate === null;
      if (isNew) rest = this.#fromMember(rest);
      const members = isNew && this.#tried === 0 ? wholeMembers(rest) : null;
      if (members?.bytes) {
        this.#wasGap = false;
        rest = rest.subarray(members.length);
        yield members.bytes;
      } else if (rest.length > 0) {
        this.#tried ||= members?.length ?? 0;
        rest = yield* this.#byPiece(rest, isNew);
      }
    }
  }

  async *end(): AsyncGenerator<Uint8Array | Gap> {
    if (this.#isFirst && this.#held.length > 0) this.#inflate = createInflate();
    if (this.#inflate === null) return;
    yield* this.#given(await this.#inflate.push(this.#held));
    yield* this.#given(await this.#inflate.push(null));
  }

  close(): void {
    this.#inflate?.close();
    this.#inflate = null;
  }

  /** What stands from the next member on. What a file begins with is taken for one. */
  #fromMember(rest: Buffer): Buffer {
    const next = this.#isFirst ? 0 : rest.indexOf(MEMBER);
    this.#isFirst = false;
    return rest.subarray(next < 0 ? rest.length : next);
  }

  /** Unpacks a slice and gives back what stands behind it. */
  async *#byPiece(rest: Buffer, isNew: boolean): AsyncGenerator<Uint8Array | Gap, Buffer> {
    this.#inflate ??= createInflate();
    const slice = rest.subarray(0, nextCut(rest));
    const inflated = await this.#inflate.push(slice);
    yield* this.#given(inflated);
    const behind = rest.subarray(slice.length);
    const isDamaged = inflated.error !== null;
    if (isDamaged || (isMember(behind) && this.#inflate.hasEnded(slice))) this.close();
    // What breaks a member may be the next one, behind the place where this one is cut off.
    if (isDamaged && !isNew && isMember(slice)) return rest;
    this.#tried = Math.max(0, this.#tried - slice.length);
    return behind;
  }

  /** What was unpacked, and of damage in a row one gap. */
  *#given({ pieces, error }: Inflated): Generator<Uint8Array | Gap> {
    if (pieces.length > 0) this.#wasGap = false;
    yield* pieces;
    if (error === null || this.#wasGap) return;
    this.#wasGap = true;
    yield new Gap(error);
  }
}

/** Where to stop: what zlib made of a slice is lost when it finds damage, so a slice ends where a member seems to. */
function nextCut(rest: Buffer): number {
  const window = rest.subarray(0, SLICE);
  const cut = window.indexOf(MEMBER, 1);
  return cut > 0 ? cut : window.length;
}

/** How many bytes at the end are the first ones of what a member begins with. */
function begunAtEnd(bytes: Buffer): number {
  for (let n = MEMBER.length - 1; n > 0; n--) {
    if (bytes.length >= n && bytes.subarray(-n).equals(MEMBER.subarray(0, n))) return n;
  }
  return 0;
}

function isMember(bytes: Buffer): boolean {
  return bytes.subarray(0, MEMBER.length).equals(MEMBER);
}

interface Inflated {
  readonly pieces: readonly Uint8Array[];
  readonly error: Error | null;
}

interface Inflate {
  /** Unpacks a slice, or with `null` says that there are no more. */
  push(slice: Buffer | null): Promise<Inflated>;
  /** Whether a member ends with a slice that was just unpacked: its last bytes are the size of what it stands for. */
  hasEnded(slice: Buffer): boolean;
  /** Whether it takes no more: zeros stood behind a member. */
  isOver(): boolean;
  close(): void;
}

function createInflate(): Inflate {
  const stream: Gunzip = createGunzip({ chunkSize: PIECE, finishFlush: constants.Z_FINISH });
  let isOver = false;
  let pieces: Uint8Array[] = [];
  let failed: Error | null = null;
  let begun = false;
  /** Bytes since what seemed to be the start of a member. */
  let size = 0;
  let wake = (): void => undefined;
  stream.on('data', (piece: Uint8Array) => pieces.push(piece));
  stream.on('end', () => {
    isOver = true;
  });
  stream.on('error', (error) => {
    failed = error;
    wake();
  });
  return {
    async push(slice) {
      begun ||= (slice?.length ?? 0) > 0;
      if (slice !== null && isMember(slice)) size = 0;
      if (failed === null && begun && !isOver) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (slice === null) stream.once('end', resolve).end();
          else stream.write(slice, () => resolve());
        });
        // Whether the stream took a zero for its end is told a little later.
        if (slice?.at(-1) === 0) await immediate();
      }
      const given = pieces;
      pieces = [];
      for (const { length } of given) size += length;
      return { pieces: given, error: failed };
    },
    hasEnded(slice) {
      for (let at = slice.length - SIZE_BYTES; at >= 0; at--) {
        if (slice.readUInt32LE(at) === size % WRAP) return true;
        // Writers to tapes and disks fill blocks up with zeros.
        if (slice[at + SIZE_BYTES - 1] !== 0) return false;
      }
      return false;
    },
    isOver: () => isOver,
    close: () => stream.destroy(),
  };
}
