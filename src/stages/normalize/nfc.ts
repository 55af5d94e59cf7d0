import { MOST_MARKS, normalForm } from '../../text/normal-form.ts';
import type { Change } from './characters.ts';

const JAMO = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/;
const MARK = /\p{M}/u;
/** The first combining mark of Unicode. */
const FIRST_MARK = 0x300;
const BELOW_COMBINING = /^[\u0000-\u02ff]*$/;

/** Sequences that Unicode Normalization Form C (UAX #15) writes otherwise. */
export function composeChanges(text: string): Change[] {
  if (BELOW_COMBINING.test(text) || normalForm(text, 'NFC') === text) return [];
  const changes: Change[] = [];
  for (let offset = 0; offset < text.length; ) {
    const end = sequenceEnd(text, offset);
    const sequence = text.slice(offset, end);
    const replacement = sequence.normalize('NFC');
    if (replacement !== sequence) {
      changes.push({ offset, length: end - offset, replacement, rule: 'nfc' });
    }
    offset = end;
  }
  return changes;
}

/**
 * Where a character with the marks on it ends, or a run of Hangul in conjoining jamo. A loop, since a regular
 * expression takes stack for each mark.
 */
function sequenceEnd(text: string, start: number): number {
  let end = start + sizeAt(text, start);
  const belongs = JAMO.test(text[start]!) ? isJamoAt : isMarkAt;
  const most = belongs === isMarkAt ? MOST_MARKS : text.length;
  for (let n = 0; n < most && end < text.length && belongs(text, end); n++)
    end += sizeAt(text, end);
  return end;
}

function isJamoAt(text: string, at: number): boolean {
  return JAMO.test(text[at]!);
}

function isMarkAt(text: string, at: number): boolean {
  const code = text.codePointAt(at)!;
  return code >= FIRST_MARK && MARK.test(String.fromCodePoint(code));
}

/** UTF-16 units of the character that stands here. */
function sizeAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1;
}
