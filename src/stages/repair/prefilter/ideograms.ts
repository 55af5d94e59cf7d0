import { CJK, type Model } from '../../../language-model/trigram-model.ts';
import type { TextView } from './text-view.ts';

/** UTF-16 units before and behind a place in which letters are counted. Set by hand. */
const AROUND = 14;
/** Ideograms that tell what is written. Set by hand. */
const ENOUGH = 6;
/**
 * One in so many letters of a Chinese, Japanese or Korean text is a usual one, of what was misread as such hardly any.
 */
const SHARE = 4;

// Code points of Unicode's blocks. Kana tell nothing: what was read in the wrong one of two charsets is full of them
// too.
const FIRST_KANA = 0x3041;
const LAST_KANA = 0x30ff;
// Katakana of half width: what bytes of Japanese are misread as.
const HALF_KANA = 0xff61;
const BEHIND_HALF_KANA = 0xffa0;

/**
 * What Chinese, Japanese or Korean letters stand around a place: none, those of written text, or others,
 * as bytes misread as such make.
 */
export function ideogramsAround(
  { ids, script, usual }: Model,
  { units, length }: TextView,
  place: number,
): 'none' | 'written' | 'odd' {
  const end = Math.min(length, place + AROUND);
  let any = false;
  let letters = 0;
  let found = 0;
  for (let i = Math.max(0, place - AROUND); i < end; i++) {
    const unit = units[i]!;
    const id = ids[unit]!;
    if (unit >= HALF_KANA && unit < BEHIND_HALF_KANA) any = true;
    if (script[id] !== CJK) continue;
    any = true;
    if (unit >= FIRST_KANA && unit <= LAST_KANA) continue;
    letters++;
    found += usual[id]!;
  }
  if (!any) return 'none';
  return letters >= ENOUGH && found * SHARE >= letters ? 'written' : 'odd';
}
