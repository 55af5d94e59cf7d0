import { InputError } from '../../contract/errors.ts';
import type { Source } from '../../contract/input.ts';
import { isDate } from '../../text/is-date.ts';
import { excerpt } from '../../text/printable.ts';
import { LINE_LIMIT, type Line } from '../bytes/lines.ts';
import { ignoredFields } from './ignored-fields.ts';
import { statedOf } from './stated.ts';
import { webAddress } from './web-address.ts';

const DECODER = new TextDecoder('utf-8', { fatal: true });
const DIGITS = /"((?:[^"\\]|\\.)*)"\s*:\s*(-?\d+)/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A row of NDJSON: an object, and the text that it stood in. */
export interface Row {
  readonly raw: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The name that the row has for its id, where that is another. */
  readonly idName?: string | undefined;
}

/** Whether a line shows nothing, so that readers other than filters may skip it. */
export function isBlankLine(line: Line): boolean {
  return line.bytes?.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d) ?? false;
}

/**
 * A line as a JSON object.
 *
 * @throws {InputError} when it is too long, no UTF-8, no JSON or no object
 */
export function parseRow(line: Line): Row {
  if (line.bytes === null) {
    const most = LINE_LIMIT / 1024 / 1024;
    throw new InputError('too-large', `expected a row of at most ${most} MB, found a longer one`);
  }
  const raw = decodeRow(line.bytes);
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    const found = raw.trim() === '' ? 'an empty line' : `"${excerpt(raw, 60)}"`;
    throw new InputError('not-json', `expected a JSON object, found ${found}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError('not-a-row', `expected a JSON object, found ${jsonKindOf(value)}`);
  }
  return { raw, fields: value as Record<string, unknown> };
}

/** The row's id as text; `null` where it has none. */
export function rowId(row: Row): string | null {
  const id = row.fields['id'];
  if (typeof id === 'string') return id === '' ? null : id.replace(LONE_SURROGATE, '\ufffd');
  if (typeof id === 'bigint') return String(id);
  if (typeof id !== 'number') return null;
  return Number.isSafeInteger(id) ? String(id) : exactDigits(row, id);
}

/**
 * The input that a row describes. Fields that copydesk does not know become `extra`; what some of them say of the article
 * is evidence too (see `statedOf`).
 *
 * @param from where the row stood: the file's path and the row's 1-based number
 * @throws {InputError} when it holds neither `text` nor `html` as a string, or an empty one
 */
export function rowSource(
  row: Row,
  id: string,
  from: { path?: string | undefined; record: number; fetched?: string | undefined },
): Source {
  const { id: _id, text, html, url, fetched, charset, ...extra } = row.fields;
  const content = contentOf(html, text);
  if (content === null) throw noText(row.fields);
  if (content.length === 0) throw emptyField(row.fields);
  const asHtml = content === html;
  const rest = asHtml && typeof text === 'string' ? { ...extra, text } : extra;
  return {
    content,
    format: asHtml ? 'html' : 'text',
    id,
    path: from.path,
    record: from.record,
    url: webAddress(url),
    charset: typeof charset === 'string' ? charset : undefined,
    fetched: typeof fetched === 'string' && isDate(fetched) ? fetched : from.fetched,
    stated: statedOf(row.fields),
    extra: Object.keys(rest).length > 0 ? rest : undefined,
    warnings: ignoredFields(row.fields),
  };
}

function decodeRow(bytes: Uint8Array): string {
  try {
    return DECODER.decode(bytes);
  } catch {
    throw new InputError('not-json', 'expected JSON in UTF-8, found bytes that are no UTF-8');
  }
}

/** A page before a text, what is filled before what is empty; `null` where a row has neither. */
function contentOf(html: unknown, text: unknown): string | Uint8Array | null {
  const found = [html, text].filter(isContent);
  return found.find(({ length }) => length > 0) ?? found[0] ?? null;
}

function isContent(value: unknown): value is string | Uint8Array {
  return typeof value === 'string' || value instanceof Uint8Array;
}

function noText({ text, html, id: _id, ...others }: Row['fields']): InputError {
  if (text === undefined && html === undefined) {
    const names = excerpt(Object.keys(others).join(', '), 100);
    const hint = names === '' ? '' : ` among ${names} (--field text=NAME says which holds it)`;
    return new InputError('no-text', `expected a field "text" or "html", found neither${hint}`);
  }
  const name = text === undefined ? 'html' : 'text';
  const found = jsonKindOf(text === undefined ? html : text);
  return new InputError('no-text', `expected "${name}" to be a string, found ${found}`);
}

function emptyField({ html, text }: Row['fields']): InputError {
  const name = isContent(html) && !isContent(text) ? 'html' : 'text';
  return new InputError('empty', `expected an article in the field "${name}", found it empty`);
}

/** What a JSON value is, as messages say it: `a number`, `an array`, `null`. */
export function jsonKindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  return `a ${typeof value}`;
}

/** An integer that a double cannot hold, as it was written. */
function exactDigits({ raw, idName = 'id' }: Row, id: number): string {
  for (const [, name, digits] of raw.matchAll(DIGITS)) {
    if (name === idName && Number(digits) === id) return digits!;
  }
  return String(id);
}
