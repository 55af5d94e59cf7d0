import type { ChainLink } from '../../document.ts';
import { encoderOf } from './codecs.ts';
import { loadMasks, SINGLE_BYTE, UTF_8 } from './layers.ts';
import type { Step } from './search.ts';

/** A text that one chain explains from end to end. */
export interface Whole {
  readonly links: readonly ChainLink[];
  readonly steps: readonly Step[];
  readonly text: string;
}

/** So many continuation bytes in their places are no coincidence. */
const PROOF = 4;
const MAX_LAYERS = 4;

interface Layer {
  readonly codes: number[];
  readonly from: number[];
  readonly to: number[];
}

/**
 * The one chain of UTF-8 misread as a single-byte charset by which every character that is no ASCII can
 * be undone, in as many layers as go; null when there is none, or several that disagree, or too little to prove it.
 * `possible` are the layers (bits) in which every character has its place.
 */
export function readWhole(codes: readonly number[], possible: number): Whole | null {
  let layer: Layer | null = null;
  const links: ChainLink[] = [];
  for (let depth = 0; depth < MAX_LAYERS; depth++) {
    const mask = layer === null ? possible : wholeLayers(layer.codes);
    const next = undoAny(layer?.codes ?? codes, layer, depth === 0 ? PROOF : 1, mask);
    if (next === null) break;
    if (next === 'several') return null;
    layer = next.layer;
    links.push(next.link);
  }
  if (layer === null) return null;
  const steps = stepsOf(layer);
  return { links, steps, text: toText(layer.codes) };
}

function undoAny(
  codes: readonly number[],
  before: Layer | null,
  proof: number,
  mask: number,
): { link: ChainLink; layer: Layer } | 'several' | null {
  let found: { link: ChainLink; layer: Layer } | null = null;
  for (let i = 0; i < UTF_8.length; i++) {
    if (((mask >> i) & 1) === 0) continue;
    const link = UTF_8[i]!.links[0]!;
    const layer = undoAll(codes, encoderOf(link.readAs), before, proof);
    if (layer === null) continue;
    if (found === null) found = { link, layer };
    else if (!same(found.layer.codes, layer.codes)) return 'several';
  }
  return found;
}

/** The layers, by bits, in which every character that is no ASCII has its place. */
function wholeLayers(codes: readonly number[]): number {
  const { lead, follow } = loadMasks();
  let mask = SINGLE_BYTE;
  for (const code of codes) {
    if (code >= 0x80) mask &= code > 0xffff ? 0 : lead[code]! | follow[code]!;
  }
  return mask;
}

function same(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The text with every run of bytes read as UTF-8; null as soon as one cannot be. */
function undoAll(
  codes: readonly number[],
  encoder: Int32Array,
  before: Layer | null,
  proof: number,
): Layer | null {
  const out: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let wide = 0;
  for (let i = 0; i < codes.length; ) {
    const code = codes[i]!;
    const length = code < 0x80 ? 1 : lengthAt(codes, i, encoder);
    if (length === 0) return null;
    const value = length === 1 ? code : valueAt(codes, i, length, encoder);
    if (value < 0) return null;
    wide += length - 1;
    out.push(value);
    from.push(before ? before.from[i]! : i);
    to.push(before ? before.to[i + length - 1]! : i + length);
    i += length;
  }
  return wide >= proof ? { codes: out, from, to } : null;
}

/** How many characters make one here, 0 for none. */
function lengthAt(codes: readonly number[], at: number, encoder: Int32Array): number {
  const code = codes[at]!;
  const lead = code > 0xffff ? -1 : encoder[code]!;
  if (lead < 0xc2 || lead > 0xf3) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  return at + length > codes.length ? 0 : length;
}

function valueAt(
  codes: readonly number[],
  at: number,
  length: number,
  encoder: Int32Array,
): number {
  let value = encoder[codes[at]!]! & (0x7f >> length);
  for (let k = 1; k < length; k++) {
    const code = codes[at + k]!;
    const byte = code < 0x80 || code > 0xffff ? -1 : encoder[code]!;
    if (byte < 0x80 || byte > 0xbf) return -1;
    value = (value << 6) | (byte & 0x3f);
  }
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  const surrogate = value >= 0xd800 && value < 0xe000;
  return value < least || surrogate || value >= 0x32000 || (value >= 0x80 && value < 0xa0)
    ? -1
    : value;
}

function stepsOf({ codes, from, to }: Layer): Step[] {
  const steps: Step[] = [];
  for (let i = 0; i < codes.length; i++) {
    if (codes[i]! < 0x80) continue;
    steps.push({ from: from[i]!, to: to[i]!, out: [codes[i]!], option: 0, price: 0 });
  }
  return steps;
}

const PART = 4096;

/** Code points as a text. */
export function toText(codes: readonly number[]): string {
  if (codes.length <= PART) return String.fromCodePoint(...codes);
  let text = '';
  for (let i = 0; i < codes.length; i += PART)
    text += String.fromCodePoint(...codes.slice(i, i + PART));
  return text;
}
