import { OPEN_PHRASES, WHOLE_PHRASES } from '../../generated/lexicon.ts';
import type { RemovedLabel } from '../../labels.ts';
import { tokensOf } from '../../tokens.ts';

const MAX_LINE_LENGTH = 400;
const SMOOTHING = 0.05;
const MIN_KNOWN_SHARE = 0.5;
// Pairs of characters recur by chance far more often than words do.
const MIN_KNOWN_SHARE_UNSPACED = 0.75;
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const GAPS = new Set(['…', '{}', '#']);

/** A name for a line of furniture, by the words that it shares with the phrase lists. */
export interface Naming {
  readonly label: RemovedLabel;
  /** Posterior probability under the model, 0 to 1. */
  readonly certainty: number;
}

/** Names a line that is known to be furniture; null when too few of its words are in any phrase. */
export type Namer = (line: string) => Naming | null;

interface Counts {
  readonly labels: readonly RemovedLabel[];
  readonly totals: readonly number[];
  readonly words: ReadonlyMap<string, Feature>;
}

/** How often a feature stands in each label's phrases, and what it says for each, worked out when it is first met. */
interface Feature {
  /** The first label with it; most features have no other. */
  readonly label: number;
  count: number;
  others: Map<number, number> | null;
  logs: Float64Array | null;
}

/**
 * Makes a namer: naive Bayes over the words and pairs of words of all phrases, labels weighted alike
 * (Manning, Raghavan, Schütze: Introduction to Information Retrieval, chapter 13.2). Counts on first use.
 */
export function createNamer(): Namer {
  let counts: Counts | undefined;
  return (line) => {
    if (line.length > MAX_LINE_LENGTH) return null;
    counts ??= countPhrases();
    const { words } = counts;
    const features = featuresOf(tokensOf(line));
    const known = features.flatMap((feature) => words.get(feature) ?? []);
    const needed = UNSPACED.test(line) ? MIN_KNOWN_SHARE_UNSPACED : MIN_KNOWN_SHARE;
    if (known.length === 0 || known.length < features.length * needed) return null;
    return best(known, counts);
  };
}

function countPhrases(): Counts {
  const labels: RemovedLabel[] = [];
  const totals: number[] = [];
  const words = new Map<string, Feature>();
  for (const line of [...WHOLE_PHRASES, ...OPEN_PHRASES]) {
    const [name, ...keys] = line.split('\t') as [RemovedLabel, ...string[]];
    let label = labels.indexOf(name);
    if (label < 0) label = labels.push(name) - 1;
    for (const key of keys) {
      for (const feature of featuresOf(key.split(' ').filter((token) => !GAPS.has(token)))) {
        const known = words.get(feature);
        if (!known) words.set(feature, { label, count: 1, others: null, logs: null });
        else if (known.label === label) known.count += 1;
        else {
          known.others ??= new Map();
          known.others.set(label, (known.others.get(label) ?? 0) + 1);
        }
        totals[label] = (totals[label] ?? 0) + 1;
      }
    }
  }
  return { labels, totals, words };
}

/** Words and pairs of neighbours; of scripts without spaces, whose tokens are characters, pairs and threes. */
function featuresOf(tokens: readonly string[]): string[] {
  const out: string[] = [];
  let before = '';
  tokens.forEach((token, i) => {
    const pair = i > 0 ? `${before} ${token}` : null;
    if (token.length > 1) out.push(token);
    else if (i > 1) out.push(`${tokens[i - 2]} ${pair}`);
    if (pair !== null) out.push(pair);
    before = token;
  });
  return out;
}

function best(features: readonly Feature[], counts: Counts): Naming {
  const scores = new Float64Array(counts.labels.length);
  for (const feature of features) {
    feature.logs ??= logsOf(feature, counts);
    for (let label = 0; label < scores.length; label++) scores[label]! += feature.logs[label]!;
  }
  const top = Math.max(...scores);
  const mass = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  return { label: counts.labels[scores.indexOf(top)]!, certainty: 1 / mass };
}

function logsOf(feature: Feature, { totals, words }: Counts): Float64Array {
  return Float64Array.from(totals, (total, label) => {
    const count = label === feature.label ? feature.count : (feature.others?.get(label) ?? 0);
    return Math.log((count + SMOOTHING) / (total + SMOOTHING * words.size));
  });
}
