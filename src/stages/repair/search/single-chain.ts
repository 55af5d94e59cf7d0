import { keptCost } from '../../../language-model/character-costs.ts';
import { costOf } from '../../../language-model/text-cost.ts';
import type { Model } from '../../../language-model/trigram-model.ts';
import { NO_LAYERS, withLayer } from '../charsets/chains.ts';
import { DOUBLE_BYTE, UTF_8 } from '../charsets/layers.ts';
import { layersAt, wholeLayers } from '../charsets/masks.ts';
import { MARGIN } from '../costs.ts';
import { MAX_LAYERS, PROOF, type SingleChainReading } from '../hypothesis.ts';
import { encoderOf, loadMasks } from '../tables.ts';
import { type Level, type LevelRoom, undoLevel, undoSingleBytes } from '../text/decoded-level.ts';
import type { Workspace } from '../workspace.ts';

/** Continuation bytes in their places that prove a chain even where the model cannot read the result. Set by hand. */
const BEYOND_DOUBT = 12;
/** Different characters that must be made of them. Set by hand. */
const KINDS = 3;
/** Readings of one layer that are followed up. Set by hand. */
const MAX_READINGS = 4;

/**
 * The one chain of UTF-8 misread by which every character that is no ASCII can be undone, in as many
 * layers as go; null when there is none, or several that read equally well.
 */
export function readSingleChain(
  workspace: Workspace,
  codes: readonly number[],
): SingleChainReading | null {
  const level = workspace.levels.input(codes);
  return deepest(workspace, { chain: NO_LAYERS, level, proof: 0 });
}

/** Whether bytes of UTF-8 stand in their places so often that no chance put them there. */
export function isBeyondDoubt({ level: { codes, length }, proof }: SingleChainReading): boolean {
  if (proof < BEYOND_DOUBT) return false;
  const kinds = new Set<number>();
  for (let i = 0; i < length && kinds.size < KINDS; i++)
    if (codes[i]! >= 0x80) kinds.add(codes[i]!);
  return kinds.size === KINDS;
}

/** Whether a level holds small letters besides those of ASCII. */
export function holdsSmall({ upper, script, idOf }: Model, { codes, length }: Level): boolean {
  for (let i = 0; i < length; i++) {
    if (codes[i]! < 0x80) continue;
    const id = idOf(codes[i]!);
    if (script[id]! > 0 && upper[id] === 0) return true;
  }
  return false;
}

function deepest(
  workspace: Workspace,
  { chain, level, proof }: SingleChainReading,
): SingleChainReading | null {
  if (chain.links.length === MAX_LAYERS) return null;
  const found: SingleChainReading[] = [];
  for (const reading of readings(workspace.levels, level)) {
    const next = reading.level;
    const whole = {
      chain: withLayer(chain, UTF_8[reading.layer]!),
      level: next,
      proof: proof || next.proof,
    };
    const deeper = deepest(workspace, whole);
    if (deeper !== null) found.push(deeper);
    // little proof of a further layer: the cost decides between them
    if (!next.open && (deeper === null || deeper.level.proof < PROOF)) found.push(whole);
  }
  return found.length < 2 ? (found[0] ?? null) : likeliest(workspace.model, found);
}

/** The different readings of a level by one layer, the commonest layers first. */
function readings(room: LevelRoom, level: Level): { layer: number; level: Level }[] {
  const found: { layer: number; level: Level }[] = [];
  const single = wholeLayers(loadMasks(), level.codes, level.length);
  const mask = single | (DOUBLE_BYTE & beginnings(level));
  for (let layer = 0; layer < UTF_8.length && found.length < MAX_READINGS; layer++) {
    const bit = 1 << layer;
    if ((mask & bit) === 0) continue;
    const encoder = encoderOf(UTF_8[layer]!.links[0]!.readAs);
    const same = found.some((f) =>
      agree(encoder, encoderOf(UTF_8[f.layer]!.links[0]!.readAs), level),
    );
    const undo = (single & bit) === 0 ? undoLevel : undoSingleBytes;
    const read = same ? null : undo(room, level, encoder);
    if (read !== null) found.push({ layer, level: read });
  }
  return found;
}

/** The layers in which the first character that is no ASCII may begin one. */
function beginnings({ codes, length }: Level): number {
  const masks = loadMasks();
  for (let i = 0; i < length; i++) {
    const code = codes[i]!;
    const next = i + 1 < length ? codes[i + 1]! : 0;
    if (code >= 0x80) return code > 0xffff ? 0 : layersAt(masks, code, Math.min(next, 0xffff));
  }
  return 0;
}

/** Whether two readings are of the same bytes. */
function agree(a: Int32Array, b: Int32Array, { codes, length }: Level): boolean {
  for (let i = 0; i < length; i++) {
    const code = codes[i]!;
    if (code >= 0x80 && (code > 0xffff || a[code] !== b[code])) return false;
  }
  return true;
}

/** The reading that costs least, if it is better than the next by a margin. */
function likeliest(model: Model, found: readonly SingleChainReading[]): SingleChainReading | null {
  let best: SingleChainReading | null = null;
  let least = Number.POSITIVE_INFINITY;
  let second = Number.POSITIVE_INFINITY;
  for (const whole of found) {
    const bits = whole.chain.cost + wideCost(model, whole.level);
    if (bits < least) {
      second = least;
      least = bits;
      best = whole;
    } else if (bits < second) second = bits;
  }
  return second - least >= MARGIN ? best : null;
}

/** Bits of the characters that are no ASCII and of those that follow them. */
function wideCost(model: Model, { codes, length }: Level): number {
  const isWide = (i: number): boolean => i >= 0 && i < length && codes[i]! >= 0x80;
  return costOf(model, codes, length, keptCost, (i) => isWide(i) || isWide(i - 1));
}
