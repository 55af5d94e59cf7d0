import { loadModel } from '../../../language-model/trigram-model.ts';
import { unitEnds, unitStarts } from '../text/code-points.ts';
import type { Sequence } from '../text/layered-text.ts';
import { unitsOf } from '../text/utf16.ts';

/** A text's units, spaces behind them: over with the next text that is looked at. */
export interface Looked {
  readonly units: Uint16Array;
  readonly length: number;
  /** The same for readers, with a space at the end. */
  readonly seq: Sequence;
}

const NONE: readonly never[] = [];

/** Takes up a text. */
export function look(text: string): Looked {
  const units = unitsOf(text);
  const { length } = text;
  const from = unitStarts(length + 1);
  const to = unitEnds(length + 1);
  return {
    units,
    length,
    seq: { codes: units, from, to, dead: NONE, open: NONE, untouched: true },
  };
}

/** The model's number for the unit at a place, a space's before the first one. */
export function idAt(units: Uint16Array, at: number): number {
  const { ids, space } = loadModel();
  return at < 0 ? space : ids[units[at]!]!;
}
