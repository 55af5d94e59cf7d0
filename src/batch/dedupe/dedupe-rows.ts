import { describe, InputError } from '../../contract/errors.ts';
import type { DedupeRow } from '../../dedupe/row.ts';
import { NEWLINE } from '../../readers/bytes/ascii.ts';
import { LINE_LIMIT, type Line } from '../../readers/bytes/lines.ts';
import { rowBlocks } from '../../readers/bytes/row-blocks.ts';
import { jsonValues } from '../../readers/json/json-values.ts';
import { jsonKindOf, parseRow, type Row, rowId } from '../../readers/rows/rows.ts';

/** A row of an input: what is compared, or why it cannot be. */
export type ReadRow =
  | { readonly row: DedupeRow; readonly error?: undefined }
  | {
      readonly id: string | null;
      /** 1-based number of the row in its file. */
      readonly record: number;
      readonly error: { readonly code: string; readonly message: string };
    };

const ARTICLE_SCHEMA = 'copydesk.article/1';
/** Bytes up to this one show nothing: ASCII. */
const SPACE = 0x20;

/** How rows are read. */
export interface DedupeRowOptions {
  /** Titles are compared, not texts. */
  readonly titles: boolean;
  /** The id of a row that states none, by its number. */
  readonly idOf: (record: number) => string;
}

/**
 * The rows of a stream of NDJSON, blank lines left out: rows `{id, title, text, url?, site?, date?}` or Articles.
 */
export async function* dedupeRows(
  chunks: AsyncIterable<Uint8Array>,
  options: DedupeRowOptions,
): AsyncGenerator<ReadRow> {
  let number = 0;
  for await (const block of rowBlocks(chunks)) {
    if (block === null) {
      number += 1;
      yield readRow({ number, bytes: null }, options);
      continue;
    }
    for (let at = 0; at < block.length; ) {
      const newline = block.indexOf(NEWLINE, at);
      const end = newline < 0 ? block.length : newline;
      number += 1;
      const bytes = block.subarray(at, end);
      at = end + 1;
      if (!isBlank(bytes)) yield readRow({ number, bytes }, options);
    }
  }
}

/** The same of JSON that is a list of objects, or an object. @throws {InputError} where it is no JSON */
export async function* dedupeValues(
  chunks: AsyncIterable<Uint8Array>,
  options: DedupeRowOptions,
): AsyncGenerator<ReadRow> {
  for await (const value of jsonValues(chunks)) yield readRow(value, options);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.length <= 1 || bytes.every((byte) => byte <= SPACE);
}

function readRow({ number, bytes }: Line, { titles, idOf }: DedupeRowOptions): ReadRow {
  let id: string | null = null;
  try {
    const isLong = bytes !== null && bytes.length > LINE_LIMIT;
    const row = parseRow({ number, bytes: isLong ? null : bytes });
    id = rowId(row);
    return { row: dedupeRowOf(row, id ?? idOf(number), titles) };
  } catch (error) {
    return { id, record: number, error: describe(error) };
  }
}

/**
 * What is compared of a row, or of an Article.
 *
 * @param titles titles are compared, not texts
 * @throws {InputError} when it has none
 */
export function dedupeRowOf({ fields }: Row, id: string, titles: boolean): DedupeRow {
  const name = titles ? 'title' : 'text';
  const compared = fields[name];
  if (typeof compared !== 'string' && !(titles && compared === null)) {
    const found = compared === undefined ? 'none' : jsonKindOf(compared);
    const todo =
      !titles && compared === undefined && typeof fields['html'] === 'string'
        ? '; clean the page first (copydesk clean --to ndjson)'
        : '';
    throw new InputError(
      'no-text',
      `expected a field "${name}" that is a string, found ${found}${todo}`,
    );
  }
  const isArticle = fields['schema'] === ARTICLE_SCHEMA;
  return {
    id,
    title: textOf(fields['title']),
    text: textOf(fields['text']),
    url: textOf(fields['url']),
    site: textOf(fields['site']),
    date: isArticle ? publishedOf(fields['published']) : textOf(fields['date']),
  };
}

/** The date of an Article: `{value, …}` or null. */
function publishedOf(published: unknown): string | undefined {
  if (typeof published !== 'object' || published === null) return undefined;
  return textOf((published as { value?: unknown }).value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
