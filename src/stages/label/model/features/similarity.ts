import { scan } from '../../../../text/counts.ts';
import { mix } from '../../../../text/hash.ts';
import type { Sequence } from '../sequence.ts';
import type { FeatureTable } from './feature-table.ts';

// Set by hand; the weights were trained on it, so that another value needs new ones.
// Slots that words are hashed to, a power of two; words that JSON-LD's text has at least to be the article's.
const TABLE = 8192;
const MIN_ARTICLE_TOKENS = 40;

/** Columns of what a block's words share with the title, the description, JSON-LD's text and the page's prose. */
export function similarityFeatures(table: FeatureTable, sequence: Sequence): void {
  const { items, page, html, tokens, starts, title } = sequence;
  const words = (text: string) => {
    const out: number[] = [];
    scan(text, out);
    return out;
  };
  const said = page.listed('modelTitle').map((fact) => fact.value);
  if (title >= 0) said.push(items[title]!.line.text);
  shareOf(
    table.add('titleShare'),
    sequence,
    new Set(words(said.join(' ')).filter((token) => token & 1)),
  );
  const repeats = table.add('repeats');
  const seen = new Map<number, number>();
  const keys = items.map((_, i) => keyAt(tokens, starts[i]!, starts[i + 1]!));
  for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  keys.forEach((key, i) => {
    repeats[i] = Math.min(9, seen.get(key)!);
  });
  if (!html) return;
  cohesion(table.add('cohesion'), table.add('cohesionRange'), sequence);
  const description = page.listed('modelDescription').map((fact) => fact.value);
  shareOf(
    table.add('descriptionShare'),
    sequence,
    new Set(words(description.join(' ')).filter((token) => token & 1)),
  );
  const body = page.named('articleBody').map((fact) => fact.value);
  const stated = table.add('statedShare');
  const article = words(body.join('\n'));
  if (article.length < MIN_ARTICLE_TOKENS) stated.fill(-1);
  else
    pairsShare(
      stated,
      sequence,
      new Set(article.map((token, k) => mix(token, article[k + 1] ?? 0))),
    );
}

function keyAt(tokens: Int32Array, from: number, to: number): number {
  let key = to - from;
  for (let k = from; k < to; k++) key = mix(key, tokens[k]!);
  return key;
}

function shareOf(
  column: Float32Array,
  { tokens, starts }: Sequence,
  set: ReadonlySet<number>,
): void {
  if (set.size === 0) {
    column.fill(-1);
    return;
  }
  for (let i = 0; i < column.length; i++) {
    let all = 0;
    let hits = 0;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      if (!(tokens[k]! & 1)) continue;
      all += 1;
      if (set.has(tokens[k]!)) hits += 1;
    }
    column[i] = all === 0 ? 0 : hits / all;
  }
}

function pairsShare(
  column: Float32Array,
  { tokens, starts }: Sequence,
  set: ReadonlySet<number>,
): void {
  for (let i = 0; i < column.length; i++) {
    const from = starts[i]!;
    const to = starts[i + 1]!;
    let hits = 0;
    for (let k = from; k + 1 < to; k++) if (set.has(mix(tokens[k]!, tokens[k + 1]!))) hits += 1;
    column[i] = to - from < 2 ? 0 : hits / (to - from - 1);
  }
}

/** How often words stand in prose, by slots that they are hashed to. */
interface Uses {
  /** In all prose of the page, and in that of the rules' own choice of body. */
  readonly all: Uint16Array;
  readonly chosen: Uint16Array;
}

/** The share of a block's longer words that other prose of the page has too, of all prose and of the rules' choice. */
function cohesion(page: Float32Array, range: Float32Array, sequence: Sequence): void {
  const uses = usesOf(sequence);
  const own = new Uint16Array(TABLE);
  for (let i = 0; i < page.length; i++) {
    const slots = slotsOf(sequence, i);
    for (const slot of slots) own[slot]! += 1;
    // A block's own words are no others'.
    page[i] = sharedOf(slots, uses.all, own, sequence.prose[i] ? 1 : 0);
    range[i] = sharedOf(slots, uses.chosen, own, isChosen(sequence, i) ? 1 : 0);
    for (const slot of slots) own[slot] = 0;
  }
}

/** The share of slots that are used more often than `times` their own uses; -1 of none. */
function sharedOf(
  slots: readonly number[],
  uses: Uint16Array,
  own: Uint16Array,
  times: 0 | 1,
): number {
  if (slots.length === 0) return -1;
  let shared = 0;
  for (const slot of slots) if (uses[slot]! > own[slot]! * times) shared += 1;
  return shared / slots.length;
}

function usesOf(sequence: Sequence): Uses {
  const all = new Uint16Array(TABLE);
  const chosen = new Uint16Array(TABLE);
  for (let i = 0; i < sequence.items.length; i++) {
    if (!sequence.prose[i]) continue;
    const counts = isChosen(sequence, i);
    for (const slot of slotsOf(sequence, i)) {
      all[slot]! += 1;
      if (counts) chosen[slot]! += 1;
    }
  }
  return { all, chosen };
}

/** The slots of a block's longer words. */
function slotsOf({ tokens, starts }: Sequence, i: number): number[] {
  const slots: number[] = [];
  for (let k = starts[i]!; k < starts[i + 1]!; k++) {
    if (tokens[k]! & 1) slots.push((tokens[k]! >>> 5) & (TABLE - 1));
  }
  return slots;
}

/** Whether a block is prose in the rules' own choice of body, and no rule has named it. */
function isChosen({ prose, items, start, end }: Sequence, i: number): boolean {
  return prose[i] === 1 && i >= start && i < end && items[i]!.verdict === null;
}
