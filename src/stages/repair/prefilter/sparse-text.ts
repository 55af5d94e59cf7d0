import { joinCost, keptCost, madeCost } from '../../../language-model/character-costs.ts';
import type { Model } from '../../../language-model/trigram-model.ts';
import { recode } from '../charsets/layers.ts';
import { ENTRY, LEAST_LEGACY_ESTIMATE, thinness } from '../costs.ts';
import { decoderOf, encoderOf } from '../tables.ts';
import { idAt, type TextView } from './text-view.ts';

/** A text with more characters that are no ASCII is looked at stretch by stretch. Set by hand, for speed alone. */
const SPARSE = 24;
/** Characters behind one that cost something else once it changes, itself included: the model looks back two. */
const REACH = 3;
/** The least second byte of a character of two bytes, in every charset that has such. */
const SECOND = 0x40;

/** A text's few characters that are no ASCII, and what they cost as they stand. Filled anew by each `gather`. */
export class SparseText {
  /** Whether some of the characters stand so near each other that they may be the bytes of two ideograms. */
  isNear = false;
  private readonly model: Model;
  /** Where the characters stand. */
  private readonly places = new Int32Array(SPARSE);
  /** Bits of each character and of the two behind it. */
  private readonly bits = new Float64Array(REACH * SPARSE);
  /** Bits of all of them from each on. */
  private readonly rest = new Float64Array(SPARSE + 1);
  private count = 0;
  /** The different characters. */
  private readonly kinds = new Set<number>();

  constructor(model: Model) {
    this.model = model;
  }

  /** Takes up a text; false where it has too many characters that are no ASCII. */
  gather({ units, length }: TextView): boolean {
    this.count = 0;
    for (let i = 0; i < length; i++) {
      if (units[i]! < 0x80) continue;
      if (this.count === SPARSE) return false;
      this.places[this.count++] = i;
    }
    this.kinds.clear();
    this.isNear = false;
    this.rest[this.count] = 0;
    for (let w = this.count - 1; w >= 0; w--) this.weigh(units, length, w);
    return true;
  }

  private weigh(units: Uint16Array, length: number, w: number): void {
    const { model, places, bits, rest, count } = this;
    const at = places[w]!;
    this.kinds.add(units[at]!);
    if (w + 1 < count && places[w + 1] === at + 2 && units[at + 1]! >= SECOND) this.isNear = true;
    if (w + 2 < count && places[w + 2] === at + 2) this.isNear = true;
    const stop = Math.min(at + REACH, length + 1);
    rest[w] = rest[w + 1]!;
    for (let k = 0; k < REACH; k++) {
      const i = at + k;
      const cost =
        i < stop
          ? keptCost(
              model,
              idAt(model, units, i - 2),
              idAt(model, units, i - 1),
              idAt(model, units, i),
            )
          : 0;
      bits[REACH * w + k] = cost;
      rest[w]! += cost;
    }
  }

  /** Whether a layer of single bytes may save enough over the characters of the text that was taken up last. */
  mayPay({ units, length }: TextView, was: string, readAs: string): boolean {
    const { model, places, bits, rest, count } = this;
    const encoder = encoderOf(readAs);
    const { single } = decoderOf(was);
    const need = LEAST_LEGACY_ESTIMATE + thinness(this.kinds.size);
    let gain = -ENTRY;
    for (let w = 0; w < count; ) {
      if (gain + rest[w]! < need) return false;
      let at = places[w]!;
      let out = recode(encoder, single, units[at]!);
      if (out < 0) {
        w++;
        continue;
      }
      let a = idAt(model, units, at - 2);
      let b = idAt(model, units, at - 1);
      for (; out >= 0; w++) {
        const c = model.ids[out]!;
        gain += bits[REACH * w]! - madeCost(model, a, b, c);
        a = b;
        b = c;
        at++;
        out = units[at]! < 0x80 || at >= length ? -1 : recode(encoder, single, units[at]!);
      }
      // the two characters behind are read in a new light
      const stop = Math.min(at + 2, length + 1);
      for (let i = at; i < stop; i++) {
        const c = model.ids[units[i]!]!;
        gain += bits[REACH * (w - 1) + 1 + i - at]! - keptCost(model, a, b, c);
        if (i === at) gain -= joinCost(model, b, c);
        a = b;
        b = c;
      }
    }
    return gain >= need;
  }
}
