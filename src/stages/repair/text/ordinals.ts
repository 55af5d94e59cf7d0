/** The numbers 0, 1, 2 and so on, and 1, 2, 3: where characters begin and end when all are one unit long. */
export class Ordinals {
  private fromZero = new Int32Array(0);
  private fromOne = new Int32Array(0);

  /** 0, 1, 2 … for at least so many places; the list is never changed and may be longer. */
  starts(length: number): ArrayLike<number> {
    this.countTo(length);
    return this.fromZero;
  }

  /** 1, 2, 3 … for at least so many places; the list is never changed and may be longer. */
  ends(length: number): ArrayLike<number> {
    this.countTo(length);
    return this.fromOne;
  }

  private countTo(length: number): void {
    if (this.fromOne.length >= length) return;
    this.fromZero = Int32Array.from({ length: 2 * length + 1 }, (_, i) => i);
    this.fromOne = this.fromZero.subarray(1);
  }
}
