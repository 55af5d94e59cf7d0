import { once } from '../../assets/once.ts';
import { type PhraseValues, phraseTables } from '../../assets/phrases.ts';
import type { RemovedLabel } from '../../contract/labels.ts';
import { keyOf } from '../../text/tokens.ts';
import { eachFeature, LABEL_BITS } from './word-hashes.ts';

// Set by hand on the lines of test/stages/label/cases.
/** UTF-16 units. */
const MAX_LINE_LENGTH = 400;
/** Added to each count (Lidstone). */
const SMOOTHING = 0.05;
/** Share of a line's features that some phrase must have. */
const MIN_KNOWN_SHARE = 0.5;
/** In scripts without spaces: pairs of characters recur by chance far more often than words do. */
const MIN_KNOWN_SHARE_UNSPACED = 0.75;
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** A name for a line of boilerplate, by the words that it shares with the phrase lists. */
export interface Naming {
  readonly label: RemovedLabel;
  /** Posterior probability under the model, 0 to 1. */
  readonly certainty: number;
}

/**
 * Names a line that is known to be boilerplate; null when too few of its words are in any phrase. `key`: the line's words
 * (see `keyOf`), where known.
 */
export type Namer = (line: string, key?: string) => Naming | null;

type NamerValues = PhraseValues['namer'];

/**
 * How often features stand in each label's phrases. An entry is a feature and one of its labels; entries are sorted by
 * the upper half of the feature's first hash, its bucket, then by the second.
 */
interface Counts extends NamerValues {
  /** First entry of each bucket; buckets are 16 bits of a feature's first hash. */
  readonly starts: Int32Array;
  /** The second hash of each entry's feature. */
  readonly checks: Int32Array;
  /** Count and label of each entry. */
  readonly values: Uint16Array;
  /** By a feature's first entry: what it says for each label, worked out when it is first met. */
  readonly logs: Map<number, Float64Array>;
}

/**
 * Makes a namer: naive Bayes over the words and pairs of words of all phrases, labels weighted alike
 * (Manning, Raghavan, Schütze: Introduction to Information Retrieval, chapter 13.2). Reads the counts on first use.
 */
export function createNamer(): Namer {
  return (line, key) => {
    if (line.length > MAX_LINE_LENGTH) return null;
    const counts = namerCounts();
    const { starts, checks } = counts;
    const known: number[] = [];
    let all = 0;
    eachFeature(key ?? keyOf(line), (first, second) => {
      all += 1;
      const bucket = first >>> 16;
      for (let entry = starts[bucket]!; entry < starts[bucket + 1]!; entry++) {
        if (checks[entry] !== second) continue;
        known.push(entry);
        break;
      }
    });
    const needed = UNSPACED.test(line) ? MIN_KNOWN_SHARE_UNSPACED : MIN_KNOWN_SHARE;
    if (known.length === 0 || known.length < all * needed) return null;
    return best(known, counts);
  };
}

function readCounts(): Counts {
  const tables = phraseTables();
  return {
    ...tables.values.namer,
    starts: tables.int32('namer:starts'),
    checks: tables.int32('namer:checks'),
    values: tables.uint16('namer:values'),
    logs: new Map(),
  };
}

const namerCounts = once(readCounts);

function best(features: readonly number[], counts: Counts): Naming {
  const { labels } = counts;
  const scores = new Float64Array(labels.length);
  for (const feature of features) {
    let logs = counts.logs.get(feature);
    if (!logs) {
      logs = logsOf(feature, counts);
      counts.logs.set(feature, logs);
    }
    for (let label = 0; label < scores.length; label++) scores[label]! += logs[label]!;
  }
  const top = Math.max(...scores);
  const mass = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  return { label: labels[scores.indexOf(top)] as RemovedLabel, certainty: 1 / mass };
}

function logsOf(feature: number, { checks, values, totals, features }: Counts): Float64Array {
  const found = new Float64Array(totals.length);
  for (let entry = feature; checks[entry] === checks[feature]; entry++) {
    found[values[entry]! & ((1 << LABEL_BITS) - 1)]! += values[entry]! >> LABEL_BITS;
  }
  return found.map((count, label) =>
    Math.log((count + SMOOTHING) / (totals[label]! + SMOOTHING * features)),
  );
}
