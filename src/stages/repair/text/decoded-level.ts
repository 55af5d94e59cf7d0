import { unitEnds } from './code-points.ts';

/** A text after some layers were undone: its code points, and where in the input each of them ends (it begins where the one before ends). */
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

/** The input as the level that nothing was undone of yet. Levels made from earlier inputs are over with it: they share their room. */
export function inputLevel(codes: readonly number[]): Level {
  taken = 0;
  const { length } = codes;
  const copy = roomFor(length);
  for (let i = 0; i < length; i++) copy[i] = codes[i]!;
  return { codes: copy, ends: unitEnds(length), length, proof: 0, wide: 0, open: false };
}

const room = new Int32Array(1 << 18);
let taken = 0;

/** Room for so many numbers. */
function roomFor(size: number): Int32Array {
  if (taken + size > room.length) return new Int32Array(size);
  taken += size;
  return room.subarray(taken - size, taken);
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
  value = 0;
  more = 0;
  /** Where the characters begin that share a stretch of the input. */
  block = 0;
  constructor(room: number) {
    this.codes = roomFor(room);
    this.ends = roomFor(room);
  }
  /** Takes a byte; false when it cannot stand there. */
  put(byte: number): boolean {
    if (this.left > 0) return this.goOn(byte);
    if (byte < 0x80) {
      this.codes[this.size++] = byte;
      return true;
    }
    if (byte < 0xc2 || byte > 0xf4) return false;
    this.more = moreAfter(byte);
    this.left = this.more;
    this.value = byte & (0x3f >> this.left);
    return true;
  }
  goOn(byte: number): boolean {
    if ((byte & 0xc0) !== 0x80) return false;
    const value = (this.value << 6) | (byte & 0x3f);
    this.value = value;
    this.proof++;
    if (--this.left > 0) return true;
    if (!isCharacter(value, this.more)) return false;
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

const LIMIT = 0x32000;
/** The least value that needs so many bytes after the first. */
const LEAST = [0, 0x80, 0x800, 0x10000];

/**
 * A level with every run of bytes read as UTF-8, where they had been read as what `encoder` undoes (a
 * charset of single bytes or of two); null as soon as one cannot be.
 */
export function undoLevel({ codes, ends, length }: Level, encoder: Int32Array): Level | null {
  // two bytes may make two characters
  const writer = new Writer(2 * length);
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
 * The same for a charset of single bytes of which it is known that every character that is no ASCII has
 * its place in one of UTF-8; null when one of those cannot be.
 */
export function undoSingles({ codes, ends, length }: Level, encoder: Int32Array): Level | null {
  const out = roomFor(length);
  const to = roomFor(length);
  let size = 0;
  let wide = 0;
  let open = false;
  for (let i = 0; i < length; i++) {
    let value = codes[i]!;
    if (value >= 0x80) {
      const lead = encoder[value]!;
      const more = moreAfter(lead);
      value = lead & (0x3f >> more);
      for (const last = i + more; i < last; ) value = (value << 6) | (encoder[codes[++i]!]! & 0x3f);
      if (!isCharacter(value, more)) return null;
      if (value < 0xa0) open = true;
      wide++;
    }
    out[size] = value;
    to[size++] = ends[i]!;
  }
  if (wide === 0) return null;
  return { codes: out, ends: to, length: size, proof: length - size, wide, open };
}

/** How many bytes follow a first byte. */
function moreAfter(lead: number): number {
  if (lead < 0xe0) return 1;
  return lead < 0xf0 ? 2 : 3;
}

/** Whether a value in so many bytes after the first is a character; surrogates and private use nobody wrote. */
function isCharacter(value: number, more: number): boolean {
  return value >= LEAST[more]! && value < LIMIT && (value < 0xd800 || value >= 0xf900);
}
