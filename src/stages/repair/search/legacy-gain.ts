import type { ChainLink } from '../../../document/document.ts';
import { madePrice } from '../../../language-model/character-costs.ts';
import { type Decoder, decoderOf, type Encoder, encoderOf } from '../charsets/codecs.ts';
import { readerOf } from '../charsets/decoders.ts';
import { recode } from '../charsets/layers.ts';
import { loadMasks } from '../charsets/masks.ts';
import { COSTLY, HOPELESS, WORSE } from '../costs.ts';
import type { Sequence } from '../text/layered-text.ts';
import type { Weighed } from '../text/weighed-text.ts';
import { followPrice } from './gain.ts';

/**
 * Bits that re-coding all of an untouched text from one legacy charset to another would save, as
 * `quickGain` reckons them; the look ends early when fewer than `need` can be saved.
 */
export function legacySaving(
  text: Weighed,
  seq: Sequence,
  link: ChainLink,
  entry: number,
  need: number,
): number {
  const encoder = encoderOf(link.readAs);
  const decoder = decoderOf(link.was);
  const total = text.sums[text.codes.length + 1]!;
  const runAt = (begin: number, floor: number): Run | null =>
    decoder.double === null
      ? simpleRun(text, begin, floor, encoder, decoder)
      : wideRun(text, seq, begin, floor, link);
  if (!explainsDearest(text, runAt)) return Number.NEGATIVE_INFINITY;
  let gain = -entry;
  let at = 0;
  for (const begin of seq.open) {
    if (begin < at) continue;
    // no run can save more than what its characters cost now; each is counted in two runs at most
    if (gain + 2 * (total - text.sums[begin]!) < need) return Number.NEGATIVE_INFINITY;
    const run = runAt(begin, HOPELESS - gain);
    if (run === null) continue;
    gain += run.saved;
    if (gain < HOPELESS) return Number.NEGATIVE_INFINITY;
    at = run.end;
  }
  return gain;
}

/** Whether the stretch with the dearest character does not get dearer: what makes nonsense of that explains nothing. */
function explainsDearest(
  { codes, dearest }: Weighed,
  runAt: (begin: number, floor: number) => Run | null,
): boolean {
  let at = dearest;
  while (at > 0 && codes[at - 1]! >= 0x80) at--;
  let saved = 0;
  while (at <= dearest) {
    const run = runAt(at, -WORSE);
    if (run === null) at++;
    else {
      saved += run.saved;
      at = run.end;
    }
    if (saved === Number.NEGATIVE_INFINITY) return false;
  }
  return saved > -COSTLY;
}

/**
 * The legacy layers, by bits, that could have been at work: some character that is dear, or one of the two
 * before it, could be re-coded, and all that are dear are of the charset that was read.
 */
export function legacyAtDear({ codes, kept }: Weighed): [number, number] {
  const masks = loadMasks();
  let low = 0;
  let high = 0;
  let lowHas = -1;
  let highHas = -1;
  for (let i = 0; i < kept.length; i++) {
    if (kept[i]! < COSTLY) continue;
    for (let k = Math.max(0, i - 2); k <= i && k < codes.length; k++) {
      const code = codes[k]!;
      if (code < 0x80) continue;
      if (code > 0xffff) return [0, 0];
      const kind = masks.kind[code]!;
      low |= masks.low[kind]!;
      high |= masks.high[kind]!;
      if (k < i) continue;
      lowHas &= masks.lowHas[kind]!;
      highHas &= masks.highHas[kind]!;
    }
    if ((lowHas | highHas) === 0) break;
  }
  return [low & lowHas, high & highHas];
}

/** What a run of re-coded characters saves, and where it ends. */
interface Run {
  readonly saved: number;
  readonly end: number;
}

/** A run that loses too much to go on. */
const LOST: Run = { saved: Number.NEGATIVE_INFINITY, end: 0 };

function simpleRun(
  text: Weighed,
  begin: number,
  floor: number,
  encoder: Encoder,
  { single }: Decoder,
): Run | null {
  const { model, codes, ids, sums } = text;
  let out = recode(encoder, single, codes[begin]!);
  if (out < 0) return null;
  let a = ids[begin]!;
  let b = ids[begin + 1]!;
  let bits = 0;
  let at = begin;
  while (out >= 0) {
    const c = model.ids[out]!;
    bits += madePrice(model, a, b, c);
    a = b;
    b = c;
    at++;
    if (sums[at]! - sums[begin]! - bits < floor) return LOST;
    out = at < codes.length && codes[at]! >= 0x80 ? recode(encoder, single, codes[at]!) : -1;
  }
  return { saved: followPrice(text, begin, at, a, b, bits), end: at };
}

function wideRun(
  text: Weighed,
  seq: Sequence,
  begin: number,
  floor: number,
  link: ChainLink,
): Run | null {
  const { model, codes, ids, sums } = text;
  const read = readerOf(link);
  let block = read(seq, begin);
  if (block === null) return null;
  let a = ids[begin]!;
  let b = ids[begin + 1]!;
  let bits = 0;
  let at = begin;
  while (block !== null) {
    for (const code of block.out) {
      const c = model.idOf(code);
      bits += madePrice(model, a, b, c);
      a = b;
      b = c;
    }
    at = block.end;
    if (sums[at]! - sums[begin]! - bits < floor) return LOST;
    block = at < codes.length && codes[at]! >= 0x80 ? read(seq, at) : null;
  }
  return { saved: followPrice(text, begin, at, a, b, bits), end: at };
}
