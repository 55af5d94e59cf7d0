/** Kinds of characters that the features tell apart. */
export const KIND = {
  other: 1,
  space: 2,
  lower: 3,
  upper: 4,
  letter: 5,
  unspaced: 6,
  hangul: 7,
  digit: 8,
  comma: 9,
  stop: 10,
  wideStop: 11,
  quote: 12,
  bar: 13,
  mark: 14,
} as const;

const TESTS: readonly (readonly [RegExp, number])[] = [
  [/[\s\u200b-\u200f]/, KIND.space],
  [/\p{sc=Hang}/u, KIND.hangul],
  [/[,;،、，؛；]/, KIND.comma],
  [/[。！？]/, KIND.wideStop],
  [/[.!?…।؟۔։።]/, KIND.stop],
  [/["'“”„«»‘’‹›「」『』《》]/, KIND.quote],
  [/[|•·│｜>/→◆■▶©#@_]/, KIND.bar],
  [/\p{Nd}/u, KIND.digit],
  [
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u,
    KIND.unspaced,
  ],
  [/\p{Ll}/u, KIND.lower],
  [/\p{Lu}/u, KIND.upper],
  [/\p{L}/u, KIND.letter],
  [/[\p{M}\ud800-\udfff]/u, KIND.mark],
];

/** The kind of a UTF-16 unit by Unicode's properties, of several the first: what the table of `unitKindOf` holds. */
export function kindByUnicode(code: number): number {
  const char = String.fromCharCode(code);
  return TESTS.find(([test]) => test.test(char))?.[1] ?? KIND.other;
}
