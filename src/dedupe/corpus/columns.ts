/** Numbers at first; doubled when they are full. */
const FIRST_ROOM = 1024;

/** A list of numbers in one typed array that grows. */
export interface Column<Numbers extends Uint32Array | Int32Array | Float64Array> {
  readonly length: number;
  push(value: number): void;
  at(index: number): number;
  /** Empties it and lets go of the memory. */
  clear(): void;
  /** A view of what is held; the next `push` may leave it behind. */
  view(): Numbers;
}

type Maker<Numbers> = new (length: number) => Numbers;

/** An empty list. */
export function createColumn<Numbers extends Uint32Array | Int32Array | Float64Array>(
  make: Maker<Numbers>,
): Column<Numbers> {
  let values = new make(FIRST_ROOM);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const larger = new make(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    at: (index) => values[index]!,
    clear() {
      values = new make(FIRST_ROOM);
      length = 0;
    },
    view: () => values.subarray(0, length) as Numbers,
  };
}
