import { NEWLINE, RETURN } from '../bytes/ascii.ts';

/** The index behind the blank line that ends a head of fields, whose lines end in CR LF or LF; -1 where it is not there. */
export function headEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(NEWLINE, from); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
    if (bytes[at + 1] === NEWLINE) return at + 2;
    if (bytes[at + 1] === RETURN && bytes[at + 2] === NEWLINE) return at + 3;
  }
  return -1;
}
