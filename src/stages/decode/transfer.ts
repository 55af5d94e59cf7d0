import type { Change } from '../../document/document.ts';
import {
  decodeQuotedPrintable,
  decodeWords,
  quotedPrintableIn,
} from '../../text/quoted-printable.ts';
import { validUtf8 } from './utf8.ts';

/** Text without its transfer encoding, and the entry for it. */
export interface Transferred {
  readonly text: string;
  readonly changes: readonly Change[];
}

const ENCODING = /^(content-transfer-encoding:[ \t]*)quoted-printable/im;
/** UTF-16 units of what was encoded that its entry shows. Set by hand. */
const SHOWN = 80;

/**
 * Undoes the encodings of mail: quoted-printable, with the charset that its header names or that fits, and encoded words.
 * Null for text that has none.
 * @param decode reads bytes of a charset by its label; null where it is not known
 * @param detect reads bytes whose charset is not named and that are no UTF-8
 */
export function withoutTransferEncoding(
  text: string,
  decode: (bytes: Uint8Array, charset: string) => string | null,
  detect: (bytes: Uint8Array) => string,
): Transferred | null {
  const words = (part: string): string =>
    decodeWords(part, (bytes, charset) => validUtf8(bytes) ?? decode(bytes, charset));
  const found = quotedPrintableIn(text);
  if (found === null) {
    const plain = words(text);
    return plain === text ? null : { text: plain, changes: [entry('encoded-word', text, plain)] };
  }
  const { start, charset } = found;
  const read = (bytes: Uint8Array): string =>
    validUtf8(bytes) ?? (charset === null ? null : decode(bytes, charset)) ?? detect(bytes);
  const head = words(text.slice(0, start)).replace(ENCODING, '$18bit');
  const body = decodeQuotedPrintable(text.slice(start), read);
  return { text: head + body, changes: [entry('quoted-printable', text, head + body)] };
}

/** One entry for the whole text, which shows where it first differs. */
function entry(rule: string, before: string, after: string): Change {
  let at = 0;
  while (before[at] === after[at]) at += 1;
  const lines = after.slice(0, at).split('\n');
  return {
    at: { line: lines.length, column: lines.at(-1)!.length + 1 },
    stage: 'decode',
    rule,
    before: before.slice(at, at + SHOWN),
    after: after.slice(at, at + SHOWN),
    certainty: 'inferred',
  };
}
