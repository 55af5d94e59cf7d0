import { isUtf8 } from 'node:buffer';
import { createRequire } from 'node:module';
import type * as Iconv from 'iconv-lite';
import { detectCharset } from '../../stages/decode/detect.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A row of a table as text, and how its cells become fields. */
export interface RowText {
  readonly text: string;
  readonly decode: (fields: Fields) => Fields;
}

/** Fields that hold an article: of these the pipeline gets the bytes, and says how it read them. */
const CONTENT = new Set(['text', 'html']);
const SAME = (fields: Fields): Fields => fields;

/** The text of a row; of one that is no UTF-8, a character for each byte, until its cells are decoded. */
export function rowText(bytes: Buffer): RowText {
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), decode: SAME };
  const decode = (fields: Fields): Fields => {
    const { decode: decodeBytes, encodingExists } = iconv();
    const found = detectCharset(bytes)?.charset ?? '';
    const charset = encodingExists(found) ? found : 'windows-1252';
    const entries = Object.entries(fields).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      const cell = Buffer.from(value, 'latin1');
      if (isUtf8(cell)) return [name, cell.toString('utf8')];
      return [name, CONTENT.has(name) ? cell : decodeBytes(cell, charset)];
    });
    return Object.fromEntries(entries);
  };
  return { text: bytes.toString('latin1'), decode };
}

function iconv(): typeof Iconv {
  return createRequire(import.meta.url)('iconv-lite') as typeof Iconv;
}
