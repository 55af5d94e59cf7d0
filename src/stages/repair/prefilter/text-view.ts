import type { Model } from '../../../language-model/trigram-model.ts';
import type { TextRoom } from '../text/code-points.ts';
import type { LayeredText } from '../text/layered-text.ts';

/** A text as its UTF-16 units. Invalidated by the next call of any method of the unit buffer that it was made in. */
export interface TextView {
  /** Four spaces stand behind the text. */
  readonly units: Uint16Array;
  readonly length: number;
  /** The same for block decoders. */
  readonly layered: LayeredText;
}

const NONE: readonly never[] = [];

/** Takes up a text. */
export function viewText({ units: buffer, ordinals }: TextRoom, text: string): TextView {
  const codes = buffer.unitsOf(text);
  const { length } = text;
  const from = ordinals.starts(length + 1);
  const to = ordinals.ends(length + 1);
  const layered = { codes, from, to, dead: NONE, open: NONE, untouched: true };
  return { units: codes, length, layered };
}

/** The model's number for the unit at a place, a space's before the first one. */
export function idAt({ ids, space }: Model, units: Uint16Array, at: number): number {
  return at < 0 ? space : ids[units[at]!]!;
}
