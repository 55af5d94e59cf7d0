import { isDate } from '../text/is-date.ts';
import { InputError } from './errors.ts';
import { type Input, type InputFields, SOURCE_FORMATS, type Source } from './input.ts';
import { named } from './value-names.ts';

/** The id of an input that states none, where there is one input only. */
const DEFAULT_ID = 'input';
const CONTENTS = ['content', 'html', 'text'] as const;
const ADDRESS = /^\s*https?:\/\/\S+\s*$/i;

/** The id of an input, also of one that is no good. */
export function idOf(input: unknown, otherwise: string = DEFAULT_ID): string {
  try {
    return isFields(input) ? readId(input.id, otherwise) : otherwise;
  } catch {
    return otherwise;
  }
}

/**
 * An input with its defaults filled in, and with texts where plainer values are as clear: a URL is its address, a Date its
 * moment, a number its digits.
 *
 * @param id for an input that states none
 * @throws {InputError} when it is none, or a part of it is not what it must be
 */
export function sourceOf(input: Input, id: string = DEFAULT_ID): Source {
  if (input instanceof InputError) throw input;
  const whole = bytesOf(input);
  if (whole !== null) {
    if (typeof whole === 'string' && ADDRESS.test(whole)) throw noInput(new URL(whole.trim()));
    return { content: whole, format: 'auto', id };
  }
  if (!isFields(input)) throw noInput(input);
  const { content: _content, html: _html, text: _text, ...fields } = input;
  const { warnings, stated, charset } = fields;
  return {
    ...fields,
    ...contentOf(input),
    id: readId(fields.id, id),
    path: readText(fields.path, 'path', 'a path', hrefOf),
    url: readText(fields.url, 'url', 'an address or a URL', hrefOf),
    charset: readText(charset, 'charset', 'the name of a charset'),
    fetched: readText(fields.fetched, 'fetched', 'a Date or a day such as 2024-06-13', dateOf),
    record: readRecord(fields.record),
    stated: readObject(stated, 'stated') as Source['stated'],
    extra: extraOf(input),
    warnings: warnings ?? undefined,
  };
}

function isFields(value: unknown): value is InputFields {
  if (typeof value !== 'object' || value === null) return false;
  // A Response or a Blob has methods of these names.
  return CONTENTS.some((name) => name in value && typeof Reflect.get(value, name) !== 'function');
}

/** Content as the pipeline takes it; null for what is none. */
function bytesOf(value: unknown): string | Uint8Array | null {
  if (typeof value === 'string' || value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (!(value instanceof DataView)) return null;
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}

/** The content among `content`, `html` and `text`, and what it is. */
function contentOf({
  content,
  html,
  text,
  format,
}: InputFields): Pick<Source, 'content' | 'format'> {
  if (format !== undefined && format !== null && !SOURCE_FORMATS.includes(format)) {
    throw new InputError(
      'bad-input',
      `expected format to be one of ${SOURCE_FORMATS.join(', ')}, found ${named(format)}`,
    );
  }
  if (content !== undefined && content !== null) {
    const other = isGiven(html) ? 'html' : isGiven(text) ? 'text' : null;
    if (other !== null) {
      throw new InputError('bad-input', `expected content or ${other}, found both`);
    }
    return { content: readContent(content, 'content'), format: format ?? 'auto' };
  }
  if (isGiven(html) || (text ?? null) === null) {
    if ((html ?? null) === null) {
      throw new InputError('no-text', 'expected content, html or text, found none of them');
    }
    return { content: readContent(html, 'html'), format: format ?? 'html' };
  }
  return { content: readContent(text, 'text'), format: format ?? 'text' };
}

/** Whether there is something in it. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function readContent(value: unknown, name: string): string | Uint8Array {
  const content = bytesOf(value);
  if (content !== null) return content;
  throw new InputError(
    'no-text',
    `expected ${name} to be text or bytes, found ${named(value)}${hintFor(value)}`,
  );
}

function readId(value: unknown, otherwise: string): string {
  if (value === undefined || value === null || value === '') return otherwise;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  throw new InputError('bad-input', `expected id to be a text or a number, found ${named(value)}`);
}

function readText(
  value: unknown,
  name: string,
  expected: string,
  convert: (value: unknown) => string | null = textOf,
): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = convert(value);
  if (text !== null) return text;
  throw new InputError('bad-input', `expected ${name} to be ${expected}, found ${named(value)}`);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function hrefOf(value: unknown): string | null {
  return value instanceof URL ? value.href : textOf(value);
}

function dateOf(value: unknown): string | null {
  if (!(value instanceof Date)) return typeof value === 'string' && isDate(value) ? value : null;
  return Number.isNaN(value.getTime()) ? null : value.toISOString();
}

function readRecord(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (Number.isSafeInteger(value) && (value as number) > 0) return value as number;
  throw new InputError(
    'bad-input',
    `expected record to be the number of a row, from 1, found ${named(value)}`,
  );
}

function extraOf({ html, text, extra }: InputFields): Source['extra'] {
  const fields = readObject(extra, 'extra') as Source['extra'];
  return isGiven(html) && typeof text === 'string' && text !== '' ? { ...fields, text } : fields;
}

function readObject(value: unknown, name: string): object | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object' && !Array.isArray(value)) return value;
  throw new InputError('bad-input', `expected ${name} to be an object, found ${named(value)}`);
}

function noInput(value: unknown): InputError {
  return new InputError(
    'no-text',
    `expected text, bytes or an object with content, html or text, found ${named(value)}${hintFor(value)}`,
  );
}

/** What to do with a value that is often passed by mistake. */
function hintFor(value: unknown): string {
  if (value instanceof URL)
    return ': copydesk makes no network call, so fetch it and pass the page';
  if (value instanceof Promise) return ': await it first, or use cleanAll';
  if (named(value) === 'a Response') {
    return ': pass { content: await response.arrayBuffer(), url: response.url }';
  }
  if (Array.isArray(value)) return ': use cleanAll for many inputs';
  const isStream = typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
  return isStream ? ': read it first, or use cleanAll' : '';
}
