const SPACE = 0x20;
const LEAST = 1 << 12;

let units = new Uint16Array(LEAST);
let bytes = Buffer.from(units.buffer);

/** So many spaces stand behind a text. */
const BEHIND = 4;

/**
 * The UTF-16 units of a text, and some spaces behind them. All texts share one room: what is there is
 * over with the next call.
 */
export function unitsOf(text: string): Uint16Array {
  const { length } = text;
  if (units.length < length + BEHIND) {
    units = new Uint16Array(2 * (length + BEHIND));
    bytes = Buffer.from(units.buffer);
  }
  bytes.write(text, 'utf16le');
  units.fill(SPACE, length, length + BEHIND);
  return units;
}
