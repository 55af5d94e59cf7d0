/** Bytes of a block, 256 KB; what needs more gets a block of its own. Set by hand. */
const BLOCK = 1 << 18;
/** What begins at a multiple of it may hold numbers of any width, in bytes. */
const ALIGNMENT = 8;

/**
 * Gives out memory for small typed arrays, many of them in one block: one of its own costs each more than what it holds. A
 * block is let go of with the last array in it.
 */
export interface Room {
  bytes(length: number): Uint8Array;
  numbers(length: number): Uint32Array;
  doubles(length: number): Float64Array;
}

/** A room without blocks. What it gives is zero. */
export function createRoom(): Room {
  let block = new ArrayBuffer(0);
  let used = 0;
  const take = (size: number): number => {
    if (used + size > block.byteLength) {
      block = new ArrayBuffer(Math.max(size, BLOCK));
      used = 0;
    }
    const at = used;
    used += Math.ceil(size / ALIGNMENT) * ALIGNMENT;
    return at;
  };
  return {
    bytes(length) {
      const at = take(length);
      return new Uint8Array(block, at, length);
    },
    numbers(length) {
      const at = take(length * Uint32Array.BYTES_PER_ELEMENT);
      return new Uint32Array(block, at, length);
    },
    doubles(length) {
      const at = take(length * Float64Array.BYTES_PER_ELEMENT);
      return new Float64Array(block, at, length);
    },
  };
}
