import { type View, viewOf } from '../readers/json/json-scan.ts';

/** Bytes of the smallest room, 64 KB. Set by hand. */
const LEAST = 1 << 16;
/** Copying fewer bytes than this word by word is faster than to have them copied. Set by hand. */
const FEW = 1 << 7;
const NOTHING = viewOf(Buffer.alloc(0));

/** Puts pieces of bytes together into few large ones. */
export interface Gatherer {
  /** Adds a stretch of bytes that do not change any more; stretches that go on where the last one ended are one. */
  readonly add: (view: View, from: number, to: number) => void;
  readonly addAll: (view: View) => void;
  /** All that was added, in order. */
  readonly taken: () => readonly Uint8Array[];
}

/**
 * Makes a gatherer.
 * @param size bytes that are expected; when more come, as many again are set apart
 */
export function createGatherer(size: number): Gatherer {
  const full: Uint8Array[] = [];
  let room = viewOf(Buffer.allocUnsafeSlow(Math.max(size, LEAST)));
  let used = 0;
  let source = NOTHING;
  let begun = 0;
  let ended = 0;
  const copy = (): void => {
    const length = ended - begun;
    if (length > room.bytes.length - used) {
      if (used > 0) full.push(room.bytes.subarray(0, used));
      room = viewOf(Buffer.allocUnsafeSlow(Math.max(length, room.bytes.length)));
      used = 0;
    }
    if (length < FEW) copyWords(source, begun, ended, room, used);
    else room.bytes.set(source.bytes.subarray(begun, ended), used);
    used += length;
  };
  const add = (view: View, from: number, to: number): void => {
    if (view !== source || from !== ended) {
      copy();
      source = view;
      begun = from;
    }
    ended = Math.min(to, view.bytes.length);
  };
  return {
    add,
    addAll: (view) => add(view, 0, view.bytes.length),
    taken() {
      add(NOTHING, 0, 0);
      return used === 0 ? full : [...full, room.bytes.subarray(0, used)];
    },
  };
}

function copyWords(source: View, from: number, to: number, room: View, at: number): void {
  let i = from;
  let k = at;
  for (; i <= to - 4; i += 4, k += 4) {
    room.words.setInt32(k, source.words.getInt32(i, true), true);
  }
  for (; i < to; i++, k++) room.bytes[k] = source.bytes[i]!;
}
