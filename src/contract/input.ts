import type { Warning } from './article.ts';
import type { InputError } from './errors.ts';

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

/** How content is written; `auto` looks at it. */
export const SOURCE_FORMATS = ['auto', 'text', 'html'] as const;

/** One input, checked, as the pipeline takes it. */
export interface Source {
  /** Bytes, or a string that somebody else has decoded already. */
  readonly content: Uint8Array | string;
  readonly format: (typeof SOURCE_FORMATS)[number];
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
  /** What whoever read the input has to say of it; the article has it among its own warnings. */
  readonly warnings?: readonly Warning[] | undefined;
}

/** Text that was decoded already, or bytes. */
export type Content = string | Uint8Array | ArrayBuffer | DataView;

/** What is known of an input; null is as good as nothing. */
export interface InputFields
  extends Omit<Partial<Source>, 'content' | 'format' | 'id' | 'url' | 'fetched' | 'path'> {
  /** Text or a page; `format` says which, or its looks. */
  readonly content?: Content | null | undefined;
  /** A page, in the place of `content`. */
  readonly html?: Content | null | undefined;
  /** Plain text, in the place of `content`; beside a page it is kept in \`extra\`. */
  readonly text?: Content | null | undefined;
  /** Default `auto`. */
  readonly format?: Source['format'] | null | undefined;
  /** Default `input`, or in `cleanAll` the number of the input. */
  readonly id?: string | number | bigint | null | undefined;
  readonly url?: string | URL | null | undefined;
  readonly path?: string | URL | null | undefined;
  readonly fetched?: string | Date | null | undefined;
}

/** An input: its content alone, or with what is known about it. An `InputError` stands for an input that failed before. */
export type Input = Content | InputFields | InputError;
