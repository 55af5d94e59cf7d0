import type { LabelledLine } from '../labelled-line.ts';
import { endsInCredit } from '../line-rules/credit-end.ts';

/** `Line.weight` of a caption; set by hand. */
const MAX_WEIGHT = 300;
/** Lines of prose up to which captions are looked for: further down stands no title. Set by hand. */
const MAX_PROSE = 2;

/**
 * For each line whether it is body, without the pictures' captions that may stand over a headline.
 *
 * @param isBody for each line whether it is taken for body.
 * @public The training script imports it from the build.
 */
export function bodyWithoutCaptions(
  lines: readonly LabelledLine[],
  isBody: readonly boolean[],
): boolean[] {
  const out = [...isBody];
  let prose = 0;
  for (let i = 0; i < lines.length && prose <= MAX_PROSE; i++) {
    if (!isBody[i]) continue;
    const { text, weight, reading, isProse } = lines[i]!.line;
    if (weight <= MAX_WEIGHT && endsInCredit(text, reading)) out[i] = false;
    else if (isProse) prose += 1;
  }
  return out;
}
