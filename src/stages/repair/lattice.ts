import type { ChainLink } from '../../document.ts';
import { type Decoder, decoderOf, type Encoder, encoderOf } from './codecs.ts';

/** Text on its way through the layers: code points, and the stretch of the input that each stands for. */
export interface Sequence {
  readonly codes: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Not touched by an earlier layer, though it is no ASCII: later layers must leave it alone. */
  readonly dead: readonly boolean[];
  /** Where a layer may begin to be undone: elements that are no ASCII, not dead, and first of their stretch. */
  readonly open: readonly number[];
}

/** One step of a repair: the input's stretch becomes `out`. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly out: readonly number[];
  /** Bits for what had to be guessed; 0 where the bytes prove it. */
  readonly price: number;
}

const LONGEST = 16;
/** No character of a text lies in the planes from here on. */
const UNUSED_PLANES = 0x32000;

/** The input as a sequence. */
export function start(codes: readonly number[]): Sequence {
  const from = codes.map((_, i) => i);
  return sequence(
    codes,
    from,
    from.map((i) => i + 1),
    codes.map(() => false),
  );
}

function sequence(
  codes: readonly number[],
  from: number[],
  to: number[],
  dead: boolean[],
): Sequence {
  const open: number[] = [];
  for (let s = 0; s < codes.length; s++) {
    if (codes[s]! >= 0x80 && !dead[s] && from[s] !== to[s]) open.push(s);
  }
  return { codes, from, to, dead, open };
}

/** What one block (a run of elements whose bytes make whole characters) becomes. */
interface Block {
  readonly end: number;
  readonly out: number[];
}

/** Undoes one layer from left to right; what cannot be undone stays, dead for later layers. */
export function undo(
  seq: Sequence,
  link: ChainLink,
): { seq: Sequence; undone: number; left: number } {
  const read = reader(link);
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
  return { seq: sequence(codes, from, to, dead), undone, left };
}

/** Every way in which the last layer can be undone, wherever it can, from left to right. */
export function lattice(seq: Sequence, link: ChainLink): Arc[] {
  const read = reader(link);
  const arcs: Arc[] = [];
  for (const s of seq.open) {
    const block = read(seq, s);
    if (block)
      arcs.push({ from: seq.from[s]!, to: seq.to[block.end - 1]!, out: block.out, price: 0 });
  }
  return arcs;
}

type Reader = (seq: Sequence, at: number) => Block | null;

const readers = new Map<string, Reader>();

function reader(link: ChainLink): Reader {
  const key = `${link.was}>${link.readAs}`;
  let found = readers.get(key);
  if (!found) {
    const encoder = encoderOf(link.readAs);
    found = link.was === 'utf-8' ? utf8Reader(encoder) : legacyReader(encoder, decoderOf(link.was));
    readers.set(key, found);
  }
  return found;
}

/** Bytes of the elements from `at` on, fetched as they are asked for. */
class Bytes {
  readonly bytes: number[] = [];
  at: number;
  readonly seq: Sequence;
  readonly encoder: Encoder;
  constructor(seq: Sequence, at: number, encoder: Encoder) {
    this.seq = seq;
    this.at = at;
    this.encoder = encoder;
  }
  get(index: number): number {
    while (index >= this.bytes.length) {
      const code =
        this.at < this.seq.codes.length && !this.seq.dead[this.at] ? this.seq.codes[this.at]! : -1;
      const byte = code < 0 || code > 0xffff ? -1 : this.encoder[code]!;
      if (byte < 0) return -1;
      if (byte > 0xff) this.bytes.push(byte >> 8);
      this.bytes.push(byte & 0xff);
      this.at++;
    }
    return this.bytes[index]!;
  }
  /** Whether everything fetched is used up and the input can be left here. */
  ends(used: number): boolean {
    const { from, to, codes } = this.seq;
    return used === this.bytes.length && (this.at >= codes.length || from[this.at] !== to[this.at]);
  }
}

function utf8Reader(encoder: Encoder): Reader {
  return (seq, at) => {
    const first = firstByte(encoder, seq.codes[at]!);
    if (first < 0xc2 || first > 0xf4 || seq.dead[at]) return null;
    const bytes = new Bytes(seq, at, encoder);
    const out: number[] = [];
    let used = 0;
    while (used === 0 || !bytes.ends(used)) {
      const code = utf8At(bytes, used);
      if (code < 0 || out.length > LONGEST) return null;
      out.push(code);
      used += lengthAt(bytes, used, code);
    }
    if (out.some(isPrivate) && !controlsIn(seq, at, bytes.at)) return null;
    return { end: bytes.at, out };
  };
}

function firstByte(encoder: Encoder, code: number): number {
  const byte = code > 0xffff ? -1 : encoder[code]!;
  return byte > 0xff ? byte >> 8 : byte;
}

function lengthAt(bytes: Bytes, at: number, code: number): number {
  if (code > 0xffff) return bytes.get(at) === 0xed ? 6 : 4;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
}

/** The code point at a place, two surrogates of three bytes each read as one; -1 for none. */
function utf8At(bytes: Bytes, at: number): number {
  const code = oneAt(bytes, at);
  if (code < 0xd800 || code > 0xdfff) return code;
  const low = code < 0xdc00 ? oneAt(bytes, at + 3) : -1;
  return low < 0xdc00 || low > 0xdfff ? -1 : ((code - 0xd800) << 10) + (low - 0xdc00) + 0x10000;
}

function oneAt(bytes: Bytes, at: number): number {
  const lead = bytes.get(at);
  if (lead < 0x80) return lead;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  const more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  let code = lead & (0x3f >> more);
  for (let k = 1; k <= more; k++) {
    const byte = bytes.get(at + k);
    if (byte < 0x80 || byte > 0xbf) return -1;
    code = (code << 6) | (byte & 0x3f);
  }
  const least = more === 1 ? 0x80 : more === 2 ? 0x800 : 0x10000;
  if (code < least || code >= UNUSED_PLANES) return -1;
  return code;
}

/** Whether a stretch holds C1 controls: then even private characters (icons) are what was meant. */
function controlsIn({ codes }: Sequence, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (codes[i]! >= 0x80 && codes[i]! < 0xa0) return true;
  return false;
}

function isPrivate(code: number): boolean {
  return code >= 0xe000 && code < 0xf900;
}

function legacyReader(encoder: Encoder, decoder: Decoder): Reader {
  const { single, double } = decoder;
  return (seq, at) => {
    if (seq.dead[at]) return null;
    const bytes = new Bytes(seq, at, encoder);
    const out: number[] = [];
    let used = 0;
    while (used === 0 || !bytes.ends(used)) {
      const byte = bytes.get(used);
      if (byte < 0 || out.length > LONGEST) return null;
      if (byte < 0x80 || !double || single[byte]) {
        const code = single[byte]!;
        if (code === 0 && byte !== 0) return null;
        out.push(code);
        used++;
        continue;
      }
      const low = bytes.get(used + 1);
      const code = low < 0 ? 0 : double[(byte << 8) | low]!;
      if (code === 0 || isPrivate(code)) return null;
      out.push(code);
      used += 2;
    }
    return out.length === 1 && out[0] === seq.codes[at] && bytes.at === at + 1
      ? null
      : { end: bytes.at, out };
  };
}
