import type { Looked } from './looked.ts';
import { CJK, loadModel } from './model.ts';

/** So far around a place it is seen what letters are written. */
const AROUND = 14;
/** So many letters tell. */
const ENOUGH = 6;
/** One in so many letters of a Chinese, Japanese or Korean text is a usual one, of what was misread as such hardly any. */
const SHARE = 4;

/** Kana tell nothing: what was read in the wrong one of two charsets is full of them too. */
const FIRST_KANA = 0x3041;
const LAST_KANA = 0x30ff;

/** Whether the letters around a place are those of written Chinese, Japanese or Korean, rather than of bytes misread as such. */
export function isWritten({ units, length }: Looked, place: number): boolean {
  const { ids, script, usual } = loadModel();
  const end = Math.min(length, place + AROUND);
  let letters = 0;
  let found = 0;
  for (let i = Math.max(0, place - AROUND); i < end; i++) {
    const unit = units[i]!;
    const id = ids[unit]!;
    if (script[id] !== CJK || (unit >= FIRST_KANA && unit <= LAST_KANA)) continue;
    letters++;
    found += usual[id]!;
  }
  return letters >= ENOUGH && found * SHARE >= letters;
}
