import { QUOTE_IN_WORD, TOO_MUCH } from '../costs.ts';
import { isMark, SPACE } from '../text/characters.ts';

/** What Portuguese writes in one word with à: às, àquele and so on. */
const CONTRACTED: ReadonlySet<string> = new Set([
  's',
  'quele',
  'queles',
  'quela',
  'quelas',
  'quilo',
]);
/** Letters that are read: one more than the longest of these has. */
const LONGEST = 7;

/** Whether a space stands at a place, and then what makes one word with à. */
export function isContracted(codes: readonly number[], at: number): boolean {
  if (codes[at] !== SPACE) return false;
  let end = at + 1;
  while (end <= at + LONGEST && isLetter(codes[end])) end++;
  // s' is a word of its own
  const elided = codes[end] === 0x27 || codes[end] === 0x2019;
  return !elided && CONTRACTED.has(String.fromCodePoint(...codes.slice(at + 1, end)));
}

/** Whether the last byte of a mark of windows-1252 misread (â€) is awaited at a place between two letters: only ’ stands there. */
export function isApostrophe(codes: readonly number[], at: number): boolean {
  const isBegun = codes[at - 2] === 0xe2 && (codes[at - 1] === 0x20ac || codes[at - 1] === 0x80);
  return isBegun && isLetter(codes[at - 3]) && isLetter(codes[at + 1]);
}

/** Bits for a mark, made of the characters from `from` up to `next`, that would stand in the wrong place. */
export function placementCost(
  codes: readonly number[],
  from: number,
  next: number,
  value: number,
): number {
  if (!isMark(value) || !isLetter(codes[next])) return 0;
  // of a mark's last byte and the space after it only the byte goes
  if (codes[next - 1] === SPACE) return TOO_MUCH;
  return isQuote(value) && isLetter(codes[from - 1]) ? QUOTE_IN_WORD : 0;
}

/** “ or ”. */
function isQuote(code: number): boolean {
  return code === 0x201c || code === 0x201d;
}

function isLetter(code: number | undefined): boolean {
  return code !== undefined && (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}
