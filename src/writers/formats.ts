import type { Article } from '../contract/article.ts';
import { csvHead, csvRow } from './csv.ts';
import { jsonLdText } from './json-ld.ts';
import { toMarkdown } from './markdown.ts';
import { type Selection, select } from './select.ts';
import { toText } from './text.ts';

/** How an article is written as text. */
export type TextFormat = 'json' | 'ndjson' | 'md' | 'text' | 'jsonld' | 'csv';

/** How articles are written. */
export type Format = TextFormat | 'parquet';

/** All formats, in the order of the help. */
export const FORMATS: readonly Format[] = [
  'json',
  'ndjson',
  'md',
  'text',
  'jsonld',
  'csv',
  'parquet',
];

/** Formats in which fields can be chosen. */
export const SELECTABLE: ReadonlySet<Format> = new Set(['json', 'ndjson', 'csv', 'parquet']);

/** Endings of output files. */
export const ENDINGS: Readonly<Record<Format, string>> = {
  json: '.json',
  ndjson: '.ndjson',
  md: '.md',
  text: '.txt',
  jsonld: '.jsonld',
  csv: '.csv',
  parquet: '.parquet',
};

/** Formats of which a file holds all articles, since what stands at its start or end belongs to all of them. */
export const TABLES: ReadonlySet<Format> = new Set(['csv', 'parquet']);

/** What stands between two articles in one stream. */
export const BETWEEN: Readonly<Record<TextFormat, string>> = {
  json: '',
  ndjson: '',
  md: '\n---\n\n',
  text: '\n\n',
  jsonld: '',
  csv: '',
};

/** What stands before the first article of a stream; '' for most formats. */
export function headOf(as: Format, fields: Selection | null): string {
  return as === 'csv' ? csvHead(fields) : '';
}

/**
 * The article in a format, with its final newline.
 *
 * @param fields the fields that are written, in formats that have fields; `null` for all
 */
export function format(article: Article, as: TextFormat, fields: Selection | null = null): string {
  switch (as) {
    case 'json':
      return `${JSON.stringify(fields ? select(article, fields) : article, null, 2)}\n`;
    case 'ndjson':
      return `${JSON.stringify(fields ? select(article, fields) : article)}\n`;
    case 'md':
      return toMarkdown(article);
    case 'text':
      return toText(article);
    case 'jsonld':
      return jsonLdText(article);
    case 'csv':
      return csvRow(article, fields);
  }
}
