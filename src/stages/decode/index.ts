import { createHash } from 'node:crypto';
import type { Warning } from '../../contract/article.ts';
import { InputError } from '../../contract/errors.ts';
import type { Source } from '../../contract/input.ts';
import type { Change, Decoded, Origin, Stage } from '../../document/document.ts';
import { wellFormed } from '../../text/visible.ts';
import { binaryKind } from './binary.ts';
import { byteOrderMark, unitBytes } from './bom.ts';
import { charsetOf, isLegacyCharset } from './charset-labels.ts';
import { refuseContainer } from './container.ts';
import { declaredCharset } from './declared.ts';
import { betterThanDeclared, detectCharset } from './detect.ts';
import { escapedText } from './escaped.ts';
import { looksLikeHtml } from './format.ts';
import { iconv } from './iconv.ts';
import { decodeStray } from './stray.ts';
import { withoutTransferEncoding } from './transfer.ts';
import { unmarkedWide, type Wide } from './unmarked.ts';
import { cutOffBytes, validUtf8 } from './utf8.ts';

/** Text of bytes, and how it was come by. */
interface DecodedBytes {
  readonly text: string;
  readonly encoding: Origin['encoding'];
  readonly changes?: readonly Change[];
  readonly warnings?: readonly Warning[];
}

/** Share of characters that are lost or C1 controls above which a charset is the wrong one. Set by hand. */
const MAX_UNDECODED_SHARE = 0.01;
const UNDECODED = /[\ufffd\u0080-\u009f]/g;

/**
 * Bytes → text: byte order mark, then valid UTF-8, then UTF-8 with stray bytes, then the declared
 * charset, then detection. Nothing is lost silently: each stray or missing byte has an entry or a warning.
 *
 * @throws {InputError} `empty`, `binary` or `undecodable`.
 */
export function createDecode(): Stage<Source, Decoded> {
  return (source) => {
    const { content, format, warnings = [], ...known } = source;
    const reading = transferred(
      typeof content === 'string' ? fromString(content) : fromBytes(content, source.charset),
    );
    if (reading.text.trim() === '') {
      throw new InputError('empty', 'expected text or HTML, found nothing but white space');
    }
    refuseContainer(reading.text);
    return {
      origin: {
        ...wellFormed(known),
        bytes: typeof content === 'string' ? Buffer.byteLength(content) : content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        encoding: reading.encoding,
      },
      format: format === 'auto' ? (looksLikeHtml(reading.text) ? 'html' : 'text') : format,
      text: reading.text,
      changes: reading.changes ?? [],
      warnings: [...warnings, ...(reading.warnings ?? [])],
    };
  };
}

/** A reading without the transfer encoding of mail. */
function transferred(reading: DecodedBytes): DecodedBytes {
  const { text, changes = [] } = reading;
  const plain = withoutTransferEncoding(text, ofCharset, ofDetected);
  if (plain === null) return reading;
  return { ...reading, text: plain.text, changes: [...changes, ...plain.changes] };
}

function ofCharset(bytes: Uint8Array, label: string): string | null {
  const charset = charsetOf(label);
  const isKnown = isLegacyCharset(charset) && iconv().encodingExists(charset);
  return isKnown ? iconv().decode(Buffer.from(bytes), charset) : null;
}

function ofDetected(bytes: Uint8Array): string {
  const found = detectCharset(bytes)?.charset;
  return ofCharset(bytes, found ?? '') ?? iconv().decode(Buffer.from(bytes), 'windows-1252');
}

function fromString(content: string): DecodedBytes {
  const text = content.toWellFormed();
  const encoding = { name: 'utf-8', from: 'string', certainty: 1 } as const;
  if (text === content) return { text, encoding };
  return { text, encoding, warnings: [undecodable('half surrogate pairs')] };
}

function fromBytes(bytes: Uint8Array, sent: string | undefined): DecodedBytes {
  if (bytes.length === 0) throw new InputError('empty', 'expected text or HTML, found no bytes');
  return (
    marked(bytes) ??
    escaped(bytes) ??
    unmarked(bytes) ??
    utf8(bytes) ??
    stray(bytes) ??
    legacy(bytes, sent)
  );
}

function marked(bytes: Uint8Array): DecodedBytes | null {
  const bom = byteOrderMark(bytes);
  if (!bom) return null;
  const rest = bytes.subarray(bom.length);
  const encoding = { name: bom.charset, from: 'bom', certainty: 1 } as const;
  if (bom.charset === 'utf-8') {
    const read = utf8(rest) ?? stray(rest);
    return read && { ...read, encoding };
  }
  return { ...wide(rest, bom.charset), encoding };
}

function unmarked(bytes: Uint8Array): DecodedBytes | null {
  const charset = unmarkedWide(bytes);
  if (charset) {
    return {
      ...wide(bytes, charset),
      encoding: { name: charset, from: 'detected', certainty: 0.9 },
    };
  }
  const kind = binaryKind(bytes);
  if (kind) throw new InputError('binary', `expected text or HTML, found ${kind}`);
  return null;
}

/** UTF-16 and UTF-32; a unit that is cut off at the end is left out and said. */
function wide(bytes: Uint8Array, charset: Wide): Pick<DecodedBytes, 'text' | 'warnings'> {
  const over = bytes.length % unitBytes(charset);
  const decoded = iconv().decode(Buffer.from(bytes.subarray(0, bytes.length - over)), charset);
  const text = decoded.toWellFormed();
  const warnings = [
    ...(over > 0 ? [truncated(over)] : []),
    ...(text === decoded ? [] : [undecodable('half surrogate pairs')]),
  ];
  return { text, warnings };
}

function escaped(bytes: Uint8Array): DecodedBytes | null {
  const found = escapedText(bytes);
  if (found === null) return null;
  const { charset: name, text } = found;
  return { text, encoding: { name, from: 'detected', certainty: 0.95 } };
}

function utf8(bytes: Uint8Array): DecodedBytes | null {
  const encoding = { name: 'utf-8', from: 'utf-8', certainty: 1 } as const;
  const text = validUtf8(bytes);
  if (text !== null) return { text, encoding };
  const over = cutOffBytes(bytes);
  const whole = over === 0 ? null : validUtf8(bytes.subarray(0, bytes.length - over));
  return whole === null ? null : { text: whole, encoding, warnings: [truncated(over)] };
}

function stray(bytes: Uint8Array): DecodedBytes | null {
  const mixed = decodeStray(bytes);
  if (!mixed) return null;
  return {
    ...mixed,
    encoding: { name: 'utf-8', from: 'utf-8', certainty: 0.9 },
    warnings: [
      {
        code: 'mixed-encoding',
        message: `${mixed.changes.length} stretches of bytes that are not UTF-8 were decoded one by one`,
      },
    ],
  };
}

function legacy(bytes: Uint8Array, sent: string | undefined): DecodedBytes {
  const label = sent ?? declaredCharset(bytes);
  const declared = label === null ? null : charsetOf(label);
  const usable = declared !== null && isLegacyCharset(declared) && iconv().encodingExists(declared);
  let better: ReturnType<typeof betterThanDeclared> = null;
  if (usable) {
    const text = iconv().decode(Buffer.from(bytes), declared);
    better = betterThanDeclared(bytes, text, declared);
    if (better === null && undecodedShare(text) <= MAX_UNDECODED_SHARE) {
      const warnings = text.includes('\ufffd') ? [undecodable(declared)] : [];
      return { text, encoding: { name: declared, from: 'declared', certainty: 0.95 }, warnings };
    }
  }
  const found = better ?? detectCharset(bytes);
  if (!found || !iconv().encodingExists(found.charset)) {
    throw new InputError(
      'undecodable',
      'expected text in UTF-8, UTF-16, UTF-32 or a legacy charset that can be told from its bytes, found none that fits; convert it to UTF-8 or name its charset',
    );
  }
  const text = iconv().decode(Buffer.from(bytes), found.charset);
  const warnings: Warning[] = text.includes('\ufffd') ? [undecodable(found.charset)] : [];
  if (declared !== null && declared !== found.charset) {
    const message = `declared as ${declared}, read as ${found.charset}`;
    warnings.push({ code: 'encoding-conflict', message });
  }
  return {
    text,
    encoding: { name: found.charset, from: 'detected', certainty: found.certainty },
    warnings,
  };
}

function undecodedShare(text: string): number {
  return (text.match(UNDECODED)?.length ?? 0) / text.length;
}

function truncated(bytes: number): Warning {
  return { code: 'truncated', message: `the last ${bytes} bytes are part of a character` };
}

function undecodable(charset: string): Warning {
  return { code: 'undecodable-bytes', message: `some bytes are not valid in ${charset}` };
}
