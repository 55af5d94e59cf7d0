import type { Arc } from './lattice.ts';
import type { Model } from './model.ts';
import { joinPrice, keptPrice, madePrice } from './prices.ts';

/** A lattice that the search may use. */
export interface Option {
  /** By where they start. */
  readonly arcs: readonly Arc[];
  /** Options of one group are one chain: going from one to another costs nothing. */
  readonly group: number;
  /** Bits for entering it once. */
  readonly entry: number;
  /** Bits for each character that it could re-code and that is kept. */
  readonly exception: number;
}

/** A step of the best path that changes text: input `from`..`to` becomes `out` by the options' group. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly out: readonly number[];
  readonly option: number;
  readonly price: number;
}

/** The cheapest reading of a text. */
export interface Reading {
  readonly bits: number;
  readonly steps: readonly Step[];
}

const BEAM = 50;

/**
 * The cheapest way through a text: each stretch is kept or re-coded by one of the options, by the bits
 * of the resulting characters plus the entries. One state per place and option, a Viterbi search.
 */
export function cheapest(
  model: Model,
  codes: readonly number[],
  options: readonly Option[],
): Reading {
  const n = codes.length;
  const modes = options.length + 1;
  const size = (n + 1) * modes;
  const cost = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const first = new Uint16Array(size);
  const second = new Uint16Array(size);
  const back = new Int32Array(size);
  const arcs: (Arc | undefined)[] = new Array(size);
  cost[0] = 0;
  first[0] = model.space;
  second[0] = model.space;
  const { at: starting, exceptions } = byStart(options, n);

  for (let i = 0; i < n; i++) {
    const code = codes[i]!;
    const id = model.idOf(code);
    let best = Number.POSITIVE_INFINITY;
    for (let m = 0; m < modes; m++) if (cost[i * modes + m]! < best) best = cost[i * modes + m]!;
    if (best === Number.POSITIVE_INFINITY) continue;
    for (let m = 0; m < modes; m++) {
      const at = i * modes + m;
      const so = cost[at]!;
      if (so > best + BEAM) continue;
      const a = first[at]!;
      const b = second[at]!;
      const keep = (i + 1) * modes + (code < 0x80 ? m : 0);
      const kept =
        so + exceptions[i]! + keptPrice(model, a, b, id) + (arcs[at] ? joinPrice(model, b, id) : 0);
      if (kept < cost[keep]!) {
        cost[keep] = kept;
        first[keep] = b;
        second[keep] = id;
        back[keep] = at;
        arcs[keep] = undefined;
      }
      for (let o = 0; o < options.length; o++) {
        const option = options[o]!;
        const list = starting[i * options.length + o];
        if (list === undefined) continue;
        const paid = m > 0 && options[m - 1]!.group === option.group ? so : so + option.entry;
        for (const arc of list) {
          let sum = paid + arc.price;
          let x = a;
          let y = b;
          for (const c of arc.out) {
            const z = model.idOf(c);
            sum += madePrice(model, x, y, z);
            x = y;
            y = z;
          }
          const to = arc.to * modes + o + 1;
          if (sum < cost[to]!) {
            cost[to] = sum;
            first[to] = x;
            second[to] = y;
            back[to] = at;
            arcs[to] = arc;
          }
        }
      }
    }
  }
  let end = -1;
  let bits = Number.POSITIVE_INFINITY;
  for (let m = 0; m < modes; m++) {
    const at = n * modes + m;
    const sum = cost[at]! + model.price(first[at]!, second[at]!, model.space);
    if (sum < bits) {
      bits = sum;
      end = at;
    }
  }
  return { bits, steps: end < 0 ? [] : trace(end, options, back, arcs) };
}

/** Arcs by start and option, and what keeping each character costs for being an exception. */
function byStart(
  options: readonly Option[],
  n: number,
): { at: (Arc[] | undefined)[]; exceptions: Float64Array } {
  const at: (Arc[] | undefined)[] = new Array(n * options.length);
  const exceptions = new Float64Array(n);
  options.forEach(({ arcs, exception }, o) => {
    for (const arc of arcs) {
      const key = arc.from * options.length + o;
      const list = at[key];
      if (list) list.push(arc);
      else {
        at[key] = [arc];
        exceptions[arc.from]! += exception;
      }
    }
  });
  return { at, exceptions };
}

function trace(
  end: number,
  options: readonly Option[],
  back: Int32Array,
  arcs: readonly (Arc | undefined)[],
): Step[] {
  const modes = options.length + 1;
  const steps: Step[] = [];
  for (let at = end; at >= modes; at = back[at]!) {
    const arc = arcs[at];
    if (!arc) continue;
    const from = Math.floor(back[at]! / modes);
    steps.push({
      from,
      to: arc.to,
      out: arc.out,
      option: options[(at % modes) - 1]!.group,
      price: arc.price,
    });
  }
  return steps.reverse();
}
