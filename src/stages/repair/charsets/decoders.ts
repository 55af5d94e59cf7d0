import type { ChainLink } from '../../../document/document.ts';
import { decoderOf, encoderOf } from '../tables.ts';
import { isC1 } from '../text/characters.ts';
import type { LayeredText } from '../text/layered-text.ts';
import {
  bytesAfter,
  FIRST_UNUSED,
  isContinuation,
  isLead,
  isShortest,
  leadBits,
  withByte,
} from '../text/utf8.ts';
import type { Decoder, Encoder } from './codecs.ts';

/** What one block (a run of elements whose bytes make whole characters) becomes. */
export interface Block {
  /** The element behind the last one. */
  readonly end: number;
  readonly out: readonly number[];
}

/** Undoes a layer for the block that begins at an element; null where that cannot be. */
export type BlockDecoder = (text: LayeredText, at: number) => Block | null;

/** Characters that one block may have: a longer run of elements without a common border is no text. Set by hand. */
const LONGEST = 16;
/** Bytes of so many characters, each of two surrogates of three bytes at worst. */
const ROOM = (LONGEST + 2) * 8;

/** Undoes layers block by block. All that it makes share one room for bytes, which is used up with each call. */
export class BlockDecoders {
  private readonly bytes = new FetchedBytes();
  private readonly made = new Map<ChainLink, BlockDecoder>();

  /** What undoes a layer: one function for one link. */
  of(link: ChainLink): BlockDecoder {
    let found = this.made.get(link);
    if (found === undefined) {
      found = blockDecoder(this.bytes, link);
      this.made.set(link, found);
    }
    return found;
  }
}

function blockDecoder(bytes: FetchedBytes, link: ChainLink): BlockDecoder {
  const encoder = encoderOf(link.readAs);
  return link.was === 'utf-8'
    ? utf8Decoder(bytes, encoder)
    : legacyDecoder(bytes, encoder, decoderOf(link.was));
}

/** Bytes of the elements from some place on, fetched as they are asked for. */
class FetchedBytes {
  /** The element whose bytes are fetched next. */
  at = 0;
  private readonly room = new Uint8Array(ROOM);
  private size = 0;
  private text: LayeredText | null = null;
  private encoder: Encoder | null = null;

  begin(text: LayeredText, at: number, encoder: Encoder): void {
    this.text = text;
    this.at = at;
    this.encoder = encoder;
    this.size = 0;
  }

  /** The byte at an index, -1 where there is none. */
  get(index: number): number {
    const { codes, dead } = this.text!;
    while (index >= this.size) {
      const { at } = this;
      const code = at < codes.length && !dead[at] ? codes[at]! : -1;
      const byte = code < 0 || code > 0xffff ? -1 : this.encoder![code]!;
      if (byte < 0) return -1;
      if (byte > 0xff) this.room[this.size++] = byte >> 8;
      this.room[this.size++] = byte & 0xff;
      this.at++;
    }
    return this.room[index]!;
  }

  /** Whether everything fetched is used up and the input can be left here. */
  ends(used: number): boolean {
    const { from, to, codes } = this.text!;
    return used === this.size && (this.at >= codes.length || from[this.at] !== to[this.at]);
  }
}

function utf8Decoder(bytes: FetchedBytes, encoder: Encoder): BlockDecoder {
  return (text, at) => {
    if (!isLead(firstByte(encoder, text.codes[at]!)) || text.dead[at]) return null;
    bytes.begin(text, at, encoder);
    let code = utf8At(bytes, 0);
    if (code < 0) return null;
    const out: number[] = [code];
    let used = lengthAt(bytes, 0, code);
    while (!bytes.ends(used)) {
      code = utf8At(bytes, used);
      if (code < 0 || out.length > LONGEST) return null;
      out.push(code);
      used += lengthAt(bytes, used, code);
    }
    if (out.some(isPrivate) && !holdsControls(text, at, bytes.at)) return null;
    return { end: bytes.at, out };
  };
}

function firstByte(encoder: Encoder, code: number): number {
  const byte = code > 0xffff ? -1 : encoder[code]!;
  return byte > 0xff ? byte >> 8 : byte;
}

function lengthAt(bytes: FetchedBytes, at: number, code: number): number {
  if (code > 0xffff) return bytes.get(at) === 0xed ? 6 : 4;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
}

/** The code point at a place, two surrogates of three bytes each read as one; -1 for none. */
function utf8At(bytes: FetchedBytes, at: number): number {
  const code = unpairedAt(bytes, at);
  if (code < 0xd800 || code > 0xdfff) return code;
  const low = code < 0xdc00 ? unpairedAt(bytes, at + 3) : -1;
  return low < 0xdc00 || low > 0xdfff ? -1 : ((code - 0xd800) << 10) + (low - 0xdc00) + 0x10000;
}

/** The code point at a place, surrogates included; -1 for none. */
function unpairedAt(bytes: FetchedBytes, at: number): number {
  const lead = bytes.get(at);
  if (lead < 0x80) return lead;
  if (!isLead(lead)) return -1;
  const more = bytesAfter(lead);
  let code = leadBits(lead, more);
  for (let k = 1; k <= more; k++) {
    const byte = bytes.get(at + k);
    if (!isContinuation(byte)) return -1;
    code = withByte(code, byte);
  }
  return isShortest(code, more) && code < FIRST_UNUSED ? code : -1;
}

/** Whether a stretch holds C1 controls: then even private characters (icons) are what was meant. */
function holdsControls({ codes }: LayeredText, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (isC1(codes[i]!)) return true;
  return false;
}

function isPrivate(code: number): boolean {
  return code >= 0xe000 && code < 0xf900;
}

function legacyDecoder(bytes: FetchedBytes, encoder: Encoder, decoder: Decoder): BlockDecoder {
  return (text, at) => {
    if (text.dead[at]) return null;
    bytes.begin(text, at, encoder);
    let used = widthAt(bytes, decoder, 0);
    if (used === 0) return null;
    const out = [valueAt(bytes, decoder, 0, used)];
    while (!bytes.ends(used)) {
      const width = widthAt(bytes, decoder, used);
      if (width === 0 || out.length > LONGEST) return null;
      out.push(valueAt(bytes, decoder, used, width));
      used += width;
    }
    const isSame = out.length === 1 && out[0] === text.codes[at] && bytes.at === at + 1;
    return isSame ? null : { end: bytes.at, out };
  };
}

/** How many bytes the character at a place has, 0 when there is none. */
function widthAt(bytes: FetchedBytes, { single, double }: Decoder, at: number): number {
  const byte = bytes.get(at);
  if (byte < 0) return 0;
  if (byte < 0x80 || !double || single[byte]) return single[byte] === 0 && byte !== 0 ? 0 : 1;
  const low = bytes.get(at + 1);
  const code = low < 0 ? 0 : double[(byte << 8) | low]!;
  return code === 0 || isPrivate(code) ? 0 : 2;
}

function valueAt(
  bytes: FetchedBytes,
  { single, double }: Decoder,
  at: number,
  width: number,
): number {
  const byte = bytes.get(at);
  return width === 1 ? single[byte]! : double![(byte << 8) | bytes.get(at + 1)]!;
}
