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
