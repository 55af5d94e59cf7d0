import { InputError } from '../../contract/errors.ts';
import { NEWLINE, RETURN } from '../bytes/ascii.ts';
import { headEnd } from './head-end.ts';
import { type RecordHead, readHead } from './record.ts';

/** A record with its content (`null` where that is not wanted), or what stands in the place of one that is broken. */
export type Parsed =
  | { readonly head: RecordHead; readonly content: Buffer | null; readonly error?: undefined }
  | { readonly head: RecordHead | null; readonly number: number; readonly error: InputError };

/** What a parser of WARC is told. */
export interface ParserOptions {
  /** Whether a record's content is wanted. */
  readonly wanted: (head: RecordHead) => boolean;
  /** Longest content in bytes that is kept. */
  readonly limit: number;
  /** Number of the first record, default 1. */
  readonly first?: number | undefined;
}

const MAGIC = Buffer.from('WARC/');
const NEXT = Buffer.from('\nWARC/');
/** Bytes of the longest head, 1 MB: addresses of 100 KB are seen. Set by hand. */
const LONGEST_HEAD = 1 << 20;
/** Bytes of a chunk that are put behind what is left of the one before, 4 KB: a head, mostly. Set by hand. */
const JOINED = 1 << 12;
/** Bytes behind a content that tell whether it ends there: two line ends and the next record's first word. */
const BEHIND = '\r\n\r\n'.length + MAGIC.length;
const NOTHING = Buffer.alloc(0);
/** Bytes of a megabyte, as messages name it. */
const MEGABYTE = 1024 * 1024;
const FILE_ENDS = damaged('found its head cut off');

/**
 * Parses uncompressed WARC records (ISO 28500), which may be cut into chunks anywhere. A record that is broken gives an
 * error, and the next one is looked for; memory is bounded by `limit`.
 */
export class WarcParser {
  readonly #options: ParserOptions;
  #buffer: Buffer = NOTHING;
  #at = 0;
  /** Offset in the file of the buffer's first byte. */
  #base = 0;
  #number: number;
  /** The record under way, the bytes of its content that are still to come, and those that were in earlier chunks. */
  #head: RecordHead | null = null;
  #missing = 0;
  #parts: Buffer[] = [];
  /** Whether the start of a record is looked for. */
  #searching = false;

  constructor(options: ParserOptions) {
    this.#options = options;
    this.#number = (options.first ?? 1) - 1;
  }

  /** Gives the records that a chunk completes. */
  *push(chunk: Uint8Array): Generator<Parsed> {
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    // What is left of the chunk before is a head at most: only what may complete it is copied.
    while (this.#at < this.#buffer.length && bytes.length > 0) {
      const rest = this.#buffer.subarray(this.#at);
      const some = bytes.subarray(0, Math.max(JOINED, rest.length));
      bytes = bytes.subarray(some.length);
      yield* this.#take(Buffer.concat([rest, some]));
    }
    if (bytes.length > 0) yield* this.#take(bytes);
  }

  *#take(bytes: Buffer): Generator<Parsed> {
    this.#base += this.#at;
    this.#at = 0;
    this.#buffer = bytes;
    yield* this.#work(null);
  }

  /** Says that bytes are missing: what is under way is broken, and the next record is looked for. */
  *gap(error: InputError): Generator<Parsed> {
    let said = false;
    for (const parsed of this.#work(error)) {
      said ||= parsed.error !== undefined;
      yield parsed;
    }
    if (!said) yield this.#broken(error, null);
    this.#drop();
    this.#searching = true;
  }

  /** Says that no more bytes come. */
  *end(): Generator<Parsed> {
    yield* this.#work(FILE_ENDS);
  }

  /** @param last why no more bytes come; `null` where they may */
  *#work(last: InputError | null): Generator<Parsed> {
    for (;;) {
      if (this.#searching && !this.#found()) return;
      if (this.#head === null) {
        const begun = this.#begin(last);
        if (begun === null) return;
        if (begun.error) yield begun;
        if (this.#head === null) continue;
      }
      const ended = this.#finish(this.#head, last);
      if (ended === null) return;
      yield ended;
    }
  }

  /** Goes to the start of the next record, if it is in the buffer. */
  #found(): boolean {
    const here = this.#buffer.subarray(this.#at, this.#at + MAGIC.length).equals(MAGIC);
    const next = here ? this.#at - 1 : this.#buffer.indexOf(NEXT, this.#at);
    this.#searching = next < 0 && !here;
    this.#at = this.#searching
      ? Math.max(this.#at, this.#buffer.length - NEXT.length + 1)
      : next + 1;
    return !this.#searching;
  }

  /** Reads a record's head; `null` where it is not there yet. */
  #begin(last: InputError | null): { readonly error?: undefined } | Parsed | null {
    while (isLineEnd(this.#buffer[this.#at])) this.#at += 1;
    const from = this.#at;
    const rest = this.#buffer.length - from;
    if (rest === 0 || (rest < MAGIC.length && last === null)) return null;
    if (!this.#buffer.subarray(from, from + MAGIC.length).equals(MAGIC)) {
      this.#number += 1;
      this.#searching = true;
      return this.#broken(damaged('found bytes that begin none'), null);
    }
    const end = headEnd(this.#buffer, from);
    if (end < 0 && rest <= LONGEST_HEAD && last === null) return null;
    this.#number += 1;
    this.#at = end < 0 ? from + MAGIC.length : end;
    if (end < 0) {
      this.#searching = true;
      return this.#broken(last ?? damaged('found a head of more than 1 MB'), null);
    }
    const text = this.#buffer.toString('utf8', from, end);
    const head = readHead(text, this.#base + from, this.#number);
    if (head.length === null) {
      this.#searching = true;
      return this.#broken(damaged('found no Content-Length in its head'), head);
    }
    this.#head = head;
    this.#missing = head.length;
    return {};
  }

  /** Takes a record's content; `null` where not all of it is there yet. */
  #finish(head: RecordHead, last: InputError | null): Parsed | null {
    const { wanted, limit } = this.#options;
    const isWanted = wanted(head);
    const isKept = isWanted && (head.length ?? 0) <= limit;
    const rest = this.#buffer.length - this.#at;
    const end = this.#at + Math.min(rest, this.#missing);
    if (isKept && this.#missing > 0) this.#parts.push(this.#buffer.subarray(this.#at, end));
    this.#missing -= end - this.#at;
    this.#at = end;
    if (this.#missing > 0) return last && this.#cutOff(head, last);
    if (this.#buffer.length - end < BEHIND && last === null) return null;
    const [first = NOTHING, ...more] = this.#parts;
    const content = more.length === 0 ? first : Buffer.concat(this.#parts);
    this.#head = null;
    this.#parts = [];
    if (!this.#endsHere()) return this.#lookAgain(content, head);
    if (isKept || !isWanted) return { head, content: isKept ? content : null };
    const size = Math.ceil((head.length ?? 0) / MEGABYTE);
    const message = `expected a record of at most ${limit / MEGABYTE} MB, found one of ${size} MB`;
    return this.#broken(new InputError('too-large', message), head);
  }

  /** A record whose content ends too early, for a reason of its own or because the file does. */
  #cutOff(head: RecordHead, last: InputError): Parsed {
    const found = (head.length ?? 0) - this.#missing;
    this.#drop();
    if (last !== FILE_ENDS) return this.#broken(last, head);
    return this.#broken(damaged(`found ${found} of its ${head.length} bytes`), head);
  }

  /** Whether the next record, or nothing, follows. */
  #endsHere(): boolean {
    let at = this.#at;
    while (isLineEnd(this.#buffer[at])) at += 1;
    if (headEnd(this.#buffer.subarray(this.#at, at), 0) > 0) return true;
    const next = this.#buffer.subarray(at, at + MAGIC.length);
    return next.equals(MAGIC.subarray(0, next.length));
  }

  /** A content whose length is wrong may hold the next record. */
  #lookAgain(content: Buffer, head: RecordHead): Parsed {
    const rest = this.#buffer.subarray(this.#at);
    this.#base += this.#at - content.length;
    this.#buffer = Buffer.concat([content, rest]);
    this.#at = 0;
    this.#searching = true;
    return this.#broken(damaged(`found no end behind its ${head.length} bytes`), head);
  }

  #drop(): void {
    this.#head = null;
    this.#parts = [];
    this.#at = this.#buffer.length;
  }

  #broken(error: InputError, head: RecordHead | null): Parsed {
    return { head, number: Math.max(1, this.#number), error };
  }
}

function damaged(found: string): InputError {
  return new InputError('damaged', `expected a WARC record, ${found}`);
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === NEWLINE || byte === RETURN;
}
