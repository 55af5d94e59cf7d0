import { isDouble } from '../charsets/codecs.ts';
import { hasLegacy, LEGACY } from '../charsets/layers.ts';
import { COSTLY, ENTRY, HOPELESS, LEAST_LEGACY_ESTIMATE, thinness, WORSE } from '../costs.ts';
import { loadMasks } from '../tables.ts';
import type { SurpriseScan } from '../text/surprise.ts';
import type { Workspace } from '../workspace.ts';
import { ideogramsAround } from './ideograms.ts';
import type { TextView } from './text-view.ts';

/**
 * Whether legacy bytes misread might explain what is strange in a text, and save enough to be believed. The
 * workspace's surprise scan must have read all of the text last.
 */
export function mayBeLegacy(workspace: Workspace, view: TextView): boolean {
  const { surprise, model, sparse } = workspace;
  const { words, costliest } = layersOf(view, surprise);
  if (costliest < 0) return false;
  const isSparse = sparse.gather(view);
  const mayBeDouble = ideogramsAround(model, view, costliest) === 'odd';
  for (let i = 0; i < LEGACY.length; i++) {
    if (!hasLegacy(words, i)) continue;
    const { was, readAs } = LEGACY[i]!.links[0]!;
    const needsPairs = isSparse && isDouble(was) && !sparse.isNear;
    if (isDouble(readAs) ? !mayBeDouble : needsPairs) continue;
    const isSimple = isSparse && !isDouble(readAs) && !isDouble(was);
    if (isSimple ? sparse.mayPay(view, was, readAs) : mayPay(workspace, view, i, costliest))
      return true;
  }
  return false;
}

/** The legacy layers, by bits, that could have been at work at all surprising places, and where the costliest one is. */
interface LiveLayers {
  readonly words: readonly [number, number];
  /** Where the costliest character stands, or the last one before it that is no ASCII; -1 when there are no layers. */
  readonly costliest: number;
}

const NO_LAYERS: LiveLayers = { words: [0, 0], costliest: -1 };

function layersOf({ units }: TextView, { places, costs }: SurpriseScan): LiveLayers {
  const masks = loadMasks();
  let low = 0;
  let high = 0;
  let lowHas = -1;
  let highHas = -1;
  let costliest = 0;
  let most = 0;
  for (let m = 0; m < places.length; m++) {
    const place = places[m]!;
    for (let k = Math.max(0, place - 2); k <= place; k++) {
      if (units[k]! < 0x80) continue;
      const kind = masks.kind[units[k]!]!;
      low |= masks.low[kind]!;
      high |= masks.high[kind]!;
      if (k < place) continue;
      lowHas &= masks.lowHas[kind]!;
      highHas &= masks.highHas[kind]!;
    }
    if ((lowHas | highHas) === 0) return NO_LAYERS;
    if (costs[m]! > most) {
      most = costs[m]!;
      costliest = units[place]! < 0x80 ? place - 1 : place;
    }
  }
  low &= lowHas;
  high &= highHas;
  return (low | high) === 0 ? NO_LAYERS : { words: [low, high], costliest };
}

/** Whether a layer may make the strangest stretch likelier, and save enough over the text. */
function mayPay(
  { run, decoders }: Workspace,
  view: TextView,
  index: number,
  costliest: number,
): boolean {
  const { units, length } = view;
  const decode = decoders.of(LEGACY[index]!.links[0]!);
  let at = costliest;
  while (at > 0 && units[at - 1]! >= 0x80) at--;
  let sum = 0;
  while (at <= costliest) {
    run.read(view, decode, at, -WORSE);
    sum += run.saved;
    if (sum === Number.NEGATIVE_INFINITY) return false;
    at = Math.max(at + 1, run.end);
  }
  if (sum <= -COSTLY) return false;
  let gain = -ENTRY;
  run.forgetKinds();
  for (let i = 0; i < length; i = Math.max(i + 1, run.end)) {
    while (units[i]! < 0x80 && i < length) i++;
    run.read(view, decode, i, HOPELESS - gain);
    gain += run.saved;
    if (gain < HOPELESS) return false;
  }
  return gain >= LEAST_LEGACY_ESTIMATE + thinness(run.kinds);
}
