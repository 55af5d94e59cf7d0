import { DOUBLE_BYTE, layersAt, loadForms, loadMasks } from './layers.ts';

/** What a look at each character of a text tells of the damage that there can be. */
export interface Survey {
  /** UTF-8 layers that something could be undone of, by bits. */
  readonly live: number;
  /** Legacy layers that something could be re-coded by, by bits. */
  readonly legacy: readonly [number, number];
  /** Whether something may have been damaged and then lost. */
  readonly lossy: boolean;
}

const REPLACEMENT = 0xfffd;
const A_TILDE = 0xc3;

/** Looks once at every character. */
export function survey(text: string): Survey {
  const masks = loadMasks();
  const { two, three, four, next: goesOn } = loadForms();
  const [first, second] = masks.legacy;
  let live = 0;
  let low = 0;
  let high = 0;
  let lossy = false;
  const end = text.length;
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    const next = i + 1 < end ? text.charCodeAt(i + 1) : 0;
    const begins = two[unit]! | three[unit]! | four[unit]!;
    if ((begins & goesOn[next]!) !== 0) {
      const third = i + 2 < end ? goesOn[text.charCodeAt(i + 2)]! : 0;
      const fourth = i + 3 < end ? goesOn[text.charCodeAt(i + 3)]! : 0;
      live |= goesOn[next]! & (two[unit]! | (third & (three[unit]! | (fourth & four[unit]!))));
    }
    live |= DOUBLE_BYTE & layersAt(masks, unit, next);
    low |= first[unit]!;
    high |= second[unit]!;
    if (!lossy) lossy = unit === REPLACEMENT || mayBeLossy(unit, next, i + 1 < end);
  }
  return { live, legacy: [low, high], lossy };
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
