import { hasEntities } from './escapes.ts';
import { DOUBLE_BYTE, hasLegacy, LEGACY, UTF_8 } from './layers.ts';
import { layersAt, loadMasks, type Masks, singlesAt } from './masks.ts';
import { loadModel } from './model.ts';
import { DEEP } from './plan.ts';
import { unitEnds, unitStarts } from './points.ts';
import { joinPrice, keptPrice, madePrice } from './prices.ts';
import { type Reader, readerOf } from './readers.ts';
import { loadScan } from './scan.ts';
import type { Sequence } from './sequence.ts';
import { BEFORE, BEHIND, mayBeLossy, REPLACEMENT } from './survey.ts';
import { unitsOf } from './units.ts';

/** So strange, in bits, is a text that is most likely damaged: its beginning shows whether it is. */
const STRANGE = 60;
const ANY = Number.POSITIVE_INFINITY;
/** A stretch that gets so many bits dearer is read no further. */
const WORSE = -30;
/** A legacy chain may make the strangest stretch dearer by less than so many bits. */
const DEARER = -12;
/** So many characters tell whether a stretch reads better. */
const ENOUGH = 32;
const SPACE = 0x20;

/** Whether nothing in a text, taken by itself, can have been damaged: the way out for nearly all clean text. */
export function isSound(text: string): boolean {
  if (hasEntities(text)) return false;
  const scan = loadScan();
  const units = unitsOf(text);
  const { length } = text;
  let strange = scan.units(units, length, STRANGE);
  if (strange === 0) return true;
  if (mayBeDamaged(units, length, scan.marks, strange)) return false;
  if (strange < STRANGE) return true;
  strange = scan.units(units, length, ANY);
  return !mayBeDamaged(units, length, scan.marks, strange);
}

/** Whether some damage explains what is strange at some places better than nothing does. */
function mayBeDamaged(
  units: Uint16Array,
  length: number,
  places: readonly number[],
  strange: number,
): boolean {
  const masks = loadMasks();
  const seq = sequenceOf(units, length);
  let done = 0;
  for (const place of places) {
    const end = Math.min(length, place + BEHIND);
    for (let i = Math.max(done, place - BEFORE); i < end; i++) {
      const unit = units[i]!;
      if (unit < 0x80) continue;
      const next = units[i + 1]!;
      if (unit === REPLACEMENT || mayBeLossy(unit, next, i + 1 < length)) return true;
      let live = singlesAt(masks, unit, next, units[i + 2]!, units[i + 3]!);
      live |= DOUBLE_BYTE & layersAt(masks, unit, next);
      for (; live !== 0; live &= live - 1) {
        const layer = UTF_8[31 - Math.clz32(live & -live)]!;
        readRun(readerOf(layer.links[0]!), seq, i, WORSE);
        if (saved > 0 || isLayered(masks)) return true;
      }
    }
    done = end;
  }
  return strange >= DEEP && mayBeLegacy(units, seq, places);
}

function sequenceOf(units: Uint16Array, length: number): Sequence {
  return {
    codes: units,
    from: unitStarts(length + 1),
    to: unitEnds(length + 1),
    dead: [],
    open: [],
    untouched: true,
  };
}

/** Whether a legacy chain might explain the strangest place. */
function mayBeLegacy(units: Uint16Array, seq: Sequence, places: readonly number[]): boolean {
  const masks = loadMasks();
  const model = loadModel();
  let low = 0;
  let high = 0;
  let lowHas = -1;
  let highHas = -1;
  let dearest = 0;
  let most = 0;
  for (const place of places) {
    for (let k = Math.max(0, place - 2); k <= place; k++) {
      if (units[k]! < 0x80) continue;
      const kind = masks.kind[units[k]!]!;
      low |= masks.low[kind]!;
      high |= masks.high[kind]!;
      if (k < place) continue;
      lowHas &= masks.lowHas[kind]!;
      highHas &= masks.highHas[kind]!;
    }
    if (((low & lowHas) | (high & highHas)) === 0 && (lowHas | highHas) === 0) return false;
    const bits = keptPrice(
      model,
      idAt(units, place - 2),
      idAt(units, place - 1),
      idAt(units, place),
    );
    if (bits > most) {
      most = bits;
      dearest = units[place]! < 0x80 ? place - 1 : place;
    }
  }
  const words: [number, number] = [low & lowHas, high & highHas];
  if ((words[0] | words[1]) === 0) return false;
  return LEGACY.some(
    (layer, i) => hasLegacy(words, i) && explains(readerOf(layer.links[0]!), seq, dearest),
  );
}

function explains(read: Reader, seq: Sequence, place: number): boolean {
  let at = place;
  while (at > 0 && seq.codes[at - 1]! >= 0x80) at--;
  let sum = 0;
  while (at <= place) {
    readRun(read, seq, at, WORSE);
    sum += saved;
    if (saved === Number.NEGATIVE_INFINITY) return false;
    at = Math.max(end, at + 1);
  }
  return sum > DEARER;
}

/** What the run that was read last saves, in bits, where it ends, and the units that it becomes. */
let saved = 0;
let end = 0;
const out = new Uint16Array(4);
let size = 0;

/** Whether what a run becomes may have been misread once more. */
function isLayered(masks: Masks): boolean {
  out.fill(SPACE, size);
  return size > 1 && singlesAt(masks, out[0]!, out[1]!, out[2]!, out[3]!) !== 0;
}

/** Reads a run of re-coded characters, until it gets too dear. */
function readRun(read: Reader, seq: Sequence, begin: number, floor: number): void {
  const model = loadModel();
  const { idOf } = model;
  const units = seq.codes as Uint16Array;
  saved = 0;
  size = 0;
  end = begin;
  let block = read(seq, begin);
  if (block === null) return;
  let p = idAt(units, begin - 2);
  let q = idAt(units, begin - 1);
  let a = p;
  let b = q;
  for (let count = 0; block !== null && count < ENOUGH; count++) {
    for (const code of block.out) {
      if (size < out.length && code <= 0xffff) out[size++] = code;
      const c = idOf(code);
      saved -= madePrice(model, a, b, c);
      a = b;
      b = c;
    }
    for (; end < block.end; end++) {
      const c = model.ids[units[end]!]!;
      saved += keptPrice(model, p, q, c);
      p = q;
      q = c;
    }
    if (saved < floor) {
      saved = Number.NEGATIVE_INFINITY;
      return;
    }
    block = units[end]! < 0x80 ? null : read(seq, end);
  }
  // the two characters behind are read in a new light
  for (let i = end; i < end + 2; i++) {
    const c = model.ids[units[i]!]!;
    saved += keptPrice(model, p, q, c) - keptPrice(model, a, b, c);
    if (i === end) saved -= joinPrice(model, b, c);
    p = q;
    q = c;
    a = b;
    b = c;
  }
}

function idAt(units: Uint16Array, at: number): number {
  const { ids, space } = loadModel();
  return at < 0 ? space : ids[units[at]!]!;
}
