import type { Arc } from './hypothesis.ts';

/** A text after some of it was re-coded. */
export interface Applied {
  readonly codes: readonly number[];
  /** By index: whether an arc made the code point. */
  readonly isMade: readonly boolean[];
}

/** A text with arcs taken from left to right; those that begin before the last one ends are passed over. */
export function applyArcs(codes: readonly number[], arcs: readonly Arc[]): Applied {
  const out: number[] = [];
  const isMade: boolean[] = [];
  let at = 0;
  const keepTo = (end: number): void => {
    for (; at < end; at++) {
      out.push(codes[at]!);
      isMade.push(false);
    }
  };
  for (const arc of arcs) {
    if (arc.from < at) continue;
    keepTo(arc.from);
    for (const code of arc.out) {
      out.push(code);
      isMade.push(true);
    }
    at = arc.to;
  }
  keepTo(codes.length);
  return { codes: out, isMade };
}
