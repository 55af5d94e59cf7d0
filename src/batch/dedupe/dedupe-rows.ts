import { describe, InputError } from '../../contract/errors.ts';
import type { DedupeRow } from '../../dedupe/row.ts';
import { NEWLINE } from '../../readers/ascii.ts';
import { LINE_LIMIT, type Line } from '../../readers/lines.ts';
import { rowBlocks } from '../../readers/row-blocks.ts';
import { jsonKindOf, parseRow, type Row, rowId } from '../../readers/rows.ts';

/** A row of an input: what is compared, or why it cannot be. */
export type ReadRow =
  | { readonly row: DedupeRow; readonly error?: undefined }
  | {
      readonly id: string | null;
      readonly error: { readonly code: string; readonly message: string };
    };

const ARTICLE_SCHEMA = 'copydesk.article/1';
/** Bytes up to this one show nothing: ASCII. */
const SPACE = 0x20;

/**
 * The rows of a stream of NDJSON, blank lines left out: rows `{id, title, text, url?, site?, date?}` or Articles. A row
 * without an id is called `row-N` by its line.
 */
export async function* dedupeRows(
  chunks: AsyncIterable<Uint8Array>,
  titles: boolean,
): AsyncGenerator<ReadRow> {
  let number = 0;
  for await (const block of rowBlocks(chunks)) {
    if (block === null) {
      number += 1;
      yield failure(null, { number, bytes: null });
      continue;
    }
    for (let at = 0; at < block.length; ) {
      const newline = block.indexOf(NEWLINE, at);
      const end = newline < 0 ? block.length : newline;
      number += 1;
      const bytes = block.subarray(at, end);
      at = end + 1;
      if (!isBlank(bytes)) yield readRow({ number, bytes }, titles);
    }
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.length <= 1 || bytes.every((byte) => byte <= SPACE);
}

function readRow(line: Line, titles: boolean): ReadRow {
  let id: string | null = null;
  try {
    if (line.bytes !== null && line.bytes.length > LINE_LIMIT)
      return failure(null, { ...line, bytes: null });
    const row = parseRow(line);
    id = rowId(row);
    return { row: fieldsOf(row, id ?? `row-${line.number}`, titles) };
  } catch (error) {
    return { id, error: describe(error) };
  }
}

function failure(id: string | null, line: Line): ReadRow {
  try {
    parseRow(line);
  } catch (error) {
    return { id, error: describe(error) };
  }
  throw new Error('expected a line that is too long');
}

function fieldsOf({ fields }: Row, id: string, titles: boolean): DedupeRow {
  const name = titles ? 'title' : 'text';
  const compared = fields[name];
  if (typeof compared !== 'string' && !(titles && compared === null)) {
    const found = compared === undefined ? 'none' : jsonKindOf(compared);
    throw new InputError('no-text', `expected a field "${name}" that is a string, found ${found}`);
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
