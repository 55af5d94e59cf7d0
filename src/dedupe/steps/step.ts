import { InputError } from '../../contract/errors.ts';
import { NO_DAY } from '../row.ts';
import { isPacked } from '../sign/pack.ts';

/** A row in, its answer out, both as JSON holds them. @throws {InputError} when the row is not what the step takes */
export type Step = (row: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** A text as it is compared, by its place in the order in which texts are kept. */
export interface SignedText {
  /** Days since 1970. */
  readonly day: number;
  readonly signature: Buffer;
}

/** An integer. @throws {InputError} where there is another value */
export function integer(value: unknown, name: string): number {
  if (Number.isSafeInteger(value)) return value as number;
  throw expected(name, 'an integer', value);
}

/** A list. @throws {InputError} where there is another value */
export function listOf(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw expected(name, 'a list', value);
}

/** The fields of an object. @throws {InputError} where there is another value */
export function fieldsOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw expected(name, 'an object', value);
}

/** `{day, signature}` as the step `sign` gave them. @throws {InputError} where they are not */
export function signedText(value: unknown, name: string): SignedText {
  const { day, signature } = fieldsOf(value, name);
  const bytes = Buffer.from(typeof signature === 'string' ? signature : '', 'base64');
  if (!isPacked(bytes)) throw expected(`${name}.signature`, 'a signature in base 64', signature);
  return {
    day: day === undefined || day === null ? NO_DAY : integer(day, `${name}.day`),
    signature: bytes,
  };
}

function expected(name: string, kind: string, found: unknown): InputError {
  const shown =
    found === undefined
      ? 'none'
      : found === null
        ? 'null'
        : Array.isArray(found)
          ? 'a list'
          : `a ${typeof found}`;
  return new InputError(
    'not-a-row',
    `expected "${name}" to be ${kind}, found ${shown}; rows of this step are made of what the step before it gave`,
  );
}
