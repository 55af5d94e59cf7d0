import { isUtf8 } from 'node:buffer';
import type { Edit } from '../document/document.ts';
import { NEWLINE } from '../readers/bytes/ascii.ts';
import { decodeMixed, type StrayEdit } from '../stages/decode/mixed-bytes.ts';

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** What repairs a text; its lines are evidence for each other. */
export type Repair = (text: string) => { text: string; repairs: readonly Edit[] };

/** A stretch of whole lines before and after. */
export interface Repaired {
  /** Bytes to write; they are the source's own where nothing was repaired. */
  readonly bytes: Uint8Array;
  /** The source as text; `null` where it is no UTF-8 and was left alone. */
  readonly source: string | null;
  /** Stretches of bytes in it that were no UTF-8, with what they were read as. */
  readonly strays: readonly StrayEdit[];
  readonly repairs: readonly Edit[];
}

const VISIBLE = /[^\s\p{C}]/u;
const NONE: readonly StrayEdit[] = [];

/**
 * Repairs a block of lines. Stray bytes among UTF-8 are read in the charset that explains them; where that
 * cannot be told, lines that are no UTF-8 are passed on byte for byte. The others change in nothing but
 * their repairs.
 */
export function* repairBlock(block: Uint8Array, repair: Repair): Generator<Repaired> {
  if (isUtf8(block)) {
    yield repairValid(block, repair);
    return;
  }
  const mixed = hasSurrogates(block) ? null : believable(decodeMixed(block));
  if (mixed !== null) {
    const { text, repairs } = repair(mixed.text);
    const bytes = Buffer.from(text, 'utf8');
    yield { bytes, source: mixed.text, strays: mixed.edits, repairs };
    return;
  }
  let start = 0;
  let valid = true;
  let at = 0;
  while (at < block.length) {
    const newline = block.indexOf(NEWLINE, at);
    const end = newline < 0 ? block.length : newline + 1;
    const lineValid = isUtf8(block.subarray(at, end));
    if (lineValid !== valid && at > start) {
      yield stretch(block.subarray(start, at), valid, repair);
      start = at;
    }
    valid = lineValid;
    at = end;
  }
  if (start < block.length) yield stretch(block.subarray(start), valid, repair);
}

/** Bytes that would become nothing visible are no text in another charset. */
function believable(mixed: ReturnType<typeof decodeMixed>): typeof mixed {
  return mixed?.edits.every(({ replacement }) => VISIBLE.test(replacement)) ? mixed : null;
}

/** Whether surrogates stand in it as if they were characters: damage that is no matter of charsets. */
function hasSurrogates(block: Uint8Array): boolean {
  for (let at = block.indexOf(0xed); at >= 0; at = block.indexOf(0xed, at + 1)) {
    if ((block[at + 1]! & 0xe0) === 0xa0 && (block[at + 2]! & 0xc0) === 0x80) return true;
  }
  return false;
}

function stretch(bytes: Uint8Array, valid: boolean, repair: Repair): Repaired {
  return valid ? repairValid(bytes, repair) : { bytes, source: null, strays: NONE, repairs: [] };
}

function repairValid(bytes: Uint8Array, repair: Repair): Repaired {
  const source = DECODER.decode(bytes);
  const { text, repairs } = repair(source);
  if (repairs.length === 0) return { bytes, source, strays: NONE, repairs };
  return { bytes: Buffer.from(text, 'utf8'), source, strays: NONE, repairs };
}
