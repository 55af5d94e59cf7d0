import { LINE_LIMIT } from '../../readers/bytes/lines.ts';
import type { SparkKind } from './choices.ts';
import { sqlText } from './fill.ts';

const ENDINGS: readonly (readonly [RegExp, SparkKind])[] = [
  [/\.parquet\/?$/i, 'parquet'],
  [/\.(?:ndjson|jsonl)(?:\.gz|\.zst|\.bz2)?\/?$/i, 'ndjson'],
  [/\.(?:warc|wet)(?:\.gz)?\/?$/i, 'warc'],
  [/\.(?:html?|txt)$/i, 'text'],
];
/**
 * The site of an address as `clean --sites` takes it: its host without `www.`. Not by `parse_url`, which takes no address
 * that has a space or a bar in its path.
 */
const SITE = `regexp_extract(lower(url), '^[a-z][a-z0-9+.-]*:/*(?:[^/?#@]*@)?(?:www\\\\.)?([^/:?#]+)', 1)`;
/** The address of a row of NDJSON, or what it says of its site. */
const ROW_ADDRESS =
  "coalesce(get_json_object(value, '$.url'), concat('site:', get_json_object(value, '$.site')))";
/** Characters of a record's head that are looked at; Spark would look for the address in all of the record. Set by hand. */
const HEAD = 8192;
/**
 * What stands between two records of WARC, and begins the second one. Spark reads up to there, also across the end of what a
 * task was given, so that each record goes whole to one task.
 */
const BETWEEN_RECORDS = '\\r\\n\\r\\nWARC/1.';

/**
 * A value that is no longer than what makes the filter refuse its row: of a longer one, Spark would make several copies on the
 * way. In UTF-8 a character has a byte or more.
 */
const BOUNDED = `CASE WHEN octet_length(value) > ${LINE_LIMIT} THEN left(value, ${LINE_LIMIT + 1}) ELSE value END AS value`;

/** What an input holds by its ending; `null` where that says nothing. */
export function kindOf(input: string): SparkKind | null {
  return ENDINGS.find(([ending]) => ending.test(input))?.[1] ?? null;
}

/** How pages get to the filter. */
export interface Pages {
  /** The statement that opens the input. */
  readonly open: string;
  /** The query of `value`, one line of text for each page. */
  readonly query: string;
  /** What a shell does with the lines before the filter gets them: nothing, or a program and a bar. */
  readonly before: string;
  /** What the filter is told besides. */
  readonly options: string;
}

/**
 * How Spark reads pages.
 *
 * @param bySite all pages of a site go to one task
 */
export function pagesOf(input: string, kind: SparkKind, bySite: boolean): Pages {
  const { using, query, address = ROW_ADDRESS, before = '', options } = READING[kind];
  const [format, ...how] = using;
  const all = [`path '${sqlText(input)}'`, ...how].join(', ');
  const ofSite = `SELECT value, ${address} AS url FROM (${query})`;
  return {
    open: `CREATE TEMPORARY VIEW input USING ${format} OPTIONS (${all});`,
    query: bySite ? `SELECT value FROM (${ofSite}) DISTRIBUTE BY ${SITE}` : query,
    before,
    options,
  };
}

interface Reading {
  readonly using: readonly [string, ...string[]];
  readonly query: string;
  /** Of the query's rows. */
  readonly address?: string;
  readonly before?: string;
  readonly options: string;
}

/** The bytes of a record, with what Spark took for its end. */
const RECORD =
  "concat(CAST(CASE WHEN startswith(value, 'WARC/') THEN '' ELSE 'WARC/1.' END AS BINARY), CAST(value AS BINARY), X'0D0A0D0A')";
const ROWS = '--from ndjson';
const READING: Readonly<Record<SparkKind, Reading>> = {
  ndjson: {
    // Of a line end alone: Spark's own rule would part at a carriage return, too.
    using: ['text', "lineSep '\\n'"],
    query: `SELECT ${BOUNDED} FROM input`,
    options: ROWS,
  },
  parquet: {
    using: ['parquet'],
    query: `SELECT ${BOUNDED} FROM (SELECT to_json(struct(*)) AS value FROM input)`,
    options: ROWS,
  },
  text: {
    using: ['text', "wholetext 'true'"],
    query: [
      "SELECT to_json(named_struct('id', file,",
      "'html', CASE WHEN file RLIKE '(?i)[.]html?$' THEN value END,",
      "'text', CASE WHEN NOT file RLIKE '(?i)[.]html?$' THEN value END)) AS value",
      `FROM (SELECT input_file_name() AS file, ${BOUNDED} FROM input)`,
    ].join(' '),
    options: ROWS,
  },
  warc: {
    // Records are bytes, and lines for a filter are text: base 64 on the way, undone before the filter reads them.
    using: ['text', `lineSep '${BETWEEN_RECORDS}'`],
    query: [
      // Spark's base 64 has a line end every 76 characters.
      `SELECT translate(base64(${RECORD}), '\\r\\n', '') AS value,`,
      `left(value, ${HEAD}) AS head FROM input`,
    ].join(' '),
    address: "regexp_extract(head, '(?i)\\nWARC-Target-URI:\\\\s*<?([^>\\\\s]+)', 1)",
    before: 'base64 -d | ',
    options: '--from warc',
  },
};
