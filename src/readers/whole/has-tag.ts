import { LESS_THAN } from '../bytes/ascii.ts';

const BEHIND = new Set(Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!/?'));

/** Whether bytes hold the start of a tag, comment or declaration; where zeros are in them, as in UTF-16, it is not looked for. */
export function hasTag(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(LESS_THAN); at >= 0; at = bytes.indexOf(LESS_THAN, at + 1)) {
    if (BEHIND.has(bytes[at + 1]!)) return true;
  }
  return bytes.includes(0);
}
