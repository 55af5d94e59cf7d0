import type { ChainLink } from '../../../document/document.ts';
import type { Sequence } from '../text/layered-text.ts';
import { type Decoder, decoderOf, type Encoder, encoderOf } from './codecs.ts';

/** What one block (a run of elements whose bytes make whole characters) becomes. */
export interface Block {
  readonly end: number;
  readonly out: readonly number[];
}

/** Reads the block that begins at an element, null for none. */
export type Reader = (seq: Sequence, at: number) => Block | null;

const LONGEST = 16;
/** Bytes of so many characters, each of two surrogates at worst. */
const ROOM = (LONGEST + 2) * 8;
/** No character of a text lies in the planes from here on. */
const UNUSED_PLANES = 0x32000;

const readers = new Map<ChainLink, Reader>();

/** The reader that undoes a layer. */
export function readerOf(link: ChainLink): Reader {
  let found = readers.get(link);
  if (!found) {
    const encoder = encoderOf(link.readAs);
    found = link.was === 'utf-8' ? utf8Reader(encoder) : legacyReader(encoder, decoderOf(link.was));
    readers.set(link, found);
  }
  return found;
}

/** Bytes of the elements from some place on, fetched as they are asked for; one object serves all reading. */
class Bytes {
  readonly bytes = new Uint8Array(ROOM);
  size = 0;
  at = 0;
  seq: Sequence | null = null;
  encoder: Encoder | null = null;
  begin(seq: Sequence, at: number, encoder: Encoder): void {
    this.seq = seq;
    this.at = at;
    this.encoder = encoder;
    this.size = 0;
  }
  get(index: number): number {
    const { codes, dead } = this.seq!;
    while (index >= this.size) {
      const { at } = this;
      const code = at < codes.length && !dead[at] ? codes[at]! : -1;
      const byte = code < 0 || code > 0xffff ? -1 : this.encoder![code]!;
      if (byte < 0) return -1;
      if (byte > 0xff) this.bytes[this.size++] = byte >> 8;
      this.bytes[this.size++] = byte & 0xff;
      this.at++;
    }
    return this.bytes[index]!;
  }
  /** Whether everything fetched is used up and the input can be left here. */
  ends(used: number): boolean {
    const { from, to, codes } = this.seq!;
    return used === this.size && (this.at >= codes.length || from[this.at] !== to[this.at]);
  }
}

const bytes = new Bytes();

function utf8Reader(encoder: Encoder): Reader {
  return (seq, at) => {
    const first = firstByte(encoder, seq.codes[at]!);
    if (first < 0xc2 || first > 0xf4 || seq.dead[at]) return null;
    bytes.begin(seq, at, encoder);
    let code = utf8At(0);
    if (code < 0) return null;
    const out: number[] = [code];
    let used = lengthAt(0, code);
    while (!bytes.ends(used)) {
      code = utf8At(used);
      if (code < 0 || out.length > LONGEST) return null;
      out.push(code);
      used += lengthAt(used, code);
    }
    if (out.some(isPrivate) && !controlsIn(seq, at, bytes.at)) return null;
    return { end: bytes.at, out };
  };
}

function firstByte(encoder: Encoder, code: number): number {
  const byte = code > 0xffff ? -1 : encoder[code]!;
  return byte > 0xff ? byte >> 8 : byte;
}

function lengthAt(at: number, code: number): number {
  if (code > 0xffff) return bytes.get(at) === 0xed ? 6 : 4;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
}

/** The code point at a place, two surrogates of three bytes each read as one; -1 for none. */
function utf8At(at: number): number {
  const code = oneAt(at);
  if (code < 0xd800 || code > 0xdfff) return code;
  const low = code < 0xdc00 ? oneAt(at + 3) : -1;
  return low < 0xdc00 || low > 0xdfff ? -1 : ((code - 0xd800) << 10) + (low - 0xdc00) + 0x10000;
}

function oneAt(at: number): number {
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
  return (seq, at) => {
    if (seq.dead[at]) return null;
    bytes.begin(seq, at, encoder);
    let used = widthAt(decoder, 0);
    if (used === 0) return null;
    const out = [valueAt(decoder, 0, used)];
    while (!bytes.ends(used)) {
      const width = widthAt(decoder, used);
      if (width === 0 || out.length > LONGEST) return null;
      out.push(valueAt(decoder, used, width));
      used += width;
    }
    return out.length === 1 && out[0] === seq.codes[at] && bytes.at === at + 1
      ? null
      : { end: bytes.at, out };
  };
}

/** How many bytes the character at a place has, 0 when there is none. */
function widthAt({ single, double }: Decoder, at: number): number {
  const byte = bytes.get(at);
  if (byte < 0) return 0;
  if (byte < 0x80 || !double || single[byte]) return single[byte] === 0 && byte !== 0 ? 0 : 1;
  const low = bytes.get(at + 1);
  const code = low < 0 ? 0 : double[(byte << 8) | low]!;
  return code === 0 || isPrivate(code) ? 0 : 2;
}

function valueAt({ single, double }: Decoder, at: number, width: number): number {
  const byte = bytes.get(at);
  return width === 1 ? single[byte]! : double![(byte << 8) | bytes.get(at + 1)]!;
}
