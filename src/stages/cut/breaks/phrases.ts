import { labelOfPhrase } from '../../../recognize/phrases/index.ts';
import { keyOf } from '../../../text/tokens.ts';
import { type Break, breakAt } from '../break.ts';
import type { Token } from '../tokens.ts';

// Set by hand on texts of one line. Words of the longest phrase that is looked for; words of phrases in a row that no
// sentence holds; letters of the shortest phrase.
const MAX_WORDS = 9;
const MIN_ROW = 3;
const MIN_LETTERS = 3;
/** Rows of phrases from which on a text is a page with all that stands around its article. */
const MIN_ROWS = 3;
/** Words of phrases in a menu that a text begins with, and words between two of them. Set by hand. */
const MIN_MENU = 4;
const MAX_BETWEEN = 4;
/** UTF-16 units of a word that marks an advertisement, and how often it stands between sentences. Set by hand. */
const MAX_MARK = 16;
const MIN_MARKS = 2;
const MARK = /^\p{Lu}{2,}$/u;
const CAPITALS = /^[\p{Lu}\p{P}\p{S}]+$/u;

/** Phrases of boilerplate in a row, as numbers of tokens: where each begins, and behind the last one. */
interface Row {
  readonly starts: readonly number[];
  readonly end: number;
}

/**
 * Where phrases of boilerplate (data/languages) begin and end that no sentence holds: no small letter opens them or
 * goes on from them, and they stand between seams, or the ends of sentences and of the text. A phrase between two
 * sentences is one of the article's own unless the text has more of them.
 */
export function phraseBreaks(
  text: string,
  tokens: readonly Token[],
  seams: ReadonlySet<number>,
): Break[] {
  const keys = tokens.map(({ start, end }) => keyOf(text.slice(start, end)));
  const rows = rowsOf(tokens, keys);
  const isPage = rows.filter((row) => wordsOf(row) >= MIN_ROW).length >= MIN_ROWS;
  const proved = rows
    .filter((row) => isProved(text, tokens, row, seams, isPage))
    .flatMap(({ starts, end }) => {
      const behind = tokens[end];
      return [...starts.map((i) => tokens[i]!.start), ...(behind ? [behind.start] : [])];
    })
    .map(breakAt);
  const marks = isPage ? markBreaks(text, tokens) : [];
  return [...menuBreak(tokens, rows), ...proved, ...marks];
}

/** Where a menu ends that the text begins with: phrases in a row, with a few words in capitals between them. */
function menuBreak(tokens: readonly Token[], rows: readonly Row[]): Break[] {
  let end = 0;
  let words = 0;
  for (const row of rows) {
    const from = row.starts[0]!;
    const between = tokens.slice(end, from);
    const isMenu = between.every(
      ({ kind, stop, comma, common }) => kind === 'upper' && !stop && !comma && !common,
    );
    if (between.length > MAX_BETWEEN || !isMenu || tokens[row.end - 1]!.stop) break;
    words += wordsOf(row);
    end = row.end;
  }
  const behind = tokens[end];
  return words >= MIN_MENU && behind?.kind === 'upper' ? [breakAt(behind.start)] : [];
}

/** Words in capitals that stand between two sentences several times: `PUB`. */
function markBreaks(text: string, tokens: readonly Token[]): Break[] {
  const places = new Map<string, number[]>();
  tokens.forEach(({ start, end, kind }, i) => {
    const [before, behind] = [tokens[i - 1], tokens[i + 1]];
    if (kind !== 'upper' || end - start > MAX_MARK || !before?.stop || behind?.kind !== 'upper')
      return;
    const word = text.slice(start, end);
    if (!MARK.test(word)) return;
    const known = places.get(word);
    if (known) known.push(i);
    else places.set(word, [i]);
  });
  const marks = [...places.values()].filter(({ length }) => length >= MIN_MARKS).flat();
  return marks.flatMap((i) => [breakAt(tokens[i]!.start), breakAt(tokens[i + 1]!.start)]);
}

function wordsOf({ starts, end }: Row): number {
  return end - starts[0]!;
}

function rowsOf(tokens: readonly Token[], keys: readonly string[]): Row[] {
  const rows: Row[] = [];
  let starts: number[] = [];
  for (let i = 0; i <= tokens.length; ) {
    const end = i < tokens.length ? phraseEnd(tokens, keys, i) : 0;
    if (end > 0) {
      starts.push(i);
      i = end;
      continue;
    }
    if (starts.length > 0) rows.push({ starts, end: i });
    starts = [];
    i += 1;
  }
  return rows;
}

/** Behind the last word of the longest phrase that begins at a word; 0 where none does. */
function phraseEnd(tokens: readonly Token[], keys: readonly string[], from: number): number {
  const first = tokens[from]!;
  if (first.kind === 'lower') return 0;
  const before = tokens[from - 1];
  if (before && !before.stop && (before.comma || before.common)) return 0;
  for (let to = Math.min(tokens.length, from + MAX_WORDS); to > from; to--) {
    const last = tokens[to - 1]!;
    const behind = tokens[to];
    if (last.comma || (behind?.kind === 'lower' && !last.stop)) continue;
    if (to - from === 1 && (first.common || first.end - first.start < MIN_LETTERS)) return 0;
    const key = keys.slice(from, to).filter(Boolean).join(' ');
    if (labelOfPhrase(key) !== undefined) return to;
  }
  return 0;
}

/**
 * What a word or two between two sentences are: the mark of an advertisement, in capitals or before a word that opens sentences;
 * another word in capitals, as `PUB`; null for others.
 */
function markOf(word: string, behind: Token | undefined): 'advertisement' | 'other' | null {
  const isCapitals = CAPITALS.test(word);
  if (!isCapitals && behind?.common !== true) return null;
  if (labelOfPhrase(keyOf(word)) === 'advertisement') return 'advertisement';
  return isCapitals ? 'other' : null;
}

function isProved(
  text: string,
  tokens: readonly Token[],
  row: Row,
  seams: ReadonlySet<number>,
  isPage: boolean,
): boolean {
  const from = row.starts[0]!;
  const [before, first, last, behind] = [
    tokens[from - 1],
    tokens[from]!,
    tokens[row.end - 1]!,
    tokens[row.end],
  ];
  const opensAtSeam = !before || seams.has(first.start);
  const closesAtSeam = !behind || seams.has(behind.start);
  if (opensAtSeam && closesAtSeam) return true;
  const opens = opensAtSeam || before.stop;
  const closes = closesAtSeam || last.stop;
  const isRow = wordsOf(row) >= MIN_ROW;
  if ((opensAtSeam || closesAtSeam) && isRow && (opens || closes || isPage)) return true;
  const startsAnew = closes || behind?.kind === 'upper';
  if (opens && startsAnew && row.end - from <= 2) {
    const mark = markOf(text.slice(first.start, last.end), behind);
    if (mark !== null) return isPage || mark === 'advertisement';
  }
  return isPage && (isRow || row.starts.length > 1 || (opens && closes));
}
