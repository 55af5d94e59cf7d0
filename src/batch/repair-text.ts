import { isUtf8 } from 'node:buffer';
import type { Edit } from '../document.ts';

const NEWLINE = 0x0a;
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** What repairs a text; its lines are evidence for each other. */
export type Repair = (text: string) => { text: string; repairs: readonly Edit[] };

/** A stretch of whole lines before and after. */
export interface Repaired {
  /** Bytes to write; they are the source's own where nothing was repaired. */
  readonly bytes: Uint8Array;
  /** The source as text; `null` where it is no UTF-8 and was left alone. */
  readonly source: string | null;
  readonly repairs: readonly Edit[];
}

/**
 * Repairs a block of lines. Lines that are no valid UTF-8 are passed on byte for byte; the others
 * change in nothing but their repairs.
 */
export function* repairBlock(block: Uint8Array, repair: Repair): Generator<Repaired> {
  if (isUtf8(block)) {
    yield repairValid(block, repair);
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

function stretch(bytes: Uint8Array, valid: boolean, repair: Repair): Repaired {
  return valid ? repairValid(bytes, repair) : { bytes, source: null, repairs: [] };
}

function repairValid(bytes: Uint8Array, repair: Repair): Repaired {
  const source = DECODER.decode(bytes);
  const { text, repairs } = repair(source);
  if (repairs.length === 0) return { bytes, source, repairs };
  return { bytes: Buffer.from(text, 'utf8'), source, repairs };
}
