import { openLayerMasks } from '../../../assets/layer-masks.ts';
import { SINGLE_BYTE } from './layers.ts';

/**
 * What the code units of each kind could be in which layers, by bits of UTF_8, and of LEGACY in two words:
 * units that could be the same in all layers are of one kind.
 */
export interface Masks {
  /** By code unit. */
  readonly kind: Uint16Array;
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

/** Reads the masks. */
export function readMasks(): Masks {
  const asset = openLayerMasks();
  return {
    kind: asset.uint16('kind'),
    lead: asset.int32('lead'),
    inner: asset.int32('inner'),
    follow: asset.int32('follow'),
    two: asset.int32('two'),
    three: asset.int32('three'),
    four: asset.int32('four'),
    next: asset.int32('next'),
    low: asset.int32('low'),
    high: asset.int32('high'),
    lowHas: asset.int32('lowHas'),
    highHas: asset.int32('highHas'),
  };
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
  let awaited = 0;
  for (let i = 0; i < length && alive !== 0; i++) {
    const code = codes[i]!;
    if (code < 0x80) {
      if (awaited === 0) continue;
      alive &= ~awaited;
      one = 0;
      both = 0;
      all = 0;
      awaited = 0;
      continue;
    }
    if (code > 0xffff) return 0;
    const k = kind[code]!;
    const goesOn = next[k]!;
    alive &= (awaited & goesOn) | (~awaited & (two[k]! | three[k]! | four[k]!));
    one = (both & goesOn) | (~awaited & two[k]!);
    both = (all & goesOn) | (~awaited & three[k]!);
    all = ~awaited & four[k]!;
    awaited = one | both | all;
  }
  return alive & ~awaited;
}
