import type { ChainLink } from '../../../document/document.ts';
import type { BlockDecoder, BlockDecoders } from '../charsets/decoders.ts';
import { layersAt } from '../charsets/masks.ts';
import type { Arc } from '../hypothesis.ts';
import { loadMasks } from '../tables.ts';
import { type LayeredText, layeredText } from '../text/layered-text.ts';

/** How many blocks could be undone from left to right, and how many characters that are no ASCII were left. */
export interface Undone {
  readonly undone: number;
  readonly left: number;
}

/** Undoes one layer from left to right; what cannot be undone stays, dead for later layers. */
export function undo(
  decoders: BlockDecoders,
  text: LayeredText,
  link: ChainLink,
): Undone & { readonly text: LayeredText } {
  const decode = decoders.of(link);
  const codes: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const dead: boolean[] = [];
  let undone = 0;
  let left = 0;
  for (let s = 0; s < text.codes.length; ) {
    const block = text.codes[s]! < 0x80 ? null : decode(text, s);
    const end = block ? block.end : s + 1;
    const out = block ? block.out : [text.codes[s]!];
    if (block) undone++;
    else if (text.codes[s]! >= 0x80) left++;
    for (let k = 0; k < out.length; k++) {
      codes.push(out[k]!);
      from.push(k === 0 ? text.from[s]! : text.to[end - 1]!);
      to.push(text.to[end - 1]!);
      dead.push(!block && out[k]! >= 0x80);
    }
    s = end;
  }
  return { text: layeredText(codes, from, to, dead, false), undone, left };
}

/** What `undo` would count in an untouched text, told from the arcs of that layer. */
export function countUndone(text: LayeredText, arcs: readonly Arc[]): Undone {
  let undone = 0;
  let left = 0;
  let k = 0;
  let at = 0;
  for (const s of text.open) {
    if (s < at) continue;
    while (k < arcs.length && arcs[k]!.from < s) k++;
    const arc = arcs[k];
    if (arc?.from === s) {
      undone++;
      at = arc.to;
    } else left++;
  }
  return { undone, left };
}

/** Every way in which UTF-8 misread (the layer of that bit) can be undone, wherever it can, from left to right. */
export function utf8Arcs(
  decoders: BlockDecoders,
  text: LayeredText,
  link: ChainLink,
  bit: number,
): Arc[] {
  const decode = decoders.of(link);
  const arcs: Arc[] = [];
  for (const s of text.open) {
    if ((layersFrom(text, s) & bit) !== 0) addArc(decode, text, s, arcs);
  }
  return arcs;
}

/** Every way in which legacy bytes misread can be undone, wherever they can, from left to right. */
export function legacyArcs(decoders: BlockDecoders, text: LayeredText, link: ChainLink): Arc[] {
  const decode = decoders.of(link);
  const arcs: Arc[] = [];
  for (const s of text.open) addArc(decode, text, s, arcs);
  return arcs;
}

function addArc(decode: BlockDecoder, text: LayeredText, s: number, arcs: Arc[]): void {
  const block = decode(text, s);
  if (!block) return;
  arcs.push({ from: text.from[s]!, to: text.to[block.end - 1]!, out: block.out, cost: 0 });
}

/** The UTF-8 layers that could be undone somewhere, by bits. */
export function liveLayers(text: LayeredText): number {
  let live = 0;
  for (const s of text.open) live |= layersFrom(text, s);
  return live;
}

/** The UTF-8 layers that could be undone from an element on, by bits. */
function layersFrom({ codes }: LayeredText, s: number): number {
  const code = codes[s]!;
  if (code > 0xffff) return 0;
  const next = s + 1 < codes.length ? Math.min(codes[s + 1]!, 0xffff) : 0;
  return layersAt(loadMasks(), code, next);
}
