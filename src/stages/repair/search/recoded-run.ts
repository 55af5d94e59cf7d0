import { joinCost, keptCost, madeCost } from '../../../language-model/character-costs.ts';
import type { WeighedText } from '../text/weighed-text.ts';

/** A run of characters that a repair makes from a place of a text on, and what they save over those that stood there. */
export class RecodedRun {
  private readonly text: WeighedText;
  private readonly begin: number;
  /** The model's numbers of the last two characters. */
  private a: number;
  private b: number;
  /** Bits of what was made so far. */
  private bits = 0;

  constructor(text: WeighedText, begin: number) {
    this.text = text;
    this.begin = begin;
    this.a = text.ids[begin]!;
    this.b = text.ids[begin + 1]!;
  }

  /** Adds characters, and bits for guessing them. */
  make(codes: readonly number[], guess: number): void {
    const { model } = this.text;
    for (const code of codes) this.makeOne(model.idOf(code));
    this.bits += guess;
  }

  /** Adds a character by the model's number. */
  makeOne(c: number): void {
    this.bits += madeCost(this.text.model, this.a, this.b, c);
    this.a = this.b;
    this.b = c;
  }

  /** Bits saved over the characters before `at`, what follows aside. */
  savedBefore(at: number): number {
    const { sums } = this.text;
    return sums[at]! - sums[this.begin]! - this.bits;
  }

  /** Bits saved when the run ends at `at`: the two characters that follow are read in a new light. */
  saved(at: number): number {
    const { model, ids, sums, codes } = this.text;
    let { a, b } = this;
    let sum = this.bits;
    const stop = Math.min(at + 2, codes.length + 1);
    for (let i = at; i < stop; i++) {
      const c = ids[i + 2]!;
      sum += keptCost(model, a, b, c) + (i === at ? joinCost(model, b, c) : 0);
      a = b;
      b = c;
    }
    return sums[stop]! - sums[this.begin]! - sum;
  }
}
