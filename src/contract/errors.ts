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
  | 'unreadable'
  | 'damaged'
  | 'no-input'
  | 'output-taken'
  | 'timeout'
  | 'out-of-memory'
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
