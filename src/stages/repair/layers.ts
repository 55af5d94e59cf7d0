import { type Chain, LAYERS } from './chains.ts';
import { type Decoder, decoderOf, type Encoder, encoderOf, isDouble } from './codecs.ts';

/** Damage of one layer by which UTF-8 was misread; a layer's bit in masks is its place here. */
export const UTF_8: readonly Chain[] = LAYERS.filter(({ links }) => links[0]!.was === 'utf-8');
/** Damage of one layer by which legacy bytes were misread. */
export const LEGACY: readonly Chain[] = LAYERS.filter(({ links }) => links[0]!.was !== 'utf-8');
/** The layers of UTF-8 misread as a charset of single bytes. */
const SINGLE_BYTE: number = maskOf((readAs) => !isDouble(readAs));
/** The layers of UTF-8 misread as a charset of one or two bytes a character. */
export const DOUBLE_BYTE: number = maskOf(isDouble);
/** Legacy layers in one mask. */
const WORD = 31;
const UNITS = 0x10000;

/** What each code unit could be in which layers: bits of UTF_8, and of LEGACY in two words. */
export interface Masks {
  /** Its first byte begins a character. */
  readonly lead: Int32Array;
  /** Its second byte goes on with that character. */
  readonly inner: Int32Array;
  /** Its first byte goes on with a character. */
  readonly follow: Int32Array;
  /** It could be re-coded: the first legacy layers, and the others. */
  readonly legacy: readonly [Int32Array, Int32Array];
  /** The charset that was read has it, by the same bits. */
  readonly has: readonly [Int32Array, Int32Array];
}

/** What each code unit could be in which layers of single bytes, by bits of UTF_8: a byte that begins a character of so many, or goes on with one. */
export interface Forms {
  readonly two: Int32Array;
  readonly three: Int32Array;
  readonly four: Int32Array;
  readonly next: Int32Array;
}

let made: Masks | null = null;
let forms: Forms | null = null;

/** The masks, made on first use. */
export function loadMasks(): Masks {
  made ??= makeMasks();
  return made;
}

/** The forms, made on first use. */
export function loadForms(): Forms {
  forms ??= makeForms();
  return forms;
}

/** The layers of single bytes in which every character that is no ASCII has its place. All are read at once, a bit each. */
export function wholeLayers(
  { two, three, four, next }: Forms,
  codes: ArrayLike<number>,
  length: number,
): number {
  let alive = SINGLE_BYTE;
  // layers in which one, two, three more bytes must come
  let one = 0;
  let both = 0;
  let all = 0;
  for (let i = 0; i < length && alive !== 0; i++) {
    const code = codes[i]!;
    if (code < 0x80) {
      alive &= ~(one | both | all);
      one = 0;
      both = 0;
      all = 0;
      continue;
    }
    if (code > 0xffff) return 0;
    const awaited = one | both | all;
    const goesOn = next[code]!;
    const begins = two[code]! | three[code]! | four[code]!;
    alive &= (awaited & goesOn) | (~awaited & begins);
    one = (both & goesOn) | (~awaited & two[code]!);
    both = (all & goesOn) | (~awaited & three[code]!);
    all = ~awaited & four[code]!;
  }
  return alive & ~(one | both | all);
}

/** The UTF-8 layers that could be undone at a code unit, given the next one. */
export function layersAt({ lead, inner, follow }: Masks, unit: number, next: number): number {
  return lead[unit]! & (inner[unit]! | follow[next]!);
}

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

function makeMasks(): Masks {
  const lead = new Int32Array(UNITS);
  const inner = new Int32Array(UNITS);
  const follow = new Int32Array(UNITS);
  const legacy: [Int32Array, Int32Array] = [new Int32Array(UNITS), new Int32Array(UNITS)];
  const has: [Int32Array, Int32Array] = [new Int32Array(UNITS), new Int32Array(UNITS)];
  UTF_8.forEach(({ links }, i) => {
    addUtf8(encoderOf(links[0]!.readAs), 1 << i, lead, inner, follow);
  });
  LEGACY.forEach(({ links }, i) => {
    const { was, readAs } = links[0]!;
    const word = i < WORD ? 0 : 1;
    addLegacy(encoderOf(readAs), decoderOf(was), 1 << (i % WORD), legacy[word], has[word]);
  });
  return { lead, inner, follow, legacy, has };
}

function makeForms(): Forms {
  const two = new Int32Array(UNITS);
  const three = new Int32Array(UNITS);
  const four = new Int32Array(UNITS);
  const next = new Int32Array(UNITS);
  UTF_8.forEach(({ links }, i) => {
    const bit = 1 << i;
    if ((SINGLE_BYTE & bit) === 0) return;
    const encoder = encoderOf(links[0]!.readAs);
    for (const unit of unitsOf(encoder)) {
      const byte = encoder[unit]!;
      if (byte > 0xf4) continue;
      if (byte < 0xc0) next[unit]! |= bit;
      else if (byte >= 0xf0) four[unit]! |= bit;
      else if (byte >= 0xe0) three[unit]! |= bit;
      else if (byte >= 0xc2) two[unit]! |= bit;
    }
  });
  return { two, three, four, next };
}

const units = new WeakMap<Encoder, Uint16Array>();

/** The code units that a charset has besides ASCII. */
function unitsOf(encoder: Encoder): Uint16Array {
  let found = units.get(encoder);
  if (!found) {
    const list: number[] = [];
    for (let unit = 0x80; unit < UNITS; unit++) if (encoder[unit]! >= 0x80) list.push(unit);
    found = Uint16Array.from(list);
    units.set(encoder, found);
  }
  return found;
}

function addUtf8(
  encoder: Encoder,
  bit: number,
  lead: Int32Array,
  inner: Int32Array,
  follow: Int32Array,
): void {
  for (const unit of unitsOf(encoder)) {
    const value = encoder[unit]!;
    const first = value > 0xff ? value >> 8 : value;
    if (first < 0xc0) follow[unit]! |= bit;
    else if (first >= 0xc2 && first <= 0xf4) {
      const goesOn = value > 0xff && (value & 0xc0) === 0x80;
      if (value < 0x100 || goesOn) lead[unit]! |= bit;
      if (goesOn) inner[unit]! |= bit;
    }
  }
}

function addLegacy(
  encoder: Encoder,
  decoder: Decoder,
  bit: number,
  word: Int32Array,
  has: Int32Array,
): void {
  for (const unit of unitsOf(encoder)) {
    const value = encoder[unit]!;
    has[unit]! |= bit;
    if (decoder.double || value > 0xff || recode(encoder, decoder.single, unit) >= 0)
      word[unit]! |= bit;
  }
}

/** What a character becomes between two charsets of single bytes, -1 for nothing else. */
export function recode(encoder: Encoder, single: Uint16Array, code: number): number {
  const byte = code > 0xffff ? -1 : encoder[code]!;
  if (byte < 0) return -1;
  const out = single[byte]!;
  return out === code || (out === 0 && byte !== 0) ? -1 : out;
}
