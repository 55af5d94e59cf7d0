import { joinCost, keptCost, madeCost } from '../../../language-model/character-costs.ts';
import { BEAM } from '../costs.ts';
import type { Arc, Step } from '../hypothesis.ts';
import type { WeighedText } from '../text/weighed-text.ts';

/** A lattice that the search may use. */
export interface ChainOption {
  /** By where they start. */
  readonly arcs: readonly Arc[];
  /** Options of one group are one chain: going from one to another costs nothing. */
  readonly group: number;
  /** Bits for entering it once. */
  readonly entry: number;
  /** Bits for each character that it could re-code and that is kept. */
  readonly exception: number;
}

/** The leastCostReading reading of a text. */
export interface BestPath {
  readonly bits: number;
  readonly steps: readonly Step[];
}

/** The state of a search: one cell per place and mode (0: kept; else the number of an option, plus one). */
interface Grid {
  readonly text: WeighedText;
  readonly options: readonly ChainOption[];
  readonly modes: number;
  /** The place of the first cell. */
  readonly from: number;
  readonly cost: Float64Array;
  /** The last two characters' numbers. */
  readonly first: Uint16Array;
  readonly second: Uint16Array;
  readonly back: Int32Array;
  readonly arcs: (Arc | undefined)[];
  readonly starting: readonly (Arc[] | undefined)[];
  readonly exceptions: Float64Array;
}

/**
 * The leastCostReading way through a text: each stretch is kept or re-coded by one of the options, by the bits
 * of the resulting characters plus the entries. One state per place and option, a Viterbi search.
 */
export function leastCostReading(text: WeighedText, options: readonly ChainOption[]): BestPath {
  const n = text.codes.length;
  const [from, end] = span(options, n);
  if (end <= from) return { bits: text.sums[n + 1]!, steps: [] };
  // past the last re-coding and two characters more, all that differs is behind
  const last = Math.min(n, end + 2);
  const grid = makeGrid(text, options, from, last);
  for (let i = from; i < last; i++) advance(grid, i);
  let best = -1;
  let bits = Number.POSITIVE_INFINITY;
  const rest = text.sums[n + 1]! - text.sums[last]! + unbounded(text);
  const base = (last - from) * grid.modes;
  for (let at = base; at < base + grid.modes; at++) {
    const ending =
      last === n ? text.model.cost(grid.first[at]!, grid.second[at]!, text.model.space) : rest;
    if (grid.cost[at]! + ending < bits) {
      bits = grid.cost[at]! + ending;
      best = at;
    }
  }
  return { bits, steps: best < 0 ? [] : trace(grid, best) };
}

/** What the end of a text costs above the ceiling for what is kept, which its last characters may have met. */
function unbounded({ model, ids, kept, codes: { length } }: WeighedText): number {
  return model.cost(ids[length]!, ids[length + 1]!, model.space) - kept[length]!;
}

/** From the first place where an option begins to the last where one ends. */
function span(options: readonly ChainOption[], n: number): [number, number] {
  let from = n;
  let end = 0;
  for (const { arcs } of options) {
    for (const arc of arcs) {
      if (arc.from < from) from = arc.from;
      if (arc.to > end) end = arc.to;
    }
  }
  return [from, end];
}

function makeGrid(
  text: WeighedText,
  options: readonly ChainOption[],
  from: number,
  last: number,
): Grid {
  const modes = options.length + 1;
  const places = last - from + 1;
  const size = places * modes;
  const cost = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const first = new Uint16Array(size);
  const second = new Uint16Array(size);
  cost[0] = text.sums[from]!;
  first[0] = text.ids[from]!;
  second[0] = text.ids[from + 1]!;
  const starting: (Arc[] | undefined)[] = new Array(places * options.length);
  const exceptions = new Float64Array(places);
  options.forEach(({ arcs, exception }, o) => {
    for (const arc of arcs) {
      const key = (arc.from - from) * options.length + o;
      const list = starting[key];
      if (list) list.push(arc);
      else {
        starting[key] = [arc];
        exceptions[arc.from - from]! += exception;
      }
    }
  });
  const back = new Int32Array(size);
  const arcs: (Arc | undefined)[] = new Array(size);
  return { text, options, modes, from, cost, first, second, back, arcs, starting, exceptions };
}

/** Goes on from all cells of a place. */
function advance(grid: Grid, i: number): void {
  const { cost, modes, from, options, starting } = grid;
  const base = (i - from) * modes;
  let best = Number.POSITIVE_INFINITY;
  for (let at = base; at < base + modes; at++) if (cost[at]! < best) best = cost[at]!;
  if (best === Number.POSITIVE_INFINITY) return;
  for (let m = 0; m < modes; m++) {
    if (cost[base + m]! > best + BEAM) continue;
    keep(grid, i, m);
    for (let o = 0; o < options.length; o++) {
      const list = starting[(i - from) * options.length + o];
      if (list !== undefined) take(grid, base + m, m, o, list);
    }
  }
}

/** Keeps a character as it is. */
function keep(
  { text, modes, from, cost, first, second, back, arcs, exceptions }: Grid,
  i: number,
  m: number,
): void {
  const { model, ids, kept, codes } = text;
  const at = (i - from) * modes + m;
  const a = first[at]!;
  const b = second[at]!;
  const id = ids[i + 2]!;
  const bits = a === ids[i]! && b === ids[i + 1]! ? kept[i]! : keptCost(model, a, b, id);
  const joined = arcs[at] === undefined ? 0 : joinCost(model, b, id);
  const sum = cost[at]! + exceptions[i - from]! + bits + joined;
  const to = (i - from + 1) * modes + (codes[i]! < 0x80 ? m : 0);
  if (sum >= cost[to]!) return;
  cost[to] = sum;
  first[to] = b;
  second[to] = id;
  back[to] = at;
  arcs[to] = undefined;
}

/** Re-codes by what an option offers. */
function take(
  { text, options, modes, from, cost, first, second, back, arcs }: Grid,
  at: number,
  m: number,
  o: number,
  list: readonly Arc[],
): void {
  const { model } = text;
  const option = options[o]!;
  const entered = m > 0 && options[m - 1]!.group === option.group;
  const paid = entered ? cost[at]! : cost[at]! + option.entry;
  for (const arc of list) {
    let sum = paid + arc.cost;
    let x = first[at]!;
    let y = second[at]!;
    for (const c of arc.out) {
      const z = model.idOf(c);
      sum += madeCost(model, x, y, z);
      x = y;
      y = z;
    }
    const to = (arc.to - from) * modes + o + 1;
    if (sum >= cost[to]!) continue;
    cost[to] = sum;
    first[to] = x;
    second[to] = y;
    back[to] = at;
    arcs[to] = arc;
  }
}

function trace({ options, modes, back, arcs }: Grid, end: number): Step[] {
  const steps: Step[] = [];
  for (let at = end; at >= modes; at = back[at]!) {
    const arc = arcs[at];
    if (!arc) continue;
    steps.push({ ...arc, option: options[(at % modes) - 1]!.group });
  }
  return steps.reverse();
}
