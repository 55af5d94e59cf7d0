// The classes that stand for characters too rare to be counted by themselves.

/** Scripts (Unicode property values) that have classes of their own. */
export const SCRIPTS = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Armenian',
  'Hebrew',
  'Arabic',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Tibetan',
  'Myanmar',
  'Georgian',
  'Hangul',
  'Ethiopic',
  'Khmer',
  'Mongolian',
  'Hiragana',
  'Katakana',
  'Bopomofo',
  'Han',
  'Syriac',
  'Thaana',
  'Cherokee',
  'Canadian_Aboriginal',
];
const KINDS = [
  [/\p{Lu}/u, 'U'],
  [/\p{Ll}/u, 'L'],
  [/\p{L}/u, 'O'],
  [/\p{M}/u, 'M'],
  [/\p{N}/u, 'N'],
];
const COMMON = [
  [/[\0-\x1f\x7f]/u, 'c0'],
  [/[\x80-\x9f]/u, 'c1'],
  [/\ufffd/u, 'fffd'],
  [/\p{Co}/u, 'private'],
  [/\p{Cs}/u, 'surrogate'],
  [/[\uff61-\uff9f]/u, 'halfkana'],
  [/[\uff00-\uff60\uffa0-\uffef]/u, 'wide'],
  [/[\u2500-\u259f]/u, 'box'],
  [/\p{Cf}/u, 'format'],
  [/\p{Zs}/u, 'space'],
  [/\p{Sc}/u, 'currency'],
  [/\p{Sm}/u, 'math'],
  [/\p{Sk}/u, 'accent'],
  [/\p{P}/u, 'punct'],
  [/\p{N}/u, 'number'],
  [/\p{Extended_Pictographic}/u, 'emoji'],
  [/\p{So}/u, 'symbol'],
  [/\p{M}/u, 'mark'],
  [/\p{L}/u, 'letter'],
  [/\p{Cn}/u, 'unassigned'],
];
const byScript = SCRIPTS.map((s) => [new RegExp(`\\p{Script=${s}}`, 'u'), s]);
const early = COMMON.slice(0, 8);

/** The name of a code point's class. */
export function className(code) {
  const ch = String.fromCodePoint(code);
  for (const [re, name] of early) if (re.test(ch)) return name;
  const kind = KINDS.find(([re]) => re.test(ch));
  if (kind) for (const [re, name] of byScript) if (re.test(ch)) return name + kind[1];
  for (const [re, name] of COMMON) if (re.test(ch)) return name;
  return 'other';
}
