import { isUtf8 } from 'node:buffer';

/** How a text tells that it is quoted-printable (RFC 2045, 6.7). */
export interface QuotedPrintable {
  /** Where the encoded part begins, in UTF-16 units: behind the header of a mail. */
  readonly start: number;
  /** The charset that the header names; null for none. */
  readonly charset: string | null;
}

const HEADER = /^(?:[!-9;-~]+:[ \t].*\r?\n(?:[ \t]+\S.*\r?\n)*){2,60}\r?\n/;
const DECLARED = /^content-transfer-encoding:[ \t]*quoted-printable[ \t]*\r?$/im;
const CHARSET = /^content-type:[^\n]*(?:\n[ \t][^\n]*)*?charset="?([\w.:-]{1,40})/im;
/** UTF-16 units of a mail's header that are looked at. Set by hand. */
const HEAD = 20_000;
const SOFT_BREAK = /=[ \t]*\r?\n/g;
const ENCODED_BYTE = /^=[0-9A-F]{2}/;
const SOFT_END = /^=[ \t]{0,9}(?:\r?\n|$)/;
const HIGH_BYTE = /^=[89A-F]/;
const BYTES = /(?:=[0-9A-Fa-f]{2})+/g;
const NOT_ASCII = /[^\0-\x7f]/;
/** Encoded bytes of letters by which undeclared text is told beside a soft break; without one, twice as many. Set by hand. */
const MIN_LETTERS = 2;
/** Soft breaks by which it is told beside one encoded sign. Set by hand. */
const MIN_SOFT_BREAKS = 3;

/**
 * Whether a text is quoted-printable: a mail's header says so, or it is ASCII in which every `=` is part of an encoded
 * byte or ends a line, and some stand for letters of UTF-8. Null for any other text, mostly at its first `=`.
 */
export function quotedPrintableIn(text: string): QuotedPrintable | null {
  if (!text.includes('=')) return null;
  const header = HEADER.exec(text.slice(0, HEAD))?.[0] ?? '';
  if (DECLARED.test(header)) {
    return { start: header.length, charset: CHARSET.exec(header)?.[1]?.toLowerCase() ?? null };
  }
  return isEncoded(text) ? { start: 0, charset: null } : null;
}

function isEncoded(text: string): boolean {
  let letters = 0;
  let signs = 0;
  let softBreaks = 0;
  for (let at = text.indexOf('='); at >= 0; at = text.indexOf('=', at + 1)) {
    const here = text.slice(at, at + 12);
    if (SOFT_END.test(here)) softBreaks += 1;
    else if (!ENCODED_BYTE.test(here)) return false;
    else if (HIGH_BYTE.test(here)) letters += 1;
    else signs += 1;
  }
  if (NOT_ASCII.test(text)) return false;
  if (letters >= MIN_LETTERS && softBreaks > 0) return true;
  if (letters >= 2 * MIN_LETTERS) return isUtf8(bytesOf(text));
  return softBreaks >= MIN_SOFT_BREAKS && letters + signs > 0;
}

/**
 * The text that quoted-printable stands for.
 * @param decode reads its bytes
 * @example decodeQuotedPrintable('caf=C3=A9 =\nnoir', utf8) // 'café noir'
 */
export function decodeQuotedPrintable(text: string, decode: (bytes: Uint8Array) => string): string {
  const joined = text.replace(SOFT_BREAK, '');
  if (NOT_ASCII.test(joined)) return joined.replace(BYTES, (run) => decode(bytesOf(run)));
  return decode(bytesOf(joined));
}

/** ASCII with encoded bytes as bytes. */
function bytesOf(text: string): Uint8Array {
  const plain = text.replace(BYTES, (run) =>
    Buffer.from(run.replaceAll('=', ''), 'hex').toString('latin1'),
  );
  return Buffer.from(plain, 'latin1');
}

const WORDS =
  /=\?([\w-]{1,40})(?:\*[\w-]*)?\?([BbQq])\?([^?\s]*)\?=(?:[ \t\r\n]+(?==\?[\w-]{1,40}\?[BbQq]\?))?/g;

/** Encoded words of headers (RFC 2047) as what they stand for. @param decode reads bytes of a charset; null for an unknown one */
export function decodeWords(
  text: string,
  decode: (bytes: Uint8Array, charset: string) => string | null,
): string {
  if (!text.includes('=?')) return text;
  return text.replace(WORDS, (word, charset: string, kind: string, value: string) => {
    const bytes =
      kind.toLowerCase() === 'b'
        ? Buffer.from(value, 'base64')
        : bytesOf(value.replaceAll('_', '=20'));
    return decode(bytes, charset.toLowerCase()) ?? word;
  });
}
