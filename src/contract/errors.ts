import { excerpt } from '../text/printable.ts';

/** Codes of errors that one input can cause; the run goes on with the next one. */
export type InputErrorCode =
  | 'empty'
  | 'binary'
  | 'container'
  | 'undecodable'
  | 'too-large'
  | 'not-json'
  | 'not-a-row'
  | 'no-text'
  | 'bad-input'
  | 'unreadable'
  | 'damaged'
  | 'no-input'
  | 'output-taken'
  | 'internal';

/** An input that no article can be made of. The message says what was expected and what was found. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly code: InputErrorCode;

  constructor(code: InputErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** UTF-16 units of an unforeseen error's message that are shown. */
const MOST_SHOWN = 300;

/** Code and message of what was thrown for one input. */
export function describe(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof InputError) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    message: `internal error, please report it: ${excerpt(message, MOST_SHOWN)}`,
  };
}
