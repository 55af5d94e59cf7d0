import { InputError } from './errors.ts';

const DEFAULT_ID = 'input';

/** What the sender says of the article in an input: evidence beside what the input itself shows. */
export interface Stated {
  readonly title?: string | undefined;
  /** Names, each a person or several as a byline has them. */
  readonly authors?: readonly string[] | undefined;
  /** ISO 8601, or any form in which dates are printed. */
  readonly published?: string | undefined;
  readonly site?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
}

/** One input, as it came. */
export interface Source {
  /** Bytes, or a string that somebody else has decoded already. */
  readonly content: Uint8Array | string;
  /** `auto` looks at the content. */
  readonly format: 'text' | 'html' | 'auto';
  readonly id: string;
  readonly path?: string | undefined;
  readonly url?: string | undefined;
  /** 1-based number of the row in its file. */
  readonly record?: number | undefined;
  /** Charset that the sender named, for example in an HTTP header. */
  readonly charset?: string | undefined;
  /** ISO date or date-time at which the page was read. */
  readonly fetched?: string | undefined;
  /** What is known of the article, for example from the fields of an input row. */
  readonly stated?: Stated | undefined;
  /** Fields of an input row that copydesk does not know. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

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
