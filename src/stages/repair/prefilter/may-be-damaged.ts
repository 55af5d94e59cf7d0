import { DOUBLE_BYTE, UTF_8 } from '../charsets/layers.ts';
import { layersAt, type Masks, singlesAt } from '../charsets/masks.ts';
import { STRANGE, STRANGE_FOR_LEGACY, WORSE } from '../costs.ts';
import { loadMasks } from '../tables.ts';
import { REPLACEMENT } from '../text/characters.ts';
import { toText } from '../text/code-points.ts';
import { hasEntities, readEscapes } from '../text/escapes.ts';
import type { Workspace } from '../workspace.ts';
import { ideogramsAround } from './ideograms.ts';
import { mayBeLegacy } from './may-be-legacy.ts';
import { BEFORE, BEHIND, mayBeLossy } from './survey.ts';
import { type TextView, viewText } from './text-view.ts';

const ANY = Number.POSITIVE_INFINITY;

/** What is not surprising character by character and hardly ever meant: half a box beside what does not join it, ‚ before Ä and no letter. */
const TELLTALE = /[├┬╞╟╤╧╨╩╬][^\s\0-\x7f─━┬┴┼┤┐┘═╤╧╪╡╕╛╦╩╬╣╗╝├┌└│]|[├┬]╝|‚Ä[^\sA-Za-z]/;
/** Nobody writes the controls below this. */
const FIRST_WRITTEN = 0xa0;

/** Whether a text shows damage that its characters, one by one, do not. */
export function hasTelltale(text: string): boolean {
  return TELLTALE.test(text);
}

/**
 * Whether something in a text, taken by itself, may have been damaged. The quick answer for nearly all clean text is
 * no; a yes is for the search to prove. Where this says no, the search would find nothing.
 */
export function mayBeDamaged(workspace: Workspace, text: string): boolean {
  const { surprise } = workspace;
  const read = hasEntities(text) ? toText(readEscapes(text, false).codes) : text;
  const view = viewText(workspace, read);
  const { units, length } = view;
  const strange = surprise.units(units, length, STRANGE);
  if (strange < STRANGE && hasTelltale(text)) return true;
  if (strange === 0) return false;
  if (mayBeUtf8(workspace, view)) return true;
  if (strange >= STRANGE) {
    // the beginning of a strange text mostly shows what it is: only now is it read to its end
    surprise.units(units, length, ANY);
    if (mayBeUtf8(workspace, view)) return true;
  }
  return strange >= STRANGE_FOR_LEGACY && mayBeLegacy(workspace, view);
}

/** Whether UTF-8 misread, or what is left of it, explains better what is strange at the surprising places than nothing does. */
function mayBeUtf8(workspace: Workspace, view: TextView): boolean {
  const masks = loadMasks();
  const { units, length } = view;
  let done = 0;
  for (const place of workspace.surprise.places) {
    const end = Math.min(length, place + BEHIND);
    const isWritten = ideogramsAround(workspace.model, view, place) === 'written';
    const mask = isWritten ? ~DOUBLE_BYTE : -1;
    for (let i = Math.max(done, place - BEFORE); i < end; i++) {
      const unit = units[i]!;
      if (unit < 0x80) continue;
      const next = units[i + 1]!;
      if (unit < FIRST_WRITTEN) return true;
      if (unit === REPLACEMENT || mayBeLossy(unit, next, i + 1 < length)) return true;
      const layers = singlesAt(masks, unit, next, units[i + 2]!, units[i + 3]!);
      const live = (layers | (DOUBLE_BYTE & layersAt(masks, unit, next))) & mask;
      if (live !== 0 && pays(workspace, view, masks, i, live)) return true;
    }
    done = end;
  }
  return false;
}

/** Whether one of some layers makes something likelier out of what begins at a place, or something misread once more. */
function pays(
  { run, decoders }: Workspace,
  view: TextView,
  masks: Masks,
  at: number,
  live: number,
): boolean {
  for (let left = live; left !== 0; left &= left - 1) {
    const layer = UTF_8[31 - Math.clz32(left & -left)]!;
    run.read(view, decoders.of(layer.links[0]!), at, -WORSE);
    if (run.saved > 0) return true;
    const { out } = run;
    if (run.size > 1 && singlesAt(masks, out[0]!, out[1]!, out[2]!, out[3]!) !== 0) return true;
  }
  return false;
}
