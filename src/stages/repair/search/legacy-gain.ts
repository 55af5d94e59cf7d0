import type { ChainLink } from '../../../document/document.ts';
import type { Decoder, Encoder } from '../charsets/codecs.ts';
import type { BlockDecoder, BlockDecoders } from '../charsets/decoders.ts';
import { recode } from '../charsets/layers.ts';
import { COSTLY, ENTRY, HOPELESS, WORSE } from '../costs.ts';
import { decoderOf, encoderOf, loadMasks } from '../tables.ts';
import type { LayeredText } from '../text/layered-text.ts';
import type { WeighedText } from '../text/weighed-text.ts';
import { RecodedRun } from './recoded-run.ts';

/**
 * Bits that re-coding all of an untouched text from one legacy charset to another would save, as
 * `quickGain` reckons them; the look ends early when fewer than `need` can be saved.
 */
export function legacySaving(
  decoders: BlockDecoders,
  text: WeighedText,
  untouched: LayeredText,
  link: ChainLink,
  need: number,
): number {
  const encoder = encoderOf(link.readAs);
  const decoder = decoderOf(link.was);
  const decode = decoders.of(link);
  const total = text.sums[text.codes.length + 1]!;
  const runAt = (begin: number, floor: number): RunSaving | null =>
    decoder.double === null
      ? simpleRun(text, begin, floor, encoder, decoder)
      : wideRun(text, untouched, begin, floor, decode);
  if (!explainsCostliest(text, runAt)) return Number.NEGATIVE_INFINITY;
  let gain = -ENTRY;
  let at = 0;
  for (const begin of untouched.open) {
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

/** Whether the stretch with the costliest character does not get costlier: what makes nonsense of that explains nothing. */
function explainsCostliest(
  { codes, costliest }: WeighedText,
  runAt: (begin: number, floor: number) => RunSaving | null,
): boolean {
  let at = costliest;
  while (at > 0 && codes[at - 1]! >= 0x80) at--;
  let saved = 0;
  while (at <= costliest) {
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
 * The legacy layers, by bits, that could have been at work: some costly character, or one of the two
 * before it, could be re-coded, and all costly ones are of the charset that was read.
 */
export function legacyAtCostly({ codes, kept }: WeighedText): [number, number] {
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
interface RunSaving {
  readonly saved: number;
  readonly end: number;
}

/** A run that loses too much to go on. */
const LOST: RunSaving = { saved: Number.NEGATIVE_INFINITY, end: 0 };

/** A run between two charsets of single bytes; null where none begins. */
function simpleRun(
  text: WeighedText,
  begin: number,
  floor: number,
  encoder: Encoder,
  { single }: Decoder,
): RunSaving | null {
  const { model, codes } = text;
  let out = recode(encoder, single, codes[begin]!);
  if (out < 0) return null;
  const run = new RecodedRun(text, begin);
  let at = begin;
  while (out >= 0) {
    run.makeOne(model.ids[out]!);
    at++;
    if (run.savedBefore(at) < floor) return LOST;
    out = at < codes.length && codes[at]! >= 0x80 ? recode(encoder, single, codes[at]!) : -1;
  }
  return { saved: run.saved(at), end: at };
}

/** A run with a charset of two bytes; null where none begins. */
function wideRun(
  text: WeighedText,
  untouched: LayeredText,
  begin: number,
  floor: number,
  decode: BlockDecoder,
): RunSaving | null {
  const { codes } = text;
  let block = decode(untouched, begin);
  if (block === null) return null;
  const run = new RecodedRun(text, begin);
  let at = begin;
  while (block !== null) {
    run.make(block.out, 0);
    at = block.end;
    if (run.savedBefore(at) < floor) return LOST;
    block = at < codes.length && codes[at]! >= 0x80 ? decode(untouched, at) : null;
  }
  return { saved: run.saved(at), end: at };
}
