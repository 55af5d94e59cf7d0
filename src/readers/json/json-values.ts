import { InputError } from '../../contract/errors.ts';
import { excerpt } from '../../text/printable.ts';
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  RETURN,
  SPACE,
  TAB,
} from '../bytes/ascii.ts';
import { LINE_LIMIT, type Line } from '../bytes/lines.ts';

const SPACES = new Set([SPACE, TAB, NEWLINE, RETURN]);
const OPENERS = new Set([OPEN_BRACE, OPEN_BRACKET]);
const CLOSERS = new Set([CLOSE_BRACE, CLOSE_BRACKET]);
const ENDS = new Set([...SPACES, ...CLOSERS, COMMA]);
/** The byte order mark in UTF-8. */
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Where a scan stands. */
interface State {
  /** Whether it is between the brackets of a list of rows. */
  inList: boolean;
  /** Open brackets of the value; 0 where a value without brackets goes on; -1 between values. */
  depth: number;
  inString: boolean;
  /** The next byte stands behind a backslash. */
  escaped: boolean;
  /** Bytes of the value so far, and how many they are; beyond the limit none are kept. */
  parts: Uint8Array[];
  length: number;
  /** Values so far. */
  number: number;
}

/**
 * The rows of JSON that is a list of objects, an object, or several of these: each with its bytes and number, as lines
 * are. Memory is bounded by `limit`, of which a longer row is given as `null`.
 *
 * @param limit longest row in bytes, default 64 MB
 * @throws {InputError} where it is no JSON, or ends too early
 */
export async function* jsonValues(
  chunks: AsyncIterable<Uint8Array>,
  limit: number = LINE_LIMIT,
): AsyncGenerator<Line> {
  const state: State = {
    inList: false,
    depth: -1,
    inString: false,
    escaped: false,
    parts: [],
    length: 0,
    number: 0,
  };
  let isFirst = true;
  for await (const chunk of chunks) {
    const isMarked = isFirst && MARK.every((byte, i) => chunk[i] === byte);
    yield* valuesIn(isMarked ? chunk.subarray(MARK.length) : chunk, state, limit);
    isFirst = false;
  }
  if (state.depth === 0) yield finish(state, limit);
  if (state.depth > 0 || state.inList) {
    const row = state.depth > 0 ? `inside row ${state.number + 1}` : `behind row ${state.number}`;
    throw new InputError('not-json', `expected JSON that is whole, found its end ${row}`);
  }
}

/** The values that a chunk completes. */
function* valuesIn(chunk: Uint8Array, state: State, limit: number): Generator<Line> {
  for (let at = 0; at < chunk.length; ) {
    if (state.depth < 0) {
      at = beginning(chunk, at, state);
      continue;
    }
    const end = valueEnd(chunk, at, state);
    const to = end < 0 ? chunk.length : end;
    state.length += to - at;
    if (state.length <= limit) state.parts.push(chunk.subarray(at, to));
    else state.parts = [];
    at = to;
    if (end >= 0) yield finish(state, limit);
  }
}

function finish(state: State, limit: number): Line {
  const bytes = state.length > limit ? null : Buffer.concat(state.parts, state.length);
  state.number += 1;
  state.parts = [];
  state.length = 0;
  state.depth = -1;
  return { number: state.number, bytes };
}

/** The index at which a value begins, or behind the byte that was looked at. */
function beginning(chunk: Uint8Array, at: number, state: State): number {
  const byte = chunk[at]!;
  if (SPACES.has(byte) || byte === COMMA) return at + 1;
  if (byte === OPEN_BRACKET && !state.inList) {
    state.inList = true;
    return at + 1;
  }
  if (byte === CLOSE_BRACKET && state.inList) {
    state.inList = false;
    return at + 1;
  }
  if (byte !== OPEN_BRACE && !state.inList) {
    const found = excerpt(Buffer.from(chunk.subarray(at, at + 200)).toString('utf8'), 60);
    const message = `expected an object or a list of objects in JSON, found "${found}"`;
    throw new InputError('not-json', message);
  }
  state.depth = 0;
  return at;
}

/** The index behind a value that is under way; -1 where it goes on in the next chunk. */
function valueEnd(chunk: Uint8Array, from: number, state: State): number {
  let at = from;
  while (at < chunk.length) {
    if (state.inString) {
      at = stringEnd(chunk, at, state);
      continue;
    }
    const byte = chunk[at]!;
    // What ends a value without brackets is no part of it.
    if (state.depth === 0 && ENDS.has(byte)) return at;
    at += 1;
    if (byte === QUOTE) state.inString = true;
    else if (OPENERS.has(byte)) state.depth += 1;
    else if (CLOSERS.has(byte)) {
      state.depth -= 1;
      if (state.depth === 0) return at;
    }
  }
  return -1;
}

/** Behind the quote that ends a string, or the chunk's end. */
function stringEnd(chunk: Uint8Array, from: number, state: State): number {
  let at = state.escaped ? from + 1 : from;
  state.escaped = false;
  for (;;) {
    const quote = chunk.indexOf(QUOTE, at);
    const to = quote < 0 ? chunk.length : quote;
    let slashes = 0;
    while (to - 1 - slashes >= at && chunk[to - 1 - slashes] === BACKSLASH) slashes += 1;
    if (quote < 0) {
      state.escaped = slashes % 2 === 1;
      return chunk.length;
    }
    if (slashes % 2 === 0) {
      state.inString = false;
      return quote + 1;
    }
    at = quote + 1;
  }
}
