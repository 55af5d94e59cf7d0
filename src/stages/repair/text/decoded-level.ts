import type { Ordinals } from './ordinals.ts';
import {
  bytesAfter,
  FIRST_UNUSED,
  isContinuation,
  isLead,
  isShortest,
  leadBits,
  withByte,
} from './utf8.ts';

/**
 * A text after some layers were undone: its code points, and where in the input each of them ends (it begins where
 * the one before ends). Invalidated by the next `LevelRoom.input` of the room that it was made in.
 */
export interface Level {
  readonly codes: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
  readonly length: number;
  /** Continuation bytes of UTF-8 that were found in their places. */
  readonly proof: number;
  /** Characters that are no ASCII. */
  readonly wide: number;
  /** Whether it holds what can only be on its way to something else: C1 controls. */
  readonly open: boolean;
}

/** Numbers that the levels of one input have room for; more are allocated as they are needed. Some pages of text. */
const ROOM = 1 << 18;

/** Room for the levels of one input at a time. */
export class LevelRoom {
  private readonly room = new Int32Array(ROOM);
  private readonly ordinals: Ordinals;
  private taken = 0;

  constructor(ordinals: Ordinals) {
    this.ordinals = ordinals;
  }

  /** The input as the level that nothing was undone of yet. Invalidates every level made before. */
  input(codes: readonly number[]): Level {
    this.taken = 0;
    const { length } = codes;
    const copy = this.take(length);
    for (let i = 0; i < length; i++) copy[i] = codes[i]!;
    const ends = this.ordinals.ends(length);
    return { codes: copy, ends, length, proof: 0, wide: 0, open: false };
  }

  /** Room for so many numbers, whatever stands in it. */
  take(size: number): Int32Array {
    if (this.taken + size > this.room.length) return new Int32Array(size);
    this.taken += size;
    return this.room.subarray(this.taken - size, this.taken);
  }
}

/** Writes the characters that bytes of UTF-8 make. */
class Writer {
  readonly codes: Int32Array;
  readonly ends: Int32Array;
  size = 0;
  proof = 0;
  wide = 0;
  open = false;
  /** Continuation bytes to come. */
  left = 0;
  private value = 0;
  private more = 0;
  /** Where the characters begin that share a stretch of the input. */
  private block = 0;

  constructor(room: LevelRoom, size: number) {
    this.codes = room.take(size);
    this.ends = room.take(size);
  }

  /** Takes a byte; false when it cannot stand there. */
  put(byte: number): boolean {
    if (this.left > 0) return this.goOn(byte);
    if (byte < 0x80) {
      this.codes[this.size++] = byte;
      return true;
    }
    if (!isLead(byte)) return false;
    this.more = bytesAfter(byte);
    this.left = this.more;
    this.value = leadBits(byte, this.more);
    return true;
  }

  private goOn(byte: number): boolean {
    if (!isContinuation(byte)) return false;
    const value = withByte(this.value, byte);
    this.value = value;
    this.proof++;
    if (--this.left > 0) return true;
    if (!isWritten(value, this.more)) return false;
    if (value < 0xa0) this.open = true;
    this.wide++;
    this.codes[this.size++] = value;
    return true;
  }

  /** Ends a stretch of the input, if a character ends with it; of characters that share one the first has it all. */
  close(end: number): void {
    if (this.left === 0) for (; this.block < this.size; this.block++) this.ends[this.block] = end;
  }
}

/**
 * A level with every run of bytes read as UTF-8, where they had been read as what `encoder` undoes (a
 * charset of single bytes or of two); null as soon as one cannot be.
 */
export function undoLevel(
  room: LevelRoom,
  { codes, ends, length }: Level,
  encoder: Int32Array,
): Level | null {
  // two bytes may make two characters
  const writer = new Writer(room, 2 * length);
  for (let i = 0; i < length; i++) {
    const code = codes[i]!;
    const bytes = code > 0xffff || (code < 0x80 && writer.left > 0) ? -1 : encoder[code]!;
    if (bytes < 0 || (bytes > 0xff && !writer.put(bytes >> 8)) || !writer.put(bytes & 0xff))
      return null;
    writer.close(ends[i]!);
  }
  if (writer.left > 0 || writer.proof === 0) return null;
  const { size, proof, wide, open } = writer;
  return { codes: writer.codes, ends: writer.ends, length: size, proof, wide, open };
}

/**
 * What `undoLevel` gives, for a charset of single bytes of which it is known that every wide character has
 * its place in one of UTF-8; null when one of those cannot be.
 */
export function undoSingleBytes(
  room: LevelRoom,
  { codes, ends, length }: Level,
  encoder: Int32Array,
): Level | null {
  const out = room.take(length);
  const to = room.take(length);
  let size = 0;
  let wide = 0;
  let open = false;
  for (let i = 0; i < length; i++) {
    let value = codes[i]!;
    if (value >= 0x80) {
      const lead = encoder[value]!;
      const more = bytesAfter(lead);
      value = leadBits(lead, more);
      for (const last = i + more; i < last; ) value = withByte(value, encoder[codes[++i]!]!);
      if (!isWritten(value, more)) return null;
      if (value < 0xa0) open = true;
      wide++;
    }
    out[size] = value;
    to[size++] = ends[i]!;
  }
  if (wide === 0) return null;
  return { codes: out, ends: to, length: size, proof: length - size, wide, open };
}

/** Whether a number, read from so many bytes after the first, is a character that somebody writes: no surrogate, no private use. */
function isWritten(value: number, more: number): boolean {
  return isShortest(value, more) && value < FIRST_UNUSED && (value < 0xd800 || value >= 0xf900);
}
