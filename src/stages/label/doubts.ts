import type { Warning } from '../../contract/article.ts';
import { locate } from '../../document/positions.ts';
import type { Read } from '../read/index.ts';
import type { Prediction } from './layout/prediction.ts';

// Probabilities of body between which a line may as well be the article's as not; so many such lines in a row are a
// stretch; so many stretches are named. Set by hand.
const LEAST = 0.3;
const MOST = 0.7;
const MIN_LINES = 3;
const MAX_NAMED = 5;

/** Lines in a row that the model can hardly tell. */
interface Stretch {
  readonly first: number;
  readonly last: number;
  /** Its lines are taken for body. */
  readonly kept: boolean;
}

/** The warning that names the stretches of a plain text that hung in the balance; none where there are none. */
export function doubtWarnings(read: Read, prediction: Prediction): Warning[] {
  if (read.format === 'html' || !prediction.byModel) return [];
  const stretches = stretchesOf(prediction);
  if (stretches.length === 0) return [];
  const named = stretches.slice(0, MAX_NAMED).map((stretch) => nameOf(read, stretch));
  const more = stretches.length > MAX_NAMED ? ` and ${stretches.length - MAX_NAMED} more` : '';
  const message = `hard to tell whether these lines are the article's: ${named.join(', ')}${more}`;
  return [{ code: 'low-certainty', message }];
}

/** Stretches from the body's first line on, each of one outcome: what stands above are title, byline and the like. */
function stretchesOf({ certainty, isBody }: Prediction): Stretch[] {
  const out: Stretch[] = [];
  const inDoubt = (i: number) => certainty[i]! > LEAST && certainty[i]! < MOST;
  for (let first = Math.max(0, isBody.indexOf(true)); first < isBody.length; first++) {
    if (!inDoubt(first)) continue;
    const kept = isBody[first]!;
    let last = first;
    while (last + 1 < isBody.length && inDoubt(last + 1) && isBody[last + 1] === kept) last += 1;
    if (last - first + 1 >= MIN_LINES) out.push({ first, last, kept });
    first = last;
  }
  return out;
}

/** Lines as the input counts them, and what became of them. */
function nameOf({ lines, positions }: Read, { first, last, kept }: Stretch): string {
  const lineOf = (i: number) => locate(positions, lines[i]!.block.offset).unit;
  return `${lineOf(first)} to ${lineOf(last)} (${kept ? 'kept' : 'removed'})`;
}
