import type { Pin } from '../../document/document.ts';

/** A rule of the user's that speaks of some text. */
export interface Hit {
  readonly keep: boolean;
  /** The selector or pattern, as the user wrote it. */
  readonly pattern: string;
}

/** A stretch of a block's text, and the rule that speaks of it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly hit: Hit | null;
}

/** Neighbouring stretches of one rule made one. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const stretch of stretches) {
    const last = out.at(-1);
    if (last && sameHit(last.hit, stretch.hit)) out[out.length - 1] = { ...last, end: stretch.end };
    else out.push(stretch);
  }
  return out;
}

/** The stretches that a rule speaks of, as pins. */
export function pinsOf(stretches: readonly Stretch[]): Pin[] {
  return stretches.flatMap(({ start, end, hit }) =>
    hit ? [{ start, end, keep: hit.keep, pattern: hit.pattern }] : [],
  );
}

function sameHit(a: Hit | null, b: Hit | null): boolean {
  return a === b || (a?.keep === b?.keep && a?.pattern === b?.pattern);
}
