import { constants, createGunzip, type Gunzip } from 'node:zlib';
import { InputError } from '../../contract/errors.ts';
import { reason } from '../../contract/run-errors.ts';

/**
 * Bytes that are unpacked at a time, 32 KB. Deflate makes at most 1,032 bytes of one, so no more than 33 MB wait to be taken,
 * whatever the file holds.
 */
const SLICE = 1 << 15;
/** Bytes of a piece that zlib gives, 256 KB. Set by hand. */
const PIECE = 1 << 18;
const MEMBER = Buffer.from([0x1f, 0x8b, 0x08]);

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
  let inflate: Inflate | null = createInflate();
  try {
    for await (const chunk of chunks) {
      let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      while (rest.length > 0) {
        if (inflate === null) {
          const next = rest.indexOf(MEMBER);
          if (next < 0) break;
          rest = rest.subarray(next);
          inflate = createInflate();
        }
        const slice = rest.subarray(0, nextCut(rest));
        rest = rest.subarray(slice.length);
        const { pieces, error } = await inflate.push(slice);
        if (error === null) {
          yield* pieces;
          continue;
        }
        inflate.close();
        inflate = null;
        yield* membersOf(slice, pieces, error);
      }
    }
    const last = await inflate?.push(null);
    if (last) yield* last.pieces;
    if (last?.error) yield new Gap(last.error);
  } finally {
    inflate?.close();
  }
}

/**
 * Where to stop. What zlib made of a slice is lost when it finds damage, so a slice begins or ends where a member seems to,
 * and each of its members can be unpacked by itself.
 */
function nextCut(rest: Buffer): number {
  const window = rest.subarray(0, SLICE);
  const begins = window.subarray(0, MEMBER.length).equals(MEMBER);
  const cut = begins ? window.lastIndexOf(MEMBER) : window.indexOf(MEMBER);
  return cut > 0 ? cut : window.length;
}

/** The members of a slice in which there is damage, those that are whole. */
async function* membersOf(
  slice: Buffer,
  pieces: readonly Uint8Array[],
  error: Error,
): AsyncGenerator<Uint8Array | Gap> {
  const starts: number[] = [];
  for (let at = slice.indexOf(MEMBER); at >= 0; at = slice.indexOf(MEMBER, at + 1)) starts.push(at);
  if (starts[0] !== 0 || starts.length === 1) {
    yield* pieces;
    yield new Gap(error);
    return;
  }
  let wasWhole = true;
  for (const [i, start] of starts.entries()) {
    const inflate = createInflate();
    const member = await inflate.push(slice.subarray(start, starts[i + 1]));
    const end = member.error ? member : await inflate.push(null);
    inflate.close();
    if (end.error === null) yield* [...member.pieces, ...end.pieces];
    else if (wasWhole) yield new Gap(end.error);
    wasWhole = end.error === null;
  }
}

interface Inflated {
  readonly pieces: readonly Uint8Array[];
  readonly error: Error | null;
}

interface Inflate {
  /** Unpacks a slice, or with `null` says that there are no more. */
  push(slice: Uint8Array | null): Promise<Inflated>;
  close(): void;
}

function createInflate(): Inflate {
  const stream: Gunzip = createGunzip({ chunkSize: PIECE, finishFlush: constants.Z_FINISH });
  let pieces: Uint8Array[] = [];
  let failed: Error | null = null;
  let begun = false;
  let wake = (): void => undefined;
  stream.on('data', (piece: Uint8Array) => pieces.push(piece));
  stream.on('error', (error) => {
    failed = error;
    wake();
  });
  return {
    async push(slice) {
      begun ||= (slice?.length ?? 0) > 0;
      if (failed === null && begun) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (slice === null) stream.once('end', resolve).end();
          else stream.write(slice, () => resolve());
        });
      }
      const given = pieces;
      pieces = [];
      return { pieces: given, error: failed };
    },
    close: () => stream.destroy(),
  };
}
