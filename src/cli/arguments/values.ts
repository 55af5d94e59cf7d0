import { UsageError } from '../../contract/run-errors.ts';
import { excerpt } from '../../text/printable.ts';
import type { Arguments } from '../context.ts';

/** An option's text; `undefined` where it was not given. */
export function text(args: Arguments, name: string): string | undefined {
  const value = args[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value !== '') return value;
  const found = Array.isArray(value) ? 'several' : 'none';
  throw new UsageError(`expected one value after --${name}, found ${found}`);
}

/** The texts of an option that may be given several times. */
export function texts(args: Arguments, name: string): string[] {
  const value = args[name];
  if (Array.isArray(value)) return value.map(String);
  const single = text(args, name);
  return single === undefined ? [] : [single];
}

/** The positional arguments of a list. */
export function list(args: Arguments, name: string): string[] {
  const value = args[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** Whether a flag was given. */
export function flag(args: Arguments, name: string): boolean {
  return args[name] === true;
}

/** An option that is one of some words. */
export function choice<T extends string>(args: Arguments, name: string, of: readonly T[]): T {
  const value = text(args, name);
  const found = of.find((word) => word === value);
  if (found !== undefined) return found;
  throw new UsageError(
    `expected --${name} to be one of ${of.join(', ')}, found ${excerpt(value ?? '')}`,
  );
}

/** An option that is parsed from text; `parse` gives `null` for what it does not take. */
export function parsed<T>(
  args: Arguments,
  name: string,
  parse: (value: string) => T | null,
  expected: string,
): T | undefined {
  const value = text(args, name);
  if (value === undefined) return undefined;
  const result = parse(value);
  if (result !== null) return result;
  throw new UsageError(`expected --${name} to be ${expected}, found ${excerpt(value)}`);
}
