import { createTokenList, type TokenList } from '../tokens/token-list.ts';
import { createGramSet, type GramSet } from './gram-set.ts';
import { MOST_BYTES } from './layout.ts';

/** Room for so many numbers at first; it grows. Set by hand: a long article. */
const FIRST_ROOM = 4096;

/** Scratch memory of a signer: what it read of the last article. */
export interface Draft {
  readonly tokens: TokenList;
  /** Grams of two tokens in the order of the text; repeated ones as often. */
  grams: Uint32Array;
  gramCount: number;
  /** Weights of the grams. */
  weights: Uint8Array;
  /** Grams of four tokens. */
  fours: Uint32Array;
  /** Numbers and names: hash of the tokens around each, and of the token. */
  places: Uint32Array;
  values: Uint32Array;
  /** Which token each is. */
  factTokens: Uint32Array;
  factCount: number;
  /** Hashes by which candidates are found. */
  keys: Uint32Array;
  keyCount: number;
  /** The signature, when it is packed. */
  readonly bytes: Uint8Array;
  /** For telling which grams were met. */
  readonly seen: GramSet;
  /** Hash of all that counts, 52 bits: the same for texts that say the same. 0 for a text without words. */
  identity: number;
}

/** Scratch memory for signatures. */
export function createDraft(): Draft {
  return {
    tokens: createTokenList(),
    grams: new Uint32Array(FIRST_ROOM),
    gramCount: 0,
    weights: new Uint8Array(FIRST_ROOM),
    fours: new Uint32Array(FIRST_ROOM),
    places: new Uint32Array(FIRST_ROOM),
    values: new Uint32Array(FIRST_ROOM),
    factTokens: new Uint32Array(FIRST_ROOM),
    factCount: 0,
    keys: new Uint32Array(FIRST_ROOM),
    keyCount: 0,
    bytes: new Uint8Array(MOST_BYTES),
    seen: createGramSet(),
    identity: 0,
  };
}

/** Makes room for the grams and facts of `count` tokens; what was held is lost. */
export function makeRoom(draft: Draft, count: number): void {
  if (count <= draft.grams.length) return;
  const room = Math.max(count, draft.grams.length * 2);
  draft.grams = new Uint32Array(room);
  draft.weights = new Uint8Array(room);
  draft.fours = new Uint32Array(room);
  draft.places = new Uint32Array(room);
  draft.values = new Uint32Array(room);
  draft.factTokens = new Uint32Array(room);
  draft.keys = new Uint32Array(room);
}

/**
 * Tokens that two articles must hold to be one by the same words alone; shorter ones are stubs, such as a call to
 * subscribe. Set by hand.
 */
const MIN_SAME = 8;
/** Identity of a text without words. */
const NO_IDENTITY = 0;

/** Whether a text says too little to be one with others by its words alone: it is short, or all of it is common. */
export function isStub({ identity, gramCount, weights }: Draft): boolean {
  if (identity === NO_IDENTITY || gramCount < MIN_SAME) return true;
  for (let i = 0; i < gramCount; i++) if (weights[i]! > 0) return false;
  return true;
}
