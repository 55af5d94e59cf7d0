import { columnsOf } from '../../text/visible.ts';

/** Columns that a line which goes on is set in by. */
const HANGING = 4;

/**
 * A text as lines of a terminal, broken between words; longer words keep their line to themselves.
 *
 * @param indent columns before each line.
 * @param width columns that there are; `Infinity` breaks nothing.
 * @example wrapped('one two three', 2, 10) // ['  one two', '      three']
 */
export function wrapped(text: string, indent: number, width: number): string[] {
  const out: string[] = [];
  const margin = ' '.repeat(indent);
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const before = margin.length + (out.length > 0 ? HANGING : 0);
    if (line !== '' && before + columnsOf(longer) > width) {
      out.push(`${hung(margin, out)}${line}`);
      line = word;
    } else line = longer;
  }
  out.push(`${hung(margin, out)}${line}`);
  return out;
}

function hung(margin: string, before: readonly string[]): string {
  return before.length === 0 ? margin : margin + ' '.repeat(HANGING);
}
