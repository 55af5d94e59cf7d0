import type { Edit } from '../../../document/document.ts';
import type { SingleChainReading } from '../hypothesis.ts';
import { BYTE_ORDER_MARK } from '../text/characters.ts';
import type { CodePoints } from '../text/code-points.ts';
import type { Level } from '../text/decoded-level.ts';
import type { UnitBuffer } from '../text/unit-buffer.ts';
import { linkNamer, ruleOf } from './chain-names.ts';
import { repairEdit } from './repair-edit.ts';

/** The edits of a text that one chain explains from end to end: one for each run of characters that it changes. */
export function chainEdits(
  buffer: UnitBuffer,
  text: string,
  points: CodePoints,
  { chain, level }: SingleChainReading,
): Edit[] {
  const { ends, length } = level;
  const output = buffer.textOf(level.codes, length);
  const rule = ruleOf(chain.links);
  const links = linkNamer(chain.links);
  const edits: Edit[] = [];
  let start = 0; // in code points of the input
  let at = 0; // in units of the output
  for (let i = 0; i < length; ) {
    if (isKept(points, level, i, start)) {
      start = ends[i++]!;
      at++;
      continue;
    }
    const from = points.from[start]!;
    const first = at;
    for (; i < length && !isKept(points, level, i, start); i++) {
      start = ends[i]!;
      at += level.codes[i]! > 0xffff ? 2 : 1;
    }
    const to = points.to[start - 1]!;
    const mark = first === 0 && level.codes[0] === BYTE_ORDER_MARK ? 1 : 0;
    const replacement = output.slice(first + mark, at);
    edits.push(repairEdit(from, to, replacement, rule, 'reversible', links(text, from, to)));
  }
  return edits;
}

/** Whether an element of a level that begins there in the input is one of its characters, as it was. */
function isKept({ codes }: CodePoints, level: Level, i: number, start: number): boolean {
  return level.codes[i]! < 0x80 && level.ends[i] === start + 1 && codes[start] === level.codes[i];
}
