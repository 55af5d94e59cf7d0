/** Bytes of the smallest room, 16 KB: some articles. Set by hand. */
const LEAST = 1 << 14;
/** Bytes of UTF-8 that one unit of UTF-16 takes at most. */
const MOST_PER_UNIT = 3;

/** Texts one behind the other, as UTF-8. None of the strings is kept, so that they die young. */
export interface TextRoom {
  add(text: string): void;
  /** All that was added, in memory of its own. */
  bytes(): Buffer;
}

/** Makes an empty room, which grows by doubling. */
export function createTextRoom(): TextRoom {
  let room = Buffer.alloc(0);
  let used = 0;
  return {
    add(text) {
      const needed = used + text.length * MOST_PER_UNIT;
      if (needed > room.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(LEAST, 2 * room.length, needed));
        room.copy(larger, 0, 0, used);
        room = larger;
      }
      used += room.write(text, used);
    },
    bytes() {
      if (2 * used >= room.length) return room.subarray(0, used);
      const fitting = Buffer.allocUnsafeSlow(used);
      room.copy(fitting, 0, 0, used);
      return fitting;
    },
  };
}
