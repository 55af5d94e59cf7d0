import type { Change } from '../../document/document.ts';
import { lineBreaks } from '../../text/line-breaks.ts';
import { decodeMixed } from './mixed-bytes.ts';

/**
 * Bytes that are UTF-8 but for some stray legacy bytes, decoded stretch by stretch, with an entry for
 * each stretch: `before` shows its bytes as `\x93`. Null when they are better read as one legacy charset.
 */
export function decodeStray(
  bytes: Uint8Array,
): { text: string; changes: readonly Change[] } | null {
  const mixed = decodeMixed(bytes);
  if (!mixed) return null;
  const breaks = lineBreaks(mixed.text);
  let line = 1;
  let lineStart = 0;
  const changes = mixed.edits.map((edit): Change => {
    for (let next = breaks[line - 1]; next && next.start < edit.offset; next = breaks[line - 1]) {
      line += 1;
      lineStart = next.end;
    }
    return {
      at: { line, column: edit.offset - lineStart + 1 },
      stage: 'decode',
      rule: 'stray-bytes',
      before: shownBytes(edit.bytes),
      after: edit.replacement,
      certainty: 'inferred',
      chain: [{ was: edit.charset, readAs: 'utf-8' }],
    };
  });
  return { text: mixed.text, changes };
}

/**
 * Bytes as a ledger shows them.
 * @example shownBytes(Uint8Array.of(0x93)) // '\\x93'
 */
export function shownBytes(bytes: Uint8Array): string {
  return [...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
