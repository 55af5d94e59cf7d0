import { sqlText } from './fill.ts';

/** What Spark can be told to read. */
export const SPARK_KINDS = ['ndjson', 'parquet', 'text'] as const;
export type SparkKind = (typeof SPARK_KINDS)[number];

const ENDINGS: readonly (readonly [RegExp, SparkKind])[] = [
  [/\.parquet\/?$/i, 'parquet'],
  [/\.(?:ndjson|jsonl)(?:\.gz|\.zst|\.bz2)?\/?$/i, 'ndjson'],
  [/\.(?:html?|txt)$/i, 'text'],
];
/** How `try_parse_url` gives a host; its last two names hold all hosts of a site together. */
const SITE = "substring_index(try_parse_url(get_json_object(value, '$.url'), 'HOST'), '.', -2)";

/** What an input holds by its ending; `null` where that says nothing. */
export function kindOf(input: string): SparkKind | null {
  return ENDINGS.find(([ending]) => ending.test(input))?.[1] ?? null;
}

/** The statement that opens the input, and the query of `value`, a row of NDJSON for each page. */
export interface Pages {
  readonly open: string;
  readonly query: string;
}

/**
 * How Spark reads pages.
 *
 * @param bySite all pages of a site go to one task
 */
export function pagesOf(input: string, kind: SparkKind, bySite: boolean): Pages {
  const { using, query } = READING[kind];
  const [format, ...options] = using;
  const all = [`path '${sqlText(input)}'`, ...options].join(', ');
  return {
    open: `CREATE TEMPORARY VIEW input USING ${format} OPTIONS (${all});`,
    query: bySite ? `SELECT value FROM (${query}) DISTRIBUTE BY ${SITE}` : query,
  };
}

const READING: Readonly<
  Record<SparkKind, { readonly using: readonly [string, ...string[]]; readonly query: string }>
> = {
  ndjson: {
    // Of a line end alone: Spark's own rule would part at a carriage return, too.
    using: ['text', "lineSep '\\n'"],
    query: 'SELECT value FROM input',
  },
  parquet: {
    using: ['parquet'],
    query: 'SELECT to_json(struct(*)) AS value FROM input',
  },
  text: {
    using: ['text', "wholetext 'true'"],
    query: [
      "SELECT to_json(named_struct('id', file,",
      "'html', CASE WHEN file RLIKE '(?i)[.]html?$' THEN value END,",
      "'text', CASE WHEN NOT file RLIKE '(?i)[.]html?$' THEN value END)) AS value",
      'FROM (SELECT input_file_name() AS file, value FROM input)',
    ].join(' '),
  },
};
