// What scripts/write-lexicon.mjs works out for src/stages/label: anchors of forms (phrases/forms.ts), the namer's table (phrases/naive-bayes.ts).

const BUCKETS = 1 << 16;
const LABEL_BITS = 5;
const GAPS = new Set(['…', '{}', '#']);

/**
 * Counts how often each word and pair of words stands in each label's phrases.
 * @param {readonly string[]} phrases lines of a label and its keys, parted by tabs
 * @param {(key: string, use: (first: number, second: number) => void) => void} eachFeature
 */
export function namerOf(phrases, eachFeature) {
  const labels = [];
  const totals = [];
  const features = new Map();
  for (const line of phrases) {
    const [name, ...keys] = line.split('\t');
    let label = labels.indexOf(name);
    if (label < 0) label = labels.push(name) - 1;
    totals[label] ??= 0;
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
      [...counts].map(([label, count]) => ({
        bucket,
        check,
        value: (count << LABEL_BITS) | label,
      })),
    );
  const sizes = new Uint8Array(BUCKETS);
  for (const { bucket } of entries) sizes[bucket] += 1;
  const data = Buffer.concat(
    [
      sizes,
      Int32Array.from(entries, ({ check }) => check),
      Uint16Array.from(entries, ({ value }) => value),
    ].map(({ buffer }) => Buffer.from(buffer)),
  );
  return { labels, totals, features: features.size, data: data.toString('base64') };
}

/**
 * For each alternative of the part of a form that says most, its longest word.
 * @param {string} form parts joined by `/`, alternatives by `|`
 */
export function anchorsOf(form) {
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
