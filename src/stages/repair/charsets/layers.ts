import type { Chain } from '../hypothesis.ts';
import { LAYERS } from './chains.ts';
import { type Encoder, isDouble } from './codecs.ts';

/** Damage of one layer by which UTF-8 was misread; a layer's bit in masks is its place here. */
export const UTF_8: readonly Chain[] = LAYERS.filter(({ links }) => links[0]!.was === 'utf-8');
/** Damage of one layer by which legacy bytes were misread. */
export const LEGACY: readonly Chain[] = LAYERS.filter(({ links }) => links[0]!.was !== 'utf-8');
/** The layers of UTF-8 misread as a charset of single bytes. */
export const SINGLE_BYTE: number = maskOf((readAs) => !isDouble(readAs));
/** The layers of UTF-8 misread as a charset of one or two bytes a character. */
export const DOUBLE_BYTE: number = maskOf(isDouble);
/** Legacy layers in one mask. */
export const WORD = 32;

/** Whether a legacy layer is in a mask of two words. */
export function hasLegacy(words: readonly [number, number], index: number): boolean {
  return index < WORD ? ((words[0] >> index) & 1) === 1 : ((words[1] >> (index - WORD)) & 1) === 1;
}

function maskOf(accepts: (readAs: string) => boolean): number {
  return UTF_8.reduce(
    (mask, { links }, i) => (accepts(links[0]!.readAs) ? mask | (1 << i) : mask),
    0,
  );
}

/** What a character becomes between two charsets of single bytes, -1 for nothing else. */
export function recode(encoder: Encoder, single: Uint16Array, code: number): number {
  const byte = code > 0xffff ? -1 : encoder[code]!;
  if (byte < 0) return -1;
  const out = single[byte]!;
  return out === code || (out === 0 && byte !== 0) ? -1 : out;
}
