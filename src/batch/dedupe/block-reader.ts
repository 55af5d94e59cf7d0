import { readAt } from '../spool.ts';

// Articles that are alike mostly came soon after each other, so that what stands beside a signature is asked for next.
/** Bytes of a block, 16 KB: some twenty signatures. Set by hand. */
const BLOCK = 1 << 14;
/** Blocks that are held, 8 MB of them. Set by hand. */
const MOST = 512;

/**
 * Makes a reader of a file that is written in whole blocks, which keeps the blocks that it read last.
 *
 * @returns what reads so many bytes at a place; the bytes are not to be changed
 */
export function createBlockReader(): (descriptor: number, at: number, length: number) => Buffer {
  const held = new Map<number, Buffer>();
  return (descriptor, at, length) => {
    const block = Math.floor(at / BLOCK);
    const start = at - block * BLOCK;
    // What goes over a block's end is rare.
    if (start + length > BLOCK) return readAt(descriptor, at, length);
    let bytes = held.get(block);
    if (bytes === undefined) {
      bytes = readAt(descriptor, block * BLOCK, BLOCK);
      held.set(block, bytes);
      if (held.size > MOST) held.delete(held.keys().next().value!);
    }
    return bytes.subarray(start, start + length);
  };
}
