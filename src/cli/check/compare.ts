import { diffArrays } from 'diff';
import { alike } from './alike.ts';

/** A difference between what was expected and what came. */
export type Difference =
  /** Two values that are not equal; `actual` is `undefined` where the key is missing. */
  | { kind: 'value'; path: string; expected: unknown; actual: unknown }
  /** Lists whose elements differ. */
  | { kind: 'list'; path: string; changes: readonly ListChange[] };

/** A difference between two lists. Indexes are those of the list that the element stands in. */
export type ListChange =
  | { kind: 'missing'; index: number; expected: unknown }
  | { kind: 'extra'; index: number; actual: unknown }
  | { kind: 'changed'; index: number; differences: readonly Difference[] };

type Fields = Readonly<Record<string, unknown>>;

/**
 * Compares an article with its expected form: only the keys that the expected form has; lists must have
 * the same length. Lists are lined up, so that one block too many is one difference.
 *
 * @example compare({ title: 'A' }, { title: 'A', byline: 'B' }) // []
 */
export function compare(expected: unknown, actual: unknown, path = ''): Difference[] {
  if (matches(expected, actual)) return [];
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return [{ kind: 'list', path, changes: compareLists(expected, actual, path) }];
  }
  if (isFields(expected) && isFields(actual)) {
    return Object.keys(expected).flatMap((key) =>
      compare(expected[key], own(actual, key), path === '' ? key : `${path}.${key}`),
    );
  }
  return [{ kind: 'value', path, expected, actual }];
}

/** How many single differences there are. */
export function countDifferences(differences: readonly Difference[]): number {
  return differences.reduce((sum, difference) => {
    if (difference.kind === 'value') return sum + 1;
    return sum + difference.changes.reduce((n, change) => n + weight(change), 0);
  }, 0);
}

/** Whether the value has all that is expected. */
function matches(expected: unknown, actual: unknown): boolean {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return false;
    return expected.every((element, i) => matches(element, actual[i]));
  }
  if (!isFields(expected)) return expected === actual;
  if (!isFields(actual)) return false;
  return Object.keys(expected).every((key) => matches(expected[key], own(actual, key)));
}

function compareLists(
  expected: readonly unknown[],
  actual: readonly unknown[],
  path: string,
): ListChange[] {
  const out: ListChange[] = [];
  let from = 0;
  let to = 0;
  let gone = 0;
  let come = 0;
  const settle = (): void => {
    out.push(...pairUp(expected, actual, { from, to, gone, come }, path));
    from += gone;
    to += come;
    gone = 0;
    come = 0;
  };
  for (const part of diffArrays([...expected], [...actual], { comparator: matches })) {
    if (part.removed) gone += part.count;
    else if (part.added) come += part.count;
    else {
      settle();
      from += part.count;
      to += part.count;
    }
  }
  settle();
  return out;
}

/** Within a stretch that differs: elements that are alike were changed, the others are missing or extra. */
function pairUp(
  expected: readonly unknown[],
  actual: readonly unknown[],
  { from, to, gone, come }: { from: number; to: number; gone: number; come: number },
  path: string,
): ListChange[] {
  const out: ListChange[] = [];
  let next = to;
  const extras = (end: number): void => {
    for (; next < end; next++) out.push({ kind: 'extra', index: next, actual: actual[next] });
  };
  for (let index = from; index < from + gone; index++) {
    const element = expected[index];
    const partner = actual.slice(next, to + come).findIndex((other) => alike(element, other));
    if (partner < 0) {
      out.push({ kind: 'missing', index, expected: element });
      continue;
    }
    extras(next + partner);
    const differences = compare(element, actual[next], `${path}[${index}]`);
    out.push({ kind: 'changed', index, differences });
    next += 1;
  }
  extras(to + come);
  return out;
}

function weight(change: ListChange): number {
  return change.kind === 'changed' ? countDifferences(change.differences) : 1;
}

function own(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
