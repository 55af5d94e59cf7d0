/** What a token is, as bits. */
export const TOKEN = {
  /** Digits, also with points and commas inside, or a numeral that is spelt out. */
  number: 1,
  /** Begins with a capital letter. */
  capital: 2,
  /** One character of a script without spaces between words. */
  unspaced: 4,
  /** First of a sentence, as far as its marks tell; also the first of a line. */
  opens: 8,
  /** First of a line. */
  line: 16,
  /** Followed by a sentence's final mark. */
  closes: 32,
  /** In a line that says nothing: see `silenceLines` (sign/draft-article.ts). */
  silent: 64,
} as const;

/** Room for so many tokens at first; it grows. Set by hand: a long article. */
const FIRST_ROOM = 4096;

/**
 * The tokens of a text, without their spelling: scratch memory that one reader of texts makes once and passes along.
 * What it holds is that of the last text that was read into it.
 */
export interface TokenList {
  /** How many tokens there are. */
  count: number;
  /** Hash of each token's folded form, 32 bits with a sign. */
  hashes: Int32Array;
  /** Bits of `TOKEN`. */
  kinds: Uint8Array;
  /** Where each begins, in UTF-16 units of the text. */
  starts: Int32Array;
}

/** Scratch memory for tokens. */
export function createTokenList(): TokenList {
  return {
    count: 0,
    hashes: new Int32Array(FIRST_ROOM),
    kinds: new Uint8Array(FIRST_ROOM),
    starts: new Int32Array(FIRST_ROOM),
  };
}

/** Makes room for `count` tokens; what was held is kept. */
export function reserve(list: TokenList, count: number): void {
  if (count <= list.hashes.length) return;
  const room = Math.max(count, list.hashes.length * 2);
  const { hashes, kinds, starts } = list;
  list.hashes = new Int32Array(room);
  list.kinds = new Uint8Array(room);
  list.starts = new Int32Array(room);
  list.hashes.set(hashes);
  list.kinds.set(kinds);
  list.starts.set(starts);
}
