/** Digits of numbers in names, so that they are listed in order. */
const DIGITS = 7;

/** Where the rows of a segment wait until all of their file are there, relative to the output folder, without the ending. */
export function partName(shard: number, segment: number): string {
  return `.copydesk/parts/${pad(shard)}-${pad(segment)}`;
}

function pad(number: number): string {
  return String(number).padStart(DIGITS, '0');
}
