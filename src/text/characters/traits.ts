/** What a UTF-16 unit may be, as bits: see `traitsOf` (characters.ts). */
export const TRAIT = {
  /** A letter, mark or number. */
  word: 1,
  /** A decimal digit. */
  digit: 2,
  /** A combining mark. */
  mark: 4,
  /** White space as `\s` knows it. */
  space: 8,
  /** Shows nothing (Unicode: White_Space, Cc, Cf, Default_Ignorable_Code_Point). */
  invisible: 16,
  /** Of a script without spaces between words; one unit is one token. */
  unspaced: 32,
  /** Of a script one of whose characters says as much as several letters. */
  dense: 64,
  /** Half of a character: only the pair tells more. */
  surrogate: 128,
  /** A letter or mark. */
  letter: 256,
} as const;

const TESTS: readonly (readonly [RegExp, number])[] = [
  [/[\p{L}\p{M}\p{N}]/u, TRAIT.word],
  [/\p{Nd}/u, TRAIT.digit],
  [/\p{M}/u, TRAIT.mark],
  [/\s/u, TRAIT.space],
  [/[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u, TRAIT.invisible],
  [
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u,
    TRAIT.unspaced,
  ],
  [
    /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u,
    TRAIT.dense,
  ],
  [/[\ud800-\udfff]/, TRAIT.surrogate],
  [/[\p{L}\p{M}]/u, TRAIT.letter],
];

/** The traits of a UTF-16 unit by Unicode's properties, as bits of `TRAIT`: what the table of `traitsOf` holds. */
export function traitsByUnicode(code: number): number {
  const character = String.fromCharCode(code);
  return TESTS.reduce(
    (traits, [test, trait]) => (test.test(character) ? traits | trait : traits),
    0,
  );
}
