import { joinPrice, keptPrice, madePrice } from '../../../language-model/character-costs.ts';
import { loadModel } from '../../../language-model/trigram-model.ts';
import type { Reader } from '../charsets/decoders.ts';
import { THINNESS_KINDS } from '../costs.ts';
import { idAt, type Looked } from './text-view.ts';

/** So many characters tell whether a stretch reads better. */
const ENOUGH = 32;
const SPACE = 0x20;

/** Reads one run of re-coded characters after the other; one object serves all reading. */
export class Run {
  /** Bits that the run read last saves; minus infinity when it was given up. */
  saved = 0;
  /** Where it ends. */
  end = 0;
  /** The first units that it becomes, spaces behind them. */
  readonly out = new Uint16Array(4);
  size = 0;
  /** How many different characters runs became since this was 0, no more than matter. */
  kinds = 0;
  readonly seen = new Int32Array(THINNESS_KINDS);

  /** Reads from a place on, until it gets dearer than that many bits. */
  read({ units, length, seq }: Looked, read: Reader, begin: number, floor: number): void {
    const model = loadModel();
    this.saved = 0;
    this.size = 0;
    this.end = begin;
    this.out.fill(SPACE);
    let block = read(seq, begin);
    if (block === null) return;
    let p = idAt(units, begin - 2);
    let q = idAt(units, begin - 1);
    let a = p;
    let b = q;
    for (let count = 0; block !== null && count < ENOUGH; count++) {
      for (const code of block.out) {
        const c = model.idOf(code);
        this.saved -= madePrice(model, a, b, c);
        a = b;
        b = c;
        this.note(code);
      }
      for (; this.end < block.end; this.end++) {
        const c = model.ids[units[this.end]!]!;
        this.saved += keptPrice(model, p, q, c);
        p = q;
        q = c;
      }
      if (this.saved < floor) {
        this.saved = Number.NEGATIVE_INFINITY;
        return;
      }
      block = units[this.end]! < 0x80 ? null : read(seq, this.end);
    }
    // the two characters behind are read in a new light
    const stop = Math.min(this.end + 2, length + 1);
    for (let i = this.end; i < stop; i++) {
      const c = model.ids[units[i]!]!;
      this.saved += keptPrice(model, p, q, c) - keptPrice(model, a, b, c);
      if (i === this.end) this.saved -= joinPrice(model, b, c);
      p = q;
      q = c;
      a = b;
      b = c;
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
