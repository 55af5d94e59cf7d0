import { InputError } from './errors.ts';
import type { Input, InputFields } from './input.ts';
import { named } from './value-names.ts';

/** Bytes, or UTF-16 units of texts, that a stream of one input may hold: 256 MB, as of a file. */
const LIMIT = 256 * 1024 * 1024;
const CONTENTS = ['content', 'html', 'text'] as const;

/** Chunks of one text or page, as Node and the web stream them. */
export type ContentStream = AsyncIterable<string | Uint8Array>;

/** An input that may have to be waited for: a promise of one, or one whose content is promised or streamed. */
export type PendingInput =
  | Input
  | Promise<Input>
  | (Omit<InputFields, (typeof CONTENTS)[number]> & {
      readonly [Name in (typeof CONTENTS)[number]]?:
        | InputFields[Name]
        | ContentStream
        | Promise<NonNullable<InputFields[Name]>>;
    });

/** Inputs as they come: a list, a generator, a stream of objects. */
export type Inputs = Iterable<PendingInput> | AsyncIterable<PendingInput>;

/**
 * Makes sure that there are several inputs, and not one of which each piece would be taken for an input.
 *
 * @throws {InputError} that says what to pass
 */
export function checkInputs(inputs: unknown): asserts inputs is Inputs {
  const isOne = typeof inputs === 'string' || ArrayBuffer.isView(inputs);
  const isMany =
    typeof inputs === 'object' &&
    inputs !== null &&
    (Symbol.iterator in inputs || Symbol.asyncIterator in inputs);
  if (isOne || !isMany) {
    const todo = isOne || typeof inputs === 'object' ? ': use clean() for one' : '';
    throw new InputError(
      'bad-input',
      `expected a list or a stream of inputs, found ${named(inputs)}${todo}`,
    );
  }
  if ('readableObjectMode' in inputs && inputs.readableObjectMode === false) {
    throw new InputError(
      'bad-input',
      'expected a stream of inputs, found one of bytes: pass readInputs(stream), which reads rows, or [{ content: stream }] for one article',
    );
  }
  // A promise of a list that is rejected before its turn would else end the process.
  if (Array.isArray(inputs)) for (const input of inputs) promisesIn(input).forEach(handle);
}

function promisesIn(input: unknown): Promise<unknown>[] {
  const isObject = typeof input === 'object' && input !== null;
  const values = isObject
    ? [input, ...CONTENTS.map((name) => Object.getOwnPropertyDescriptor(input, name)?.value)]
    : [];
  return values.filter((value) => value instanceof Promise);
}

function handle(promise: Promise<unknown>): void {
  promise.catch(() => undefined);
}

/**
 * Waits for an input and for its content.
 *
 * @throws {InputError} when it cannot be read
 */
export async function settled(pending: PendingInput): Promise<Input> {
  try {
    const input = await pending;
    if (typeof input !== 'object' || input === null) return input;
    if (isStream(input)) return await collected(input);
    const fields = input as Readonly<Record<string, unknown>>;
    const waiting = CONTENTS.filter(
      (name) => fields[name] instanceof Promise || isStream(fields[name]),
    );
    if (waiting.length === 0) return input as Input;
    const read = waiting.map(async (name) => {
      const value = await fields[name];
      return [name, isStream(value) ? await collected(value) : value] as const;
    });
    return { ...fields, ...Object.fromEntries(await Promise.all(read)) } as Input;
  } catch (error) {
    if (error instanceof InputError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new InputError('unreadable', `expected an input that can be read: ${message}`, {
      cause: error,
    });
  }
}

function isStream(value: unknown): value is ContentStream {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function collected(stream: ContentStream): Promise<string | Uint8Array> {
  const chunks: (string | Uint8Array)[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) {
      throw new InputError(
        'no-text',
        `expected a stream of texts or bytes, found ${named(chunk)} in it`,
      );
    }
    size += chunk.length;
    if (size > LIMIT) {
      const most = LIMIT / 1024 / 1024;
      throw new InputError('too-large', `expected a stream of at most ${most} MB, found more`);
    }
    chunks.push(chunk);
  }
  if (chunks.length > 0 && chunks.every((chunk) => typeof chunk === 'string')) {
    return chunks.join('');
  }
  return Buffer.concat(
    chunks.map((chunk) => Buffer.from(chunk as Uint8Array)),
    size === 0 ? 0 : undefined,
  );
}
