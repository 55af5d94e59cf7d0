const MARKS = /\p{M}/gu;
const HANGUL_OR_CJK = /[\u1100-\u11ff\u2e80-\ud7af]/;

/** Characters that are written in more than one way. */
const SAME: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\u3000': ' ',
  '\u200e': ' ',
  '\u200f': ' ',
  ς: 'σ',
  ł: 'l',
  ı: 'i',
  İ: 'i',
  '：': ':',
  '，': ',',
  '／': '/',
  '．': '.',
  '（': '(',
  '）': ')',
  '－': '-',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '’': "'",
  ʼ: "'",
};
/** Code points of the digit zero in scripts that news is printed in. */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040,
  0x17e0, 0xff10,
];
/** A UTF-16 unit in lower case without its accent, an ASCII digit for a digit: what the table of `fold` holds. */
export function foldUnit(unit: string): string {
  const same = SAME[unit];
  if (same !== undefined) return same;
  const code = unit.charCodeAt(0);
  const zero = ZEROS.find((z) => code >= z && code < z + 10);
  if (zero !== undefined) return String(code - zero);
  if (HANGUL_OR_CJK.test(unit)) return unit;
  const lower = unit.toLowerCase();
  const base = lower.normalize('NFD').replace(MARKS, '');
  if (base.length === 1) return SAME[base] ?? base;
  return lower.length === 1 ? lower : unit;
}
