import type { Sequence } from '../sequence.ts';
import type { FeatureTable } from './feature-table.ts';

// Set by hand; the weights were trained on it, so that another value needs new ones.
// A score, 0 to 1; blocks between two likely ones that one stretch may hold; words of a block, that a long one does
// not count for all.
const LIKELY = 0.4;
const MAX_GAP = 5;
const MOST_WORDS = 300;
const MEANS = [
  'titleShare',
  'cohesion',
  'words:text',
  'stops',
  'weight',
  'endsStop',
  'link',
  'near:article',
  'near:li',
  'near:main',
  'names:own',
  'names:near',
  'sentence',
  'wordLength',
  'descriptionShare',
  'statedShare',
  'quotes',
  'commas',
  'near:p',
  'digits',
  'proseSinceTitle',
  'case',
] as const;

/** Items in a row that are likely body, with few others between them. */
interface Stretch {
  start: number;
  end: number;
  mass: number;
}

/**
 * Features of what is likely the page's body: means over it of what is known of its blocks, and how its best stretch
 * lies. `put` takes each feature's name and value.
 */
export function bodyFeatures(
  { counts }: Sequence,
  table: FeatureTable,
  p: Float32Array,
  put: (name: string, value: number) => void,
): void {
  const column = (name: string) => table.columns[table.names.indexOf(name)]!;
  const words = (i: number) => Math.min(MOST_WORDS, counts[i]!.words);
  let all = 1e-9;
  p.forEach((score, i) => {
    all += score * words(i);
  });
  for (const name of MEANS) {
    const values = column(name);
    let sum = 0;
    p.forEach((score, i) => {
      sum += values[i]! * score * words(i);
    });
    put(`mean:${name}`, sum / all);
  }
  const found = stretches(p, words);
  const best = found.reduce<Stretch | null>(
    (most, one) => (most && most.mass >= one.mass ? most : one),
    null,
  );
  const next = found.reduce((most, one) => (one === best ? most : Math.max(most, one.mass)), 0);
  const titleShare = column('titleShare');
  put('stretches', found.length);
  put('stretch:mass', best ? Math.log1p(best.mass) : 0);
  put('stretch:share', best ? best.mass / all : 0);
  put('stretch:fill', best ? filled(p, best) : 0);
  put('stretch:fromTitle', best ? column('fromTitle')[best.start]! : -1000);
  put(
    'stretch:titleShare',
    best ? titleShare.slice(best.start, best.end).reduce((a, b) => Math.max(a, b), -1) : 0,
  );
  put('stretch:place', best ? best.start / p.length : -1);
  put('stretch:length', best ? best.end - best.start : 0);
  put('stretch:first', best ? words(best.start) : 0);
  put('stretch:rival', best ? next / best.mass : 0);
}

function stretches(p: Float32Array, words: (i: number) => number): Stretch[] {
  const found: Stretch[] = [];
  p.forEach((score, i) => {
    if (score <= LIKELY) return;
    const last = found.at(-1);
    if (last && i - last.end < MAX_GAP) last.end = i + 1;
    else found.push({ start: i, end: i + 1, mass: 0 });
  });
  for (const one of found) {
    for (let i = one.start; i < one.end; i++) one.mass += p[i]! * words(i);
  }
  return found;
}

function filled(p: Float32Array, { start, end }: Stretch): number {
  let likely = 0;
  for (let i = start; i < end; i++) if (p[i]! > LIKELY) likely += 1;
  return likely / (end - start);
}
