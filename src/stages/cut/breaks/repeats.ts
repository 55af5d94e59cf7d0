import { mix } from '../../../text/hash.ts';
import { type Break, breakAt } from '../break.ts';
import type { Token } from '../tokens.ts';

// Set by hand on texts of one line. Words of a stretch that is looked for again; words of one that is no turn of phrase
// where it stands near the text's start, as titles do, and elsewhere; UTF-16 units of one; what is near the start, as a
// share of the words.
const WINDOW = 4;
const MIN_WORDS_OF_TITLE = 4;
const MIN_WORDS = 7;
const MIN_LENGTH = 24;
const NEAR_START = 0.2;

/**
 * Where a stretch of words begins and ends that the line says twice, with a capital at its start and a new start or
 * nothing behind it: a headline in a page's title and over the article, a bar of links above and below it.
 */
export function repeatBreaks(text: string, tokens: readonly Token[]): Break[] {
  const hashes = tokens.map(({ start, end }) => hashOf(text, start, end));
  const seen = new Map<number, number>();
  const out: Break[] = [];
  for (let i = 0; i + WINDOW <= tokens.length; ) {
    const key = windowOf(hashes, i);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, i);
      i += 1;
      continue;
    }
    const length = sharedLength(hashes, first, i);
    const least = first < tokens.length * NEAR_START ? MIN_WORDS_OF_TITLE : MIN_WORDS;
    const isLong = length >= least;
    if (isLong && isBlock(text, tokens, first, length) && isBlock(text, tokens, i, length)) {
      out.push(...edgesOf(tokens, first, length), ...edgesOf(tokens, i, length));
    }
    i += Math.max(1, length);
  }
  return out;
}

/** The edges of a stretch; a dash or bar keeps the outlet's name with a title. */
function edgesOf(tokens: readonly Token[], start: number, length: number): Break[] {
  const [before, behind] = [tokens[start - 1], tokens[start + length]];
  return [
    ...(before?.kind === 'sign' ? [] : [breakAt(tokens[start]!.start)]),
    ...(behind && behind.kind !== 'sign' ? [breakAt(behind.start)] : []),
  ];
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 17;
  for (let at = start; at < end; at++) hash = mix(hash, text.charCodeAt(at));
  return hash;
}

function windowOf(hashes: readonly number[], from: number): number {
  let hash = 17;
  for (let i = from; i < from + WINDOW; i++) hash = mix(hash, hashes[i]!);
  return hash;
}

/** How many words two stretches share; the first one ends where the second begins at the latest. */
function sharedLength(hashes: readonly number[], first: number, second: number): number {
  let length = 0;
  while (
    first + length < second &&
    second + length < hashes.length &&
    hashes[first + length] === hashes[second + length]
  ) {
    length += 1;
  }
  return length;
}

/** Whether words begin and end as a block of a page does. */
function isBlock(text: string, tokens: readonly Token[], start: number, length: number): boolean {
  const [first, last] = [tokens[start]!, tokens[start + length - 1]!];
  if (last.end - first.start < MIN_LENGTH || first.kind === 'lower' || last.comma) return false;
  const above = tokens[start - 1];
  if (above && (above.comma || (above.kind === 'lower' && !above.stop && above.common)))
    return false;
  const behind = tokens[start + length];
  return behind === undefined || last.stop || (behind.kind !== 'lower' && text[last.end] !== ',');
}
