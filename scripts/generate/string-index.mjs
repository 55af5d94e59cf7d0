// Lists of strings as tables of an asset, and hash tables over them, as src/text/string-index.ts reads them.
import { importTs } from './import-ts.mjs';

const { hashOf } = await importTs('text/hash');
const GOLDEN = 0x9e3779b1;
/** Slots hold numbers of strings from 1 on, in 16 bits. */
const MOST = 0xffff;

/** @param {string} name @param {readonly string[]} strings */
export function stringList(name, strings) {
  return { [`${name}:text`]: strings.join(''), [`${name}:starts`]: startsOf(strings) };
}

/** @param {readonly string[]} strings */
function startsOf(strings) {
  const starts = new Int32Array(strings.length + 1);
  strings.forEach((string, i) => {
    starts[i + 1] = starts[i] + string.length;
  });
  return starts;
}

/**
 * Strings with a hash table that is at most half full; as UTF-16 units, which need not be decoded to be compared.
 * @param {string} name
 * @param {readonly string[]} strings
 */
export function stringIndex(name, strings) {
  if (strings.length > MOST) throw new Error(`${name}: ${strings.length} strings, ${MOST} fit`);
  if (new Set(strings).size < strings.length) throw new Error(`${name}: a string stands twice`);
  const bits = Math.max(4, Math.ceil(Math.log2(strings.length * 2)));
  const slots = new Uint16Array(1 << bits);
  const hashes = Int32Array.from(strings, (string) => hashOf(string));
  hashes.forEach((hash, i) => {
    let slot = Math.imul(hash, GOLDEN) >>> (32 - bits);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = i + 1;
  });
  const text = strings.join('');
  return {
    [`${name}:units`]: Uint16Array.from(text.split(''), (unit) => unit.charCodeAt(0)),
    [`${name}:starts`]: startsOf(strings),
    [`${name}:hashes`]: hashes,
    [`${name}:slots`]: slots,
  };
}

/**
 * An index of strings each of which stands for several numbers.
 * @param {string} name
 * @param {ReadonlyMap<string, readonly number[]>} lists
 */
export function multiIndex(name, lists) {
  const ends = new Int32Array(lists.size + 1);
  [...lists.values()].forEach((list, i) => {
    ends[i + 1] = ends[i] + list.length;
  });
  return {
    ...stringIndex(name, [...lists.keys()]),
    [`${name}:ends`]: ends,
    [`${name}:entries`]: Uint16Array.from([...lists.values()].flat()),
  };
}
