/** A byte order mark: what it says, and its length in bytes. */
export interface Bom {
  readonly charset: 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';
  readonly length: number;
}

// UTF-32LE begins with UTF-16LE's mark, so the longer ones come first.
const MARKS: readonly { readonly charset: Bom['charset']; readonly bytes: readonly number[] }[] = [
  { charset: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
  { charset: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
  { charset: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { charset: 'utf-16le', bytes: [0xff, 0xfe] },
  { charset: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** The byte order mark at the start (Unicode Standard, chapter 23.8), or null. */
export function byteOrderMark(bytes: Uint8Array): Bom | null {
  const mark = MARKS.find((m) => m.bytes.every((byte, i) => bytes[i] === byte));
  return mark ? { charset: mark.charset, length: mark.bytes.length } : null;
}

/** Bytes per unit: a file that ends inside one was cut off. */
export function unitBytes(charset: Bom['charset']): 1 | 2 | 4 {
  if (charset === 'utf-8') return 1;
  return charset.startsWith('utf-16') ? 2 : 4;
}
