import type { ChainLink } from '../../../document/document.ts';
import { readerOf } from '../charsets/decoders.ts';
import { layersAt, loadMasks } from '../charsets/masks.ts';
import type { Arc } from '../hypothesis.ts';
import { type Sequence, sequence } from '../text/layered-text.ts';

/** Undoes one layer from left to right; what cannot be undone stays, dead for later layers. */
export function undo(
  seq: Sequence,
  link: ChainLink,
): { seq: Sequence; undone: number; left: number } {
  const read = readerOf(link);
  const codes: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const dead: boolean[] = [];
  let undone = 0;
  let left = 0;
  for (let s = 0; s < seq.codes.length; ) {
    const block = seq.codes[s]! < 0x80 ? null : read(seq, s);
    const end = block ? block.end : s + 1;
    const out = block ? block.out : [seq.codes[s]!];
    if (block) undone++;
    else if (seq.codes[s]! >= 0x80) left++;
    for (let k = 0; k < out.length; k++) {
      codes.push(out[k]!);
      from.push(k === 0 ? seq.from[s]! : seq.to[end - 1]!);
      to.push(seq.to[end - 1]!);
      dead.push(!block && out[k]! >= 0x80);
    }
    s = end;
  }
  return { seq: sequence(codes, from, to, dead, false), undone, left };
}

/** How many blocks of an untouched sequence can be undone from left to right, and how many characters are left. */
export function countUndone(seq: Sequence, arcs: readonly Arc[]): { undone: number; left: number } {
  let undone = 0;
  let left = 0;
  let k = 0;
  let at = 0;
  for (const s of seq.open) {
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
export function utf8Arcs(seq: Sequence, link: ChainLink, bit: number): Arc[] {
  const { codes, open } = seq;
  const masks = loadMasks();
  const arcs: Arc[] = [];
  for (const s of open) {
    const next = s + 1 < codes.length ? Math.min(codes[s + 1]!, 0xffff) : 0;
    const code = codes[s]!;
    if (code > 0xffff || (layersAt(masks, code, next) & bit) === 0) continue;
    addArc(seq, link, s, arcs);
  }
  return arcs;
}

/** Every way in which legacy bytes misread can be undone, wherever they can, from left to right. */
export function legacyArcs(seq: Sequence, link: ChainLink): Arc[] {
  const arcs: Arc[] = [];
  for (const s of seq.open) addArc(seq, link, s, arcs);
  return arcs;
}

function addArc(seq: Sequence, link: ChainLink, s: number, arcs: Arc[]): void {
  const block = readerOf(link)(seq, s);
  if (!block) return;
  arcs.push({ from: seq.from[s]!, to: seq.to[block.end - 1]!, out: block.out, price: 0 });
}

/** The UTF-8 layers that could be undone somewhere. */
export function liveLayers({ codes, open }: Sequence): number {
  const masks = loadMasks();
  let live = 0;
  for (const s of open) {
    const next = s + 1 < codes.length ? Math.min(codes[s + 1]!, 0xffff) : 0;
    if (codes[s]! <= 0xffff) live |= layersAt(masks, codes[s]!, next);
  }
  return live;
}
