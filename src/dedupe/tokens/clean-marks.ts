import { decodeEntities } from '../../text/entities.ts';

/** Units that windows-1252 shows for the bytes 0x80 to 0x9F; 0 where it has none (WHATWG Encoding, index windows-1252). */
const HIGH = [
  0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0,
  0x17d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
  0x153, 0, 0x17e, 0x178,
];
// UTF-8's continuation bytes are 0x80 to 0xBF, with the payload in their lower six bits (RFC 3629).
const CONTINUATION = 0x80;
const PAYLOAD = 0x3f;

const bytes = new Map<string, number>();
for (let byte = CONTINUATION; byte <= (CONTINUATION | PAYLOAD); byte++) {
  bytes.set(String.fromCharCode(HIGH[byte - CONTINUATION] || byte), byte);
}
const continuation = `[\u0080-\u00bf${HIGH.filter(Boolean)
  .map((unit) => String.fromCharCode(unit))
  .join('')}]`;
/**
 * UTF-8 that was read as windows-1252, by first bytes that are believed: of Latin letters (C2 to C5), Greek, Cyrillic,
 * Hebrew, Arabic, and of the punctuation of U+2000 (E2). A closing quote may have lost its last byte, which
 * windows-1252 does not have.
 */
const MISREAD = new RegExp(
  `[\u00c2-\u00c5\u00ce-\u00d1\u00d7-\u00da]${continuation}|\u00e2\u20ac${continuation}?`,
  'g',
);
const ENTITY = /&#?\w{2,32};/;
/** Letters and digits of mathematics, which titles use as ornaments (Mathematical Alphanumeric Symbols). */
const ORNAMENT = /\ud835/;
const DIRTY = new RegExp(`${ENTITY.source}|${ORNAMENT.source}|${MISREAD.source}`);
const CLOSING_QUOTE = '\u201d';

/**
 * A text with entities, ornamental letters and the commonest mojibake undone, so that it compares equal to the text
 * that was meant. Only for comparing: the repair stage knows the other charsets, and doubts more.
 */
export function cleanMarks(text: string): string {
  if (!DIRTY.test(text)) return text;
  const decoded = ENTITY.test(text) ? decodeEntities(text) : text;
  const plain = ORNAMENT.test(decoded) ? decoded.normalize('NFKC') : decoded;
  return plain.replace(MISREAD, meant);
}

function meant(shown: string): string {
  const lead = shown.charCodeAt(0);
  const second = bytes.get(shown[1]!)! & PAYLOAD;
  if (lead < 0xe0) return String.fromCharCode(((lead & 0x1f) << 6) | second);
  if (shown.length < 3) return CLOSING_QUOTE;
  return String.fromCharCode(
    ((lead & 0xf) << 12) | (second << 6) | (bytes.get(shown[2]!)! & PAYLOAD),
  );
}
