import type { Edit } from '../../../document/document.ts';
import type { Whole } from '../hypothesis.ts';
import { BYTE_ORDER_MARK } from '../text/characters.ts';
import type { Points } from '../text/code-points.ts';
import type { Level } from '../text/decoded-level.ts';
import { namer, ruleOf } from './chain-names.ts';

/** UTF-16 units of the text that is being written, as numbers and as bytes. */
let units = new Uint16Array(1 << 12);
let bytes = Buffer.from(units.buffer);

/** The edits of a text that one chain explains from end to end: one for each run of characters that it changes. */
export function wholeEdits(text: string, spots: Points, { chain, level }: Whole): Edit[] {
  const { ends, length } = level;
  const output = textOf(level);
  const rule = ruleOf(chain.links);
  const links = namer(chain.links);
  const edits: Edit[] = [];
  let start = 0; // in code points of the input
  let at = 0; // in units of the output
  for (let i = 0; i < length; ) {
    if (isKept(spots, level, i, start)) {
      start = ends[i++]!;
      at++;
      continue;
    }
    const from = spots.from[start]!;
    const first = at;
    for (; i < length && !isKept(spots, level, i, start); i++) {
      start = ends[i]!;
      at += level.codes[i]! > 0xffff ? 2 : 1;
    }
    const to = spots.to[start - 1]!;
    const mark = first === 0 && level.codes[0] === BYTE_ORDER_MARK ? 1 : 0;
    edits.push({
      offset: from,
      length: to - from,
      replacement: output.slice(first + mark, at),
      stage: 'repair',
      rule,
      certainty: 'reversible',
      chain: links(text, from, to),
    });
  }
  return edits;
}

/** Whether an element of a level that begins there in the input is one of its characters, as it was. */
function isKept({ codes }: Points, level: Level, i: number, start: number): boolean {
  return level.codes[i]! < 0x80 && level.ends[i] === start + 1 && codes[start] === level.codes[i];
}

/** The text of a level. */
export function textOf({ codes, length }: Level): string {
  if (units.length < 2 * length) {
    units = new Uint16Array(4 * length);
    bytes = Buffer.from(units.buffer);
  }
  let size = 0;
  for (let i = 0; i < length; i++) {
    const code = codes[i]!;
    if (code > 0xffff) {
      units[size++] = 0xd7c0 + (code >> 10);
      units[size++] = 0xdc00 | (code & 0x3ff);
    } else units[size++] = code;
  }
  return bytes.toString('utf16le', 0, 2 * size);
}
