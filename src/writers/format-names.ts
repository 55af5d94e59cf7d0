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

/** Formats that files of an ending hold too, where `--to` says so: what reads such files takes them. */
const ALSO: Readonly<Partial<Record<Format, readonly Format[]>>> = {
  json: ['ndjson', 'jsonld'],
  text: ['json', 'ndjson', 'md', 'jsonld', 'csv'],
};

/** Whether a file with the ending of one format may hold another. */
export function mayHold(ending: Format, format: Format): boolean {
  return ending === format || (ALSO[ending]?.includes(format) ?? false);
}

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
