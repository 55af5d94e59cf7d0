import { html } from 'parse5';
import { detached } from '../../text/detached.ts';

/** Attributes that stages ask for and parse5 does not name. */
const ASKED = [
  'alt',
  'aria-hidden',
  'aria-label',
  'class',
  'colspan',
  'data-component',
  'data-src',
  'data-testid',
  'datetime',
  'height',
  'href',
  'id',
  'itemprop',
  'itemscope',
  'itemtype',
  'lang',
  'property',
  'rel',
  'role',
  'rowspan',
  'src',
  'srcset',
  'style',
  'target',
  'title',
  'width',
] as const;

/** Slots of the table below; a power of two, some five times as many as names, so that few share one. */
const SLOTS = 1024;
/** Multiplier of the polynomial hash; 31 as in Java's `String.hashCode`. */
const FACTOR = 31;

const SHARED: readonly (readonly string[])[] = tableOf([
  ...Object.values(html.TAG_NAMES),
  ...Object.values(html.ATTRS),
  ...ASKED,
]);

function tableOf(names: readonly string[]): string[][] {
  const table: string[][] = Array.from({ length: SLOTS }, () => []);
  for (const name of new Set(names)) {
    let hash = 0;
    for (let i = 0; i < name.length; i++) hash = nextHash(hash, name.charCodeAt(i));
    table[hash & (SLOTS - 1)]!.push(name);
  }
  return table;
}

/** The hash of a name with one more UTF-16 unit; that of the empty name is 0. */
export function nextHash(hash: number, unit: number): number {
  return (Math.imul(hash, FACTOR) + unit) | 0;
}

/**
 * A part of the page as one string for all places that hold it, where it is a well-known name of a tag or attribute:
 * no string is made, and V8 compares one string with itself by its address, and hashes it once.
 *
 * @param hash of its units, as `nextHash` makes it.
 */
export function sharedName(page: string, start: number, end: number, hash: number): string {
  const names = SHARED[hash & (SLOTS - 1)]!;
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    if (name.length === end - start && page.startsWith(name, start)) return name;
  }
  return detached(page.slice(start, end));
}
