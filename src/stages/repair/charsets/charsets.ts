import { upperHalf } from '../../../assets/charsets.ts';

const ASCII = String.fromCharCode(...Array.from({ length: 128 }, (_, i) => i));
const ALIASES: Readonly<Record<string, string>> = {
  latin1: 'iso-8859-1',
  'latin-1': 'iso-8859-1',
  'us-ascii': 'windows-1252',
  ibm866: 'cp866',
  'x-mac-roman': 'macintosh',
  macroman: 'macintosh',
  'mac-ce': 'x-mac-ce',
  'mac-cyrillic': 'x-mac-cyrillic',
};
const CP = /^(?:cp|win|windows)[-_]?(125\d|874)$/;
const DOS = /^(?:cp|ibm|dos)[-_]?(\d{3})$/;
const ISO = /^iso[-_]?8859[-_]?(\d{1,2})$/;

/**
 * The 256 characters of a single-byte charset, or null when it is not one that is known.
 * Bytes that the code page leaves undefined stand for the code point of the same number.
 * @example decodeTable('windows-1252')?.charCodeAt(0x80) // 0x20AC
 */
export function decodeTable(charset: string): string | null {
  const half = upperHalf(canonicalName(charset));
  return half === undefined ? null : ASCII + String.fromCharCode(...half);
}

/** A charset's name as this stage writes it (`cp1252` is `windows-1252`). */
function canonicalName(charset: string): string {
  const name = charset.trim().toLowerCase();
  const alias = ALIASES[name];
  if (alias !== undefined) return alias;
  const windows = CP.exec(name);
  if (windows) return `windows-${windows[1]}`;
  const dos = DOS.exec(name);
  if (dos) return `cp${dos[1]}`;
  const iso = ISO.exec(name);
  return iso ? `iso-8859-${iso[1]}` : name;
}
