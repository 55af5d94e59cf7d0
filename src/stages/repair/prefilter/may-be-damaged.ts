import { readerOf } from '../charsets/decoders.ts';
import { DOUBLE_BYTE, UTF_8 } from '../charsets/layers.ts';
import { layersAt, loadMasks, type Masks, singlesAt } from '../charsets/masks.ts';
import { STRANGE, STRANGE_FOR_LEGACY, WORSE } from '../costs.ts';
import { REPLACEMENT } from '../text/characters.ts';
import { toText } from '../text/code-points.ts';
import { hasEntities, readEscapes } from '../text/escapes.ts';
import { loadScan } from '../text/surprise.ts';
import { ideogramsAround } from './ideograms.ts';
import { mayBeLegacy } from './may-be-legacy.ts';
import { Run } from './run-cost.ts';
import { BEFORE, BEHIND, mayBeLossy } from './survey.ts';
import { type Looked, look } from './text-view.ts';

const ANY = Number.POSITIVE_INFINITY;

/** What is not surprising character by character and hardly ever meant: half a box beside what does not join it, ‚ before Ä and no letter. */
const TELLTALE = /[├┬╞╟╤╧╨╩╬][^\s\0-\x7f─━┬┴┼┤┐┘═╤╧╪╡╕╛╦╩╬╣╗╝├┌└│]|[├┬]╝|‚Ä[^\sA-Za-z]/;
/** Nobody writes the controls below this. */
const FIRST_WRITTEN = 0xa0;

const run = new Run();

/** Whether a text shows damage that its characters, one by one, do not. */
export function hasTelltale(text: string): boolean {
  return TELLTALE.test(text);
}

/** Whether nothing in a text, taken by itself, can have been damaged: the way out for nearly all clean text. */
export function isClean(text: string): boolean {
  const scan = loadScan();
  const looked = look(hasEntities(text) ? toText(readEscapes(text, false).codes) : text);
  const { units, length } = looked;
  const strange = scan.units(units, length, STRANGE);
  if (strange < STRANGE && hasTelltale(text)) return false;
  if (strange === 0) return true;
  if (mayBeUtf8(looked, scan.marks)) return false;
  if (strange >= STRANGE) {
    scan.units(units, length, ANY);
    if (mayBeUtf8(looked, scan.marks)) return false;
  }
  return strange < STRANGE_FOR_LEGACY || !mayBeLegacy(looked, scan);
}

/** Whether UTF-8 misread, or what is left of it, explains better what is strange at some places than nothing does. */
function mayBeUtf8(looked: Looked, places: readonly number[]): boolean {
  const masks = loadMasks();
  const { units, length } = looked;
  let done = 0;
  for (const place of places) {
    const end = Math.min(length, place + BEHIND);
    const mask = ideogramsAround(looked, place) === 'written' ? ~DOUBLE_BYTE : -1;
    for (let i = Math.max(done, place - BEFORE); i < end; i++) {
      const unit = units[i]!;
      if (unit < 0x80) continue;
      const next = units[i + 1]!;
      if (unit < FIRST_WRITTEN) return true;
      if (unit === REPLACEMENT || mayBeLossy(unit, next, i + 1 < length)) return true;
      const layers = singlesAt(masks, unit, next, units[i + 2]!, units[i + 3]!);
      const live = (layers | (DOUBLE_BYTE & layersAt(masks, unit, next))) & mask;
      if (live !== 0 && pays(looked, masks, i, live)) return true;
    }
    done = end;
  }
  return false;
}

/** Whether one of some layers makes something likelier out of what begins at a place, or something misread once more. */
function pays(looked: Looked, masks: Masks, at: number, live: number): boolean {
  for (let left = live; left !== 0; left &= left - 1) {
    const layer = UTF_8[31 - Math.clz32(left & -left)]!;
    run.read(looked, readerOf(layer.links[0]!), at, -WORSE);
    const [first, second, third, fourth] = run.out as unknown as [number, number, number, number];
    if (run.saved > 0) return true;
    if (run.size > 1 && singlesAt(masks, first, second, third, fourth) !== 0) return true;
  }
  return false;
}
