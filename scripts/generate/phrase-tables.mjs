// Tables of the phrases for src/recognize/phrases: hash tables (index.ts), anchors of forms (forms.ts), counts of
// words (naive-bayes.ts).
import { multiIndex, stringIndex, stringList } from './string-index.mjs';

const BUCKETS = 1 << 16;
/** An entry's count and label share 16 bits. */
const VALUE_BITS = 16;
const GAPS = new Set(['…', '{}', '#']);
const isGap = (token) => token === '…' || token === '{}';

/** Numbers of labels in the order of their names. */
export function labelNumbers(labels) {
  return new Map([...new Set(labels)].sort().map((label, i) => [label, i]));
}

/**
 * Whole phrases or prefixes: an index of their keys and the label of each.
 * @param {string} name
 * @param {readonly (readonly [key: string, label: string])[]} phrases
 * @param {ReadonlyMap<string, number>} labels
 */
export function wholeTables(name, phrases, labels) {
  return {
    ...stringIndex(
      name,
      phrases.map(([key]) => key),
    ),
    [`${name}:labels`]: Uint8Array.from(phrases, ([, label]) => labels.get(label)),
  };
}

/**
 * Phrases with gaps in the order of their rank, found by the first word, else by the last; the few that have neither
 * are `rest`.
 */
export function openTables(phrases, labels) {
  const first = new Map();
  const last = new Map();
  const rest = [];
  phrases.forEach(([key], rank) => {
    const words = key.split(' ');
    if (!isGap(words[0])) add(first, words[0], rank);
    else if (!isGap(words.at(-1))) add(last, words.at(-1), rank);
    else rest.push(rank);
  });
  return {
    ...stringList(
      'open',
      phrases.map(([key]) => key),
    ),
    'open:labels': Uint8Array.from(phrases, ([, label]) => labels.get(label)),
    ...multiIndex('open:first', first),
    ...multiIndex('open:last', last),
    'open:rest': Uint16Array.from(rest),
  };
}

/** A form behind its anchors, by which forms are sorted: of several that fit alike the first has the say. */
export function entryOf(form) {
  return `${anchorsOf(form).join('|')}:${form}`;
}

/** Forms in the order of their entries (`entryOf`), found by their anchors. */
export function formTables(entries, labels) {
  const anchors = new Map();
  entries.forEach(([entry], i) => {
    for (const anchor of entry.slice(0, entry.indexOf(':')).split('|')) add(anchors, anchor, i);
  });
  return {
    ...stringList(
      'forms',
      entries.map(([entry]) => entry.slice(entry.indexOf(':') + 1)),
    ),
    'forms:labels': Uint8Array.from(entries, ([, label]) => labels.get(label)),
    ...multiIndex('forms:anchors', anchors),
  };
}

function add(lists, key, number) {
  const list = lists.get(key);
  if (list) list.push(number);
  else lists.set(key, [number]);
}

/**
 * Counts how often each word and pair of words stands in each label's phrases.
 * @param {readonly string[]} phrases lines of a label and its keys, parted by tabs
 * @param {(key: string, use: (first: number, second: number) => void) => void} eachFeature
 * @param {number} labelBits how many bits of an entry its label has
 */
export function namerOf(phrases, eachFeature, labelBits) {
  const labels = phrases.map((line) => line.split('\t', 1)[0]);
  const names = [...new Set(labels)];
  if (names.length > 1 << labelBits) {
    throw new Error(
      `${names.length} labels, LABEL_BITS in word-hashes.ts has room for ${1 << labelBits}`,
    );
  }
  const totals = names.map(() => 0);
  const features = new Map();
  for (const line of phrases) {
    const [name, ...keys] = line.split('\t');
    const label = names.indexOf(name);
    for (const key of keys) {
      const words = key.split(' ').filter((token) => !GAPS.has(token));
      eachFeature(words.join(' '), (first, second) => {
        const id = `${first >>> 16} ${second | 0}`;
        const feature = features.get(id) ?? {
          bucket: first >>> 16,
          check: second | 0,
          counts: new Map(),
        };
        features.set(id, feature);
        feature.counts.set(label, (feature.counts.get(label) ?? 0) + 1);
        totals[label] += 1;
      });
    }
  }
  const entries = [...features.values()]
    .sort((a, b) => a.bucket - b.bucket || a.check - b.check)
    .flatMap(({ bucket, check, counts }) =>
      [...counts].map(([label, count]) => ({ bucket, check, value: (count << labelBits) | label })),
    );
  const starts = new Int32Array(BUCKETS + 1);
  for (const { bucket, value } of entries) {
    if (value >= 1 << VALUE_BITS) throw new Error(`a count of ${value >> labelBits} has no room`);
    starts[bucket + 1] += 1;
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1] += starts[bucket];
  return {
    values: { labels: names, totals, features: features.size },
    parts: {
      'namer:starts': starts,
      'namer:checks': Int32Array.from(entries, ({ check }) => check),
      'namer:values': Uint16Array.from(entries, ({ value }) => value),
    },
  };
}

/**
 * For each alternative of the part of a form that says most, its longest word.
 * @param {string} form parts joined by `/`, alternatives by `|`
 */
function anchorsOf(form) {
  let best = [];
  let most = 0;
  for (const part of form.split('/')) {
    const alternatives = part.split('|');
    if (GAPS.has(part) || alternatives.includes('')) continue;
    const anchors = alternatives.map((words) =>
      words.split(' ').reduce((a, b) => (b.length > a.length ? b : a)),
    );
    const least = Math.min(...anchors.map((anchor) => anchor.length));
    if (least > most) [best, most] = [anchors, least];
  }
  return [...new Set(best)];
}
