type Fields = Readonly<Record<string, unknown>>;

/** Keys that an expectation gets where the old one held nothing to tell them from. */
const USUAL: Readonly<Record<string, unknown>> = {
  authors: { name: 0, kind: 0 },
  body: { type: 0, text: 0 },
  changes: { stage: 0, before: 0, after: 0, rule: 0, certainty: 0 },
  dateline: { raw: 0, place: 0, date: 0, agency: 0 },
  error: { code: 0 },
  modified: { value: 0, precision: 0, certainty: 0 },
  pageDate: { value: 0 },
  published: { value: 0, precision: 0, certainty: 0 },
  removed: { at: { line: 0 }, text: 0, label: 0, rule: 0, certainty: 0 },
  warnings: { code: 0 },
};

/** The keys of a first expectation, what is read in an article and not how it was made, in the order of articles. */
const FIRST = [
  'error',
  'title',
  'kicker',
  'subtitle',
  'section',
  'byline',
  'authors',
  'agency',
  'dateline',
  'published',
  'modified',
  'pageDate',
  'relativeDate',
  'language',
  'body',
  'removed',
  'changes',
  'warnings',
];

/** A first expectation: what came, reduced to the keys that tell an article from others. */
export function firstExpectation(actual: unknown): unknown {
  return project(Object.fromEntries(FIRST.map((key) => [key, null])), actual);
}

/**
 * The new expectation: what came, reduced to the keys that the old expectation has, in their order.
 *
 * @param name the key that the value stands under
 */
export function project(expected: unknown, actual: unknown, name = ''): unknown {
  if (Array.isArray(actual)) {
    const old = Array.isArray(expected) ? expected : [];
    const shape = old.length > 0 ? old.reduce(merge) : USUAL[name];
    return actual.map((element) => project(shape, element));
  }
  if (!isFields(actual)) return actual;
  const shape = isFields(expected) ? expected : USUAL[name];
  if (!isFields(shape)) return actual;
  return Object.fromEntries(
    Object.keys(shape)
      .filter((key) => Object.hasOwn(actual, key))
      .map((key) => [key, project(shape[key], actual[key], key)]),
  );
}

/** The keys of two elements together. */
function merge(first: unknown, second: unknown): unknown {
  if (!isFields(first)) return second;
  if (!isFields(second)) return first;
  const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return Object.fromEntries(keys.map((key) => [key, merge(first[key], second[key])]));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
