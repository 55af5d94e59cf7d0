import { DOUBLE_BYTE } from '../charsets/layers.ts';
import { layersAt, singlesAt } from '../charsets/masks.ts';
import { loadMasks } from '../tables.ts';
import { A_TILDE, REPLACEMENT } from '../text/characters.ts';

/** What a look at each character of a text tells of the damage that there can be. */
export interface Survey {
  /** UTF-8 layers that something could be undone of, by bits. */
  readonly live: number;
  /** Legacy layers that something could be re-coded by, by bits. */
  readonly legacy: readonly [number, number];
  /** Whether something may have been damaged and then lost. */
  readonly lossy: boolean;
}

/** UTF-16 units before a surprising character in which what makes it one may begin: two layers of three bytes. */
export const BEFORE = 6;
/** UTF-16 units from a surprising character in which it may end. */
export const BEHIND = 2;

/** Looks once at every character, or at those around some places (in order) only. */
export function survey(text: string, places: readonly number[] | null): Survey {
  const found = { live: 0, low: 0, high: 0, lossy: false };
  if (places === null) surveyPart(text, 0, text.length, found);
  let done = 0;
  for (const place of places ?? []) {
    const end = Math.min(text.length, place + BEHIND);
    surveyPart(text, Math.max(done, place - BEFORE), end, found);
    done = end;
  }
  const { live, low, high, lossy } = found;
  return { live, legacy: [low, high], lossy };
}

/** What has been found so far: the same as in a survey. */
interface Found {
  live: number;
  low: number;
  high: number;
  lossy: boolean;
}

function surveyPart(text: string, from: number, to: number, found: Found): void {
  const masks = loadMasks();
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    const hasNext = i + 1 < text.length;
    const next = hasNext ? text.charCodeAt(i + 1) : 0;
    const third = i + 2 < text.length ? text.charCodeAt(i + 2) : 0;
    const fourth = i + 3 < text.length ? text.charCodeAt(i + 3) : 0;
    found.live |= singlesAt(masks, unit, next, third, fourth);
    found.live |= DOUBLE_BYTE & layersAt(masks, unit, next);
    found.low |= masks.low[masks.kind[unit]!]!;
    found.high |= masks.high[masks.kind[unit]!]!;
    if (!found.lossy) found.lossy = unit === REPLACEMENT || mayBeLossy(unit, next, hasNext);
  }
}

/** Â, Ã, Ä, Å, â, and ã, ä, å: what UTF-8's commonest first bytes look like, perhaps in lower case. */
function isLead(unit: number): boolean {
  return (unit >= 0xc2 && unit <= 0xc5) || (unit >= 0xe2 && unit <= 0xe5);
}

/** Whether a character may begin what was damaged and then lost something, where nothing proves it. */
export function mayBeLossy(unit: number, next: number, hasNext: boolean): boolean {
  if (unit === A_TILDE) return true;
  if (!hasNext || !isLead(unit)) return false;
  return next >= 0x80 || next === 0x20 || next === 0x3f || next === 0x22 || next === 0x27;
}
