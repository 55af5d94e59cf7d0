import { joinCost, keptCost, madeCost } from '../../../language-model/character-costs.ts';
import type { Model } from '../../../language-model/trigram-model.ts';
import type { BlockDecoder } from '../charsets/decoders.ts';
import { THINNESS_KINDS } from '../costs.ts';
import { SPACE } from '../text/characters.ts';
import { idAt, type TextView } from './text-view.ts';

/** Blocks that tell whether a stretch reads better. Set by hand. */
const ENOUGH = 32;

/** Reads one run of re-coded characters after the other. Its fields hold what the last run gave, until the next `read`. */
export class RunCost {
  /** Bits that the run saves; minus infinity when it was given up. */
  saved = 0;
  /** Where it ends, in units. */
  end = 0;
  /** The first units that it becomes, spaces behind them. */
  readonly out = new Uint16Array(4);
  /** How many of them there are. */
  size = 0;
  /** How many different characters runs became since `forgetKinds`, no more than matter. */
  kinds = 0;
  private readonly seen = new Int32Array(THINNESS_KINDS);
  private readonly model: Model;

  constructor(model: Model) {
    this.model = model;
  }

  /** Counts kinds of characters from none again. */
  forgetKinds(): void {
    this.kinds = 0;
  }

  /** Reads from a place on, until the savings fall below `floor`. */
  read(view: TextView, decode: BlockDecoder, begin: number, floor: number): void {
    const { model } = this;
    const { units } = view;
    this.saved = 0;
    this.size = 0;
    this.end = begin;
    this.out.fill(SPACE);
    let block = decode(view.layered, begin);
    if (block === null) return;
    let p = idAt(model, units, begin - 2);
    let q = idAt(model, units, begin - 1);
    let a = p;
    let b = q;
    for (let count = 0; block !== null && count < ENOUGH; count++) {
      for (const code of block.out) {
        const c = model.idOf(code);
        this.saved -= madeCost(model, a, b, c);
        a = b;
        b = c;
        this.note(code);
      }
      for (; this.end < block.end; this.end++) {
        const c = model.ids[units[this.end]!]!;
        this.saved += keptCost(model, p, q, c);
        p = q;
        q = c;
      }
      if (this.saved < floor) {
        this.saved = Number.NEGATIVE_INFINITY;
        return;
      }
      block = units[this.end]! < 0x80 ? null : decode(view.layered, this.end);
    }
    this.follow(view, p, q, a, b);
  }

  /** The two characters behind the run are read in a new light: after `a` and `b`, not after `p` and `q`. */
  private follow({ units, length }: TextView, p: number, q: number, a: number, b: number): void {
    const { model } = this;
    let before = p;
    let last = q;
    let first = a;
    let second = b;
    const stop = Math.min(this.end + 2, length + 1);
    for (let i = this.end; i < stop; i++) {
      const c = model.ids[units[i]!]!;
      this.saved += keptCost(model, before, last, c) - keptCost(model, first, second, c);
      if (i === this.end) this.saved -= joinCost(model, second, c);
      before = last;
      last = c;
      first = second;
      second = c;
    }
  }

  /** Notes a character that a run becomes. */
  private note(code: number): void {
    if (this.size < this.out.length) this.out[this.size++] = code;
    let k = 0;
    while (k < this.kinds && this.seen[k] !== code) k++;
    if (k === this.kinds && k < this.seen.length) this.seen[this.kinds++] = code;
  }
}
