import { joinPrice, keptPrice, madePrice } from '../../../language-model/character-costs.ts';
import { loadModel } from '../../../language-model/trigram-model.ts';
import { decoderOf, encoderOf, isDouble } from '../charsets/codecs.ts';
import { readerOf } from '../charsets/decoders.ts';
import { hasLegacy, LEGACY, recode } from '../charsets/layers.ts';
import { loadMasks } from '../charsets/masks.ts';
import { COSTLY, ENTRY, HOPELESS, LEAST_LEGACY_ESTIMATE, thinness, WORSE } from '../costs.ts';
import type { Scan } from '../text/surprise.ts';
import { ideogramsAround } from './ideograms.ts';
import { Run } from './run-cost.ts';
import { idAt, type Looked } from './text-view.ts';

/** A text with no more characters that are no ASCII is looked at one by one. */
const SPARSE = 24;
/** The least second byte of an ideogram. */
const SECOND = 0x40;

const run = new Run();

/** Whether legacy bytes misread might explain what a scan found strange, and save enough to be believed. */
export function mayBeLegacy(looked: Looked, scan: Scan): boolean {
  const words: [number, number] = [0, 0];
  const dearest = layersOf(looked, scan, words);
  if (dearest < 0) return false;
  const sparse = gather(looked);
  const mayBeDouble = ideogramsAround(looked, dearest) === 'odd';
  for (let i = 0; i < LEGACY.length; i++) {
    if (!hasLegacy(words, i)) continue;
    const { was, readAs } = LEGACY[i]!.links[0]!;
    if (isDouble(readAs) ? !mayBeDouble : sparse && isDouble(was) && !isNear) continue;
    const isSimple = sparse && !isDouble(readAs) && !isDouble(was);
    if (isSimple ? mayPaySparse(looked, was, readAs) : mayPay(looked, i, dearest)) return true;
  }
  return false;
}

/** Finds the legacy layers that could have been at work at all places; where the dearest character stands, or the last one before it that is no ASCII; -1 when there are none. */
function layersOf({ units }: Looked, { marks, costs }: Scan, words: [number, number]): number {
  const masks = loadMasks();
  let low = 0;
  let high = 0;
  let lowHas = -1;
  let highHas = -1;
  let dearest = 0;
  let most = 0;
  for (let m = 0; m < marks.length; m++) {
    const place = marks[m]!;
    for (let k = Math.max(0, place - 2); k <= place; k++) {
      if (units[k]! < 0x80) continue;
      const kind = masks.kind[units[k]!]!;
      low |= masks.low[kind]!;
      high |= masks.high[kind]!;
      if (k < place) continue;
      lowHas &= masks.lowHas[kind]!;
      highHas &= masks.highHas[kind]!;
    }
    if ((lowHas | highHas) === 0) return -1;
    if (costs[m]! > most) {
      most = costs[m]!;
      dearest = units[place]! < 0x80 ? place - 1 : place;
    }
  }
  words[0] = low & lowHas;
  words[1] = high & highHas;
  return (words[0] | words[1]) === 0 ? -1 : dearest;
}

/** Where the characters stand that are no ASCII, bits of each and of the two behind it, and of all from each on. */
const spots = new Int32Array(SPARSE);
const bits = new Float64Array(3 * SPARSE);
const rest = new Float64Array(SPARSE + 1);
let count = 0;
/** How many kinds of them there are, and whether some may be the bytes of two ideograms. */
const kinds = new Set<number>();
let isNear = false;

/** Whether a text has few characters that are no ASCII: then they are gathered. */
function gather({ units, length }: Looked): boolean {
  const model = loadModel();
  count = 0;
  for (let i = 0; i < length; i++) {
    if (units[i]! < 0x80) continue;
    if (count === SPARSE) return false;
    spots[count++] = i;
  }
  kinds.clear();
  isNear = false;
  rest[count] = 0;
  for (let w = count - 1; w >= 0; w--) {
    const at = spots[w]!;
    kinds.add(units[at]!);
    if (w + 1 < count && spots[w + 1] === at + 2 && units[at + 1]! >= SECOND) isNear = true;
    if (w + 2 < count && spots[w + 2] === at + 2) isNear = true;
    const stop = Math.min(at + 3, length + 1);
    rest[w] = rest[w + 1]!;
    for (let i = at; i < at + 3; i++) {
      const price =
        i < stop ? keptPrice(model, idAt(units, i - 2), idAt(units, i - 1), idAt(units, i)) : 0;
      bits[3 * w + i - at] = price;
      rest[w]! += price;
    }
  }
  return true;
}

/** Whether a layer of single bytes may save enough over the characters gathered. */
function mayPaySparse({ units, length }: Looked, was: string, readAs: string): boolean {
  const model = loadModel();
  const encoder = encoderOf(readAs);
  const { single } = decoderOf(was);
  const need = LEAST_LEGACY_ESTIMATE + thinness(kinds.size);
  let gain = -ENTRY;
  for (let w = 0; w < count; ) {
    if (gain + rest[w]! < need) return false;
    let at = spots[w]!;
    let out = recode(encoder, single, units[at]!);
    if (out < 0) {
      w++;
      continue;
    }
    let a = idAt(units, at - 2);
    let b = idAt(units, at - 1);
    for (; out >= 0; w++) {
      const c = model.ids[out]!;
      gain += bits[3 * w]! - madePrice(model, a, b, c);
      a = b;
      b = c;
      at++;
      out = units[at]! < 0x80 || at >= length ? -1 : recode(encoder, single, units[at]!);
    }
    // the two characters behind are read in a new light
    const stop = Math.min(at + 2, length + 1);
    for (let i = at; i < stop; i++) {
      const c = model.ids[units[i]!]!;
      gain += bits[3 * w - 2 + i - at]! - keptPrice(model, a, b, c);
      if (i === at) gain -= joinPrice(model, b, c);
      a = b;
      b = c;
    }
  }
  return gain >= need;
}

/** Whether a layer may make the strangest stretch likelier, and save enough over the text. */
function mayPay(looked: Looked, index: number, dearest: number): boolean {
  const { units, length } = looked;
  const link = LEGACY[index]!.links[0]!;
  const read = readerOf(link);
  let at = dearest;
  while (at > 0 && units[at - 1]! >= 0x80) at--;
  let sum = 0;
  while (at <= dearest) {
    run.read(looked, read, at, -WORSE);
    sum += run.saved;
    if (sum === Number.NEGATIVE_INFINITY) return false;
    at = Math.max(at + 1, run.end);
  }
  if (sum <= -COSTLY) return false;
  let gain = -ENTRY;
  run.kinds = 0;
  for (let i = 0; i < length; i = Math.max(i + 1, run.end)) {
    while (units[i]! < 0x80 && i < length) i++;
    run.read(looked, read, i, HOPELESS - gain);
    gain += run.saved;
    if (gain < HOPELESS) return false;
  }
  return gain >= LEAST_LEGACY_ESTIMATE + thinness(run.kinds);
}
