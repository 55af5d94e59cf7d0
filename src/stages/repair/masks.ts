import { type Decoder, decoderOf, type Encoder, encoderOf } from './codecs.ts';
import { LEGACY, recode, SINGLE_BYTE, UTF_8, WORD } from './layers.ts';

const UNITS = 0x10000;
const SLOTS = 1 << 12;
const GOLDEN = 0x9e3779b1;

/** What code units could be in which layers, by bits of UTF_8, and of LEGACY in two words. */
interface Bits {
  /** The first byte begins a character. */
  readonly lead: Int32Array;
  /** The second byte goes on with that character. */
  readonly inner: Int32Array;
  /** The first byte goes on with a character. */
  readonly follow: Int32Array;
  /** In layers of single bytes: it begins a character of two bytes, of three, of four, or goes on with one. */
  readonly two: Int32Array;
  readonly three: Int32Array;
  readonly four: Int32Array;
  readonly next: Int32Array;
  /** It could be re-coded: the first legacy layers, and the others. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** The charset that was read has it, by the same bits. */
  readonly lowHas: Int32Array;
  readonly highHas: Int32Array;
}

/** The bits of each kind of code units: units of which all bits are the same are of one kind. */
export interface Masks extends Bits {
  /** By code unit. */
  readonly kind: Uint16Array;
}

const NAMES = [
  'lead',
  'inner',
  'follow',
  'two',
  'three',
  'four',
  'next',
  'low',
  'high',
  'lowHas',
  'highHas',
] as const;

let made: Masks | null = null;

/** The masks, made on first use. */
export function loadMasks(): Masks {
  made ??= byKind(bitsOfUnits());
  return made;
}

/** The UTF-8 layers that could be undone at a code unit, given the next one. */
export function layersAt(masks: Masks, unit: number, next: number): number {
  const { kind, lead, inner, follow } = masks;
  const k = kind[unit]!;
  return lead[k]! & (inner[k]! | follow[kind[next]!]!);
}

/** The layers of single bytes in which a whole character of UTF-8 stands in four units. */
export function singlesAt(
  masks: Masks,
  unit: number,
  second: number,
  third: number,
  fourth: number,
): number {
  const { kind, two, three, four, next } = masks;
  const k = kind[unit]!;
  const goesOn = next[kind[second]!]!;
  const begins = (two[k]! | three[k]! | four[k]!) & goesOn;
  if (begins === 0) return 0;
  const further = next[kind[third]!]!;
  return goesOn & (two[k]! | (further & (three[k]! | (next[kind[fourth]!]! & four[k]!))));
}

/** The layers of single bytes in which every character that is no ASCII has its place. All are read at once, a bit each. */
export function wholeLayers(
  { kind, two, three, four, next }: Masks,
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
    const k = kind[code]!;
    const awaited = one | both | all;
    const goesOn = next[k]!;
    alive &= (awaited & goesOn) | (~awaited & (two[k]! | three[k]! | four[k]!));
    one = (both & goesOn) | (~awaited & two[k]!);
    both = (all & goesOn) | (~awaited & three[k]!);
    all = ~awaited & four[k]!;
  }
  return alive & ~(one | both | all);
}

function bitsOfUnits(): Bits {
  const bits: Bits = named(NAMES.map(() => new Int32Array(UNITS)));
  UTF_8.forEach(({ links }, i) => {
    const encoder = encoderOf(links[0]!.readAs);
    addUtf8(encoder, 1 << i, bits);
    if ((SINGLE_BYTE & (1 << i)) !== 0) addForms(encoder, 1 << i, bits);
  });
  LEGACY.forEach(({ links }, i) => {
    const { was, readAs } = links[0]!;
    addLegacy(encoderOf(readAs), decoderOf(was), i, bits);
  });
  return bits;
}

function named(tables: readonly Int32Array[]): Bits {
  return Object.fromEntries(NAMES.map((name, i) => [name, tables[i]!])) as unknown as Bits;
}

/** The same bits, those of all units of a kind once. */
function byKind(bits: Bits): Masks {
  const rows = NAMES.map((name) => bits[name]);
  const kind = new Uint16Array(UNITS);
  // one unit of each kind; by a hash of its bits the number of its kind, and 1
  const first: number[] = [];
  const slots = new Uint16Array(SLOTS);
  for (let unit = 0; unit < UNITS; unit++) {
    let hash = 0;
    for (const row of rows) hash = Math.imul(hash ^ row[unit]!, GOLDEN) ^ (hash >>> 15);
    let slot = hash >>> 20;
    while (slots[slot] !== 0 && rows.some((row) => row[first[slots[slot]! - 1]!] !== row[unit]))
      slot = (slot + 1) % SLOTS;
    if (slots[slot] === 0) slots[slot] = first.push(unit);
    kind[unit] = slots[slot]! - 1;
  }
  return { kind, ...named(rows.map((row) => Int32Array.from(first, (unit) => row[unit]!))) };
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

function addUtf8(encoder: Encoder, bit: number, { lead, inner, follow }: Bits): void {
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

function addForms(encoder: Encoder, bit: number, { two, three, four, next }: Bits): void {
  for (const unit of unitsOf(encoder)) {
    const byte = encoder[unit]!;
    if (byte > 0xf4) continue;
    if (byte < 0xc0) next[unit]! |= bit;
    else if (byte >= 0xf0) four[unit]! |= bit;
    else if (byte >= 0xe0) three[unit]! |= bit;
    else if (byte >= 0xc2) two[unit]! |= bit;
  }
}

function addLegacy(encoder: Encoder, decoder: Decoder, index: number, bits: Bits): void {
  const word = index < WORD ? bits.low : bits.high;
  const has = index < WORD ? bits.lowHas : bits.highHas;
  const bit = 1 << (index % WORD);
  for (const unit of unitsOf(encoder)) {
    const value = encoder[unit]!;
    has[unit]! |= bit;
    if (decoder.double || value > 0xff || recode(encoder, decoder.single, unit) >= 0)
      word[unit]! |= bit;
  }
}
