import { once, onceByName } from '../../assets/once.ts';
import { type Decoder, type Encoder, makeDecoder, makeEncoder } from './charsets/codecs.ts';
import { readMasks } from './charsets/masks.ts';
import { indexAlphabets } from './plausibility/alphabets.ts';

/**
 * The tables of the repair stage, beside the language model: only read, unpacked when first asked for and kept as
 * long as the process lives. What is written to is in a workspace.
 */

/** Bytes to characters for a charset (not UTF-8). */
export const decoderOf: (charset: string) => Decoder = onceByName(makeDecoder);

/** Characters to bytes for a charset, C1 controls and undefined bytes included. */
export const encoderOf: (charset: string) => Encoder = onceByName((charset) =>
  makeEncoder(charset, decoderOf),
);

/** Which layers of damage each character could come from. */
export const loadMasks = once(readMasks);

/** The alphabets that have each Latin letter. */
export const loadAlphabets = once(indexAlphabets);
