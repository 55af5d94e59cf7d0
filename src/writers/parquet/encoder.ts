import type { Article } from '../../contract/article.ts';
import { VERSION } from '../../version.ts';
import { type Selection, select } from '../select.ts';
import { parquetSchema } from './schema.ts';

/** UTF-16 units of text that a group of rows holds about, 16 million, and most rows of one. Set by hand. */
const GROUP_UNITS = 16_000_000;
const GROUP_ROWS = 10_000;
/** UTF-16 units that an article's facts and ledger weigh about, beside its text. Set by hand. */
const BESIDE_TEXT = 2000;

/** Makes the bytes of one Parquet file. */
export interface ParquetEncoder {
  /** Adds an article; gives the bytes that it completes, often none. */
  add(article: Article): Uint8Array;
  /** The bytes that end the file. */
  end(): Uint8Array;
}

/**
 * Makes an encoder of articles: columns are the Article's fields, typed and nested, in groups of rows that fit into memory.
 *
 * @param fields the fields that are written; `null` for all
 */
export async function createParquetEncoder(fields: Selection | null): Promise<ParquetEncoder> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const schema = parquetSchema(fields);
  const names = topNames(schema);
  const writer = new ByteWriter();
  const createdBy = `copydesk version ${VERSION}`;
  const file = new ParquetWriter({ writer, schema, createdBy });
  let rows: Readonly<Record<string, unknown>>[] = [];
  let units = 0;

  const take = (): Uint8Array => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  const flush = (): void => {
    if (rows.length > 0) {
      const columnData = names.map((name) => ({ name, data: rows.map((row) => row[name]) }));
      file.write({ columnData, rowGroupSize: rows.length });
    }
    rows = [];
    units = 0;
  };
  return {
    add(article) {
      rows.push(fields ? select(article, fields) : article);
      units += article.text.length + BESIDE_TEXT;
      if (units < GROUP_UNITS && rows.length < GROUP_ROWS) return new Uint8Array();
      flush();
      return take();
    },
    end() {
      flush();
      file.finish();
      return take();
    },
  };
}

/** The names of the columns: the elements right below the root. */
function topNames(schema: ReturnType<typeof parquetSchema>): string[] {
  const names: string[] = [];
  for (let at = 1; at < schema.length; at += sizeOf(schema, at)) names.push(schema[at]!.name);
  return names;
}

/** Elements that an element and those below it are. */
function sizeOf(schema: ReturnType<typeof parquetSchema>, at: number): number {
  let size = 1;
  for (let i = 0; i < (schema[at]!.num_children ?? 0); i++) size += sizeOf(schema, at + size);
  return size;
}
