import { INPUT_KINDS } from '../../readers/kinds.ts';
import { FORMATS } from '../../writers/format-names.ts';
import type { Command } from './command.ts';
import { DEDUPE, KEEP_OR_DROP, MAKING } from './shared.ts';

/** `copydesk clean`: articles in, one clean document for each out. */
export const clean: Command = {
  usage: 'clean [input..]',
  describe: 'clean articles: one JSON document for each',
  examples: [
    ['copydesk clean page.html', 'one page, its article as JSON on standard output'],
    ['copydesk clean pages -o out', 'a folder, one JSON file for each article'],
    ['copydesk clean rows.ndjson --to ndjson > articles.ndjson', 'rows in, rows out'],
    ['curl -sL https://example.org/a | copydesk clean - --to md', 'a page as Markdown'],
  ],
  positionals: {
    input: {
      type: 'string',
      array: true,
      names: 'file',
      describe: 'files, folders, globs, or - for standard input',
    },
  },
  options: {
    out: {
      alias: 'o',
      type: 'string',
      names: 'folder',
      describe: 'folder to write to, or a file such as out.ndjson.gz; without it, standard output',
    },
    from: {
      type: 'string',
      default: 'auto',
      choices: INPUT_KINDS,
      describe: 'what the inputs are (default: what their content says, then their names)',
    },
    to: {
      type: 'string',
      choices: FORMATS,
      describe: 'what is written (default: as the ending of -o says, else json)',
    },
    ledger: {
      type: 'string',
      choices: ['inline', 'full', 'none', 'separate'],
      describe:
        'what was removed and changed: with the article (default), with every span, not at all, or in files beside',
    },
    select: {
      type: 'string',
      describe:
        'fields that are written, such as id,title,published.value (json, ndjson, csv, parquet)',
    },
    field: {
      type: 'string',
      describe: 'fields of rows that go by other names, such as text=content,id=doc_id',
    },
    'files-from': {
      type: 'string',
      describe: 'file that lists inputs, one a line or parted by NUL; - for standard input',
    },
    exclude: {
      type: 'string',
      describe: 'files and folders to leave out, a pattern as in .gitignore; may be given again',
    },
    hidden: {
      type: 'boolean',
      describe: 'read hidden files and folders of folders too, .git and node_modules among them',
    },
    html: { type: 'boolean', describe: 'add the article as sanitized HTML' },
    ...MAKING,
    links: {
      ...KEEP_OR_DROP,
      describe: 'links, in HTML and Markdown (default: in HTML only)',
    },
    images: {
      ...KEEP_OR_DROP,
      describe: 'pictures, in HTML and Markdown (default drop)',
    },
    fetched: {
      type: 'string',
      describe: 'day of reading (ISO 8601), for inputs that do not state it',
    },
    'max-failures': {
      type: 'string',
      describe: 'failed inputs that are put up with: a number, or a share such as 5%',
    },
    sites: {
      type: 'boolean',
      describe: 'learn what the pages of a site repeat, and remove it (reads the inputs twice)',
    },
    'site-memory': {
      type: 'string',
      names: 'file',
      describe: 'file in which that is kept between runs; implies --sites',
    },
    dedupe: DEDUPE,
    'drop-duplicates': {
      type: 'boolean',
      describe: 'with --dedupe, write only the article of each cluster that is kept',
    },
    workers: {
      type: 'string',
      describe: 'threads that clean (default: one a core, as far as the inputs are worth it)',
    },
    timeout: {
      type: 'string',
      describe: 'seconds that one article may take (default 60), or off; then it has failed',
    },
    'max-bytes': {
      type: 'string',
      describe:
        'largest article that is taken, such as 500k or 10MB (default and most 256MB; of rows 64MB, of CSV 32MB)',
    },
    resume: {
      type: 'boolean',
      describe: 'go on where a run into the same folder was broken off',
    },
    progress: {
      type: 'string',
      choices: ['bar', 'lines', 'json', 'none'],
      describe: 'how progress is told on standard error (default: a bar on a terminal)',
    },
    concurrency: { type: 'string', describe: 'files that a thread reads at once (default 8)' },
    quiet: { alias: 'q', type: 'boolean', describe: 'no summary and no progress' },
  },
  load: () => import('../commands/clean.ts'),
};
