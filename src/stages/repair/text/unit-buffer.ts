import { SPACE } from './characters.ts';

/** UTF-16 units that a new buffer has room for. */
const FIRST_ROOM = 1 << 12;
/** Spaces behind a text, so that what looks a few units ahead needs no bounds. */
const BEHIND = 4;

/** Room for the UTF-16 units of one text at a time; it grows with the longest. */
export class UnitBuffer {
  private units = new Uint16Array(FIRST_ROOM);
  /** The same memory as bytes. */
  private bytes = Buffer.from(this.units.buffer);

  /** The UTF-16 units of a text, four spaces behind them. Invalidated by the next call of any method. */
  unitsOf(text: string): Uint16Array {
    const { length } = text;
    this.reserve(length + BEHIND);
    this.bytes.write(text, 'utf16le');
    this.units.fill(SPACE, length, length + BEHIND);
    return this.units;
  }

  /** The text of the first `length` code points of a list. */
  textOf(codes: ArrayLike<number>, length: number): string {
    this.reserve(2 * length);
    const { units } = this;
    let size = 0;
    for (let i = 0; i < length; i++) {
      const code = codes[i]!;
      if (code > 0xffff) {
        units[size++] = 0xd7c0 + (code >> 10);
        units[size++] = 0xdc00 | (code & 0x3ff);
      } else units[size++] = code;
    }
    return this.bytes.toString('utf16le', 0, 2 * size);
  }

  private reserve(size: number): void {
    if (this.units.length >= size) return;
    this.units = new Uint16Array(2 * size);
    this.bytes = Buffer.from(this.units.buffer);
  }
}
