import type { z } from 'zod';
import { excerpt } from '../text/printable.ts';
import { nearest } from './nearest.ts';

/** UTF-16 units that a message shows of a wrong value: a terminal's line. */
const SHOWN = 80;
/** How what is expected begins where an object has a key that it cannot have; the keys follow. */
export const ONE_OF_THE_KEYS = 'one of the keys ';

/**
 * The first problem that zod found, in one line: where, what was expected, what was found.
 *
 * @param value what was checked.
 * @param where stands before the path, for example the name of a file.
 * @example problemOf(error, { favor: 'speed' }, 'copydesk.config.json') // 'copydesk.config.json: favor: expected …'
 */
export function problemOf(error: z.ZodError, value: unknown, where: string): string {
  const issue = error.issues[0]!;
  const place = [where, issue.path.map(String).join('/')].filter((part) => part !== '');
  const found = at(value, issue.path);
  const prefix = place.length > 0 ? `${place.join(': ')}: ` : '';
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const hint = nearest(key, issue.message.slice(ONE_OF_THE_KEYS.length).split(', '));
    const todo = hint === null ? '' : `; did you mean ${hint}?`;
    return `${prefix}expected ${issue.message}, found ${shown(key)}${todo}`;
  }
  return `${prefix}expected ${expectedBy(issue)}, found ${shown(found)}`;
}

function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_type') return NAMES[issue.expected] ?? issue.expected;
  return issue.message;
}

const NAMES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'an object',
  string: 'a text',
  boolean: 'true or false',
};

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : excerpt(JSON.stringify(value) ?? String(value), SHOWN);
}
