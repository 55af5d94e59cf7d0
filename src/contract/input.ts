import type { Source } from '../document/document.ts';
import { InputError } from './errors.ts';

const DEFAULT_ID = 'input';

/** An input: its content alone, or with what is known about it (`id` defaults to `"input"`, `format` to `auto`). */
export type Input = string | Uint8Array | (Partial<Source> & Pick<Source, 'content'>);

/** The id of an input, also of one that is no good. */
export function idOf(input: Input): string {
  const known = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
  return typeof known === 'string' ? known : DEFAULT_ID;
}

/**
 * An input with its defaults filled in.
 *
 * @throws {InputError} when it holds neither text nor bytes.
 */
export function sourceOf(input: Input): Source {
  if (typeof input === 'string' || input instanceof Uint8Array) {
    return { content: input, format: 'auto', id: DEFAULT_ID };
  }
  if (typeof input !== 'object' || input === null) {
    throw new InputError('no-text', `expected text, bytes or {content}, found ${nameOf(input)}`);
  }
  if (typeof input.content !== 'string' && !(input.content instanceof Uint8Array)) {
    const found = nameOf(input.content);
    throw new InputError('no-text', `expected text or bytes as content, found ${found}`);
  }
  return { ...input, format: input.format ?? 'auto', id: idOf(input) };
}

function nameOf(value: unknown): string {
  return value === null ? 'null' : typeof value;
}
