import type { Command } from './command.ts';
import { SHELLS } from './shells.ts';

const KEEP_OR_DROP = { type: 'string', choices: ['keep', 'drop'] } as const;

/** How articles are made; what is not given here is taken from the configuration, then from the defaults. */
const MAKING: Command['options'] = {
  config: {
    type: 'string',
    names: 'file',
    describe: 'configuration; without it, the nearest copydesk.config.json upwards from here',
  },
  favor: {
    type: 'string',
    choices: ['precision', 'recall'],
    describe: 'rather lose text than keep boilerplate, or the reverse',
  },
  captions: {
    ...KEEP_OR_DROP,
    describe: 'captions of pictures, in the body (default drop)',
  },
  tables: {
    ...KEEP_OR_DROP,
    describe: 'tables, in the body (default keep)',
  },
};

const clean: Command = {
  usage: 'clean [input..]',
  describe: 'clean articles: one JSON document for each',
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
      choices: [
        'auto',
        'text',
        'html',
        'markdown',
        'ndjson',
        'json',
        'csv',
        'tsv',
        'warc',
        'wet',
        'parquet',
      ],
      describe: 'what the inputs are (default: what their content says, then their names)',
    },
    to: {
      type: 'string',
      choices: ['json', 'ndjson', 'md', 'text', 'jsonld', 'csv', 'parquet'],
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
    dedupe: {
      type: 'string',
      choices: ['titles', 'articles', 'titles,articles', 'articles,titles'],
      describe: 'say which articles are one, by their titles, their texts, or either',
    },
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
      describe: 'largest article that is taken, such as 500k or 10MB (default 256MB)',
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

const repair: Command = {
  usage: 'repair [file..]',
  describe: 'undo mojibake and nothing else, as a filter',
  positionals: {
    file: {
      type: 'string',
      array: true,
      names: 'file',
      describe: 'files; without them, standard input',
    },
  },
  options: {
    ndjson: { type: 'boolean', describe: 'rows {id, input} in, rows {id, output, repairs} out' },
    explain: { type: 'boolean', describe: 'write what would be repaired instead of the text' },
    escapes: { type: 'boolean', describe: 'undo escapes too (JSON, URL, quoted-printable)' },
  },
  load: () => import('../commands/repair.ts'),
};

const explain: Command = {
  usage: 'explain <file> [other]',
  describe: 'why each line was kept, changed or removed; of two files, why they are one or not',
  positionals: {
    file: {
      type: 'string',
      names: 'file',
      describe: 'a file; FILE:LINE or FILE:LINE:COLUMN for a part',
    },
    other: {
      type: 'string',
      names: 'file',
      describe: 'a second file, with which the first is compared',
    },
  },
  options: {
    from: {
      type: 'string',
      default: 'auto',
      choices: ['auto', 'text', 'html'],
      describe: 'what the file is',
    },
    why: {
      type: 'boolean',
      describe: 'with FILE:LINE, all that was said of the line, and what would decide otherwise',
    },
    json: { type: 'boolean', describe: 'write the explanation as JSON, for other programs' },
    titles: { type: 'boolean', describe: 'of two files, compare the titles alone' },
    window: { type: 'string', describe: 'of two files, as with dedupe (default 31 days)' },
    weights: { type: 'string', names: 'file', describe: 'of two files, as with dedupe' },
    ...MAKING,
  },
  load: () => import('../commands/explain.ts'),
};

const check: Command = {
  usage: 'check <folder>',
  describe: 'clean every fixture and compare it with its expected article',
  positionals: {
    folder: { type: 'string', names: 'folder', describe: 'pairs of an input and its .json' },
  },
  options: {
    update: { type: 'boolean', describe: 'accept the differences (not where CI is set)' },
    add: {
      type: 'boolean',
      describe: 'write what inputs without an expected article give now (not where CI is set)',
    },
    ...MAKING,
  },
  load: () => import('../commands/check.ts'),
};

const dedupe: Command = {
  usage: 'dedupe <input..>',
  describe: 'find articles, or titles, that are one: rows in, rows with their clusters out',
  positionals: {
    input: {
      type: 'string',
      array: true,
      names: 'file',
      describe:
        'files of rows or Articles (NDJSON, JSON), folders such as clean -o wrote, globs, or - for standard input',
    },
  },
  options: {
    titles: { type: 'boolean', describe: 'compare titles alone' },
    window: {
      type: 'string',
      describe: 'days that may lie between two that are one, where both are dated (default 31)',
    },
    index: {
      type: 'string',
      names: 'file',
      describe: 'file of what earlier batches held; the rows are compared with it and added to it',
    },
    weights: {
      type: 'string',
      names: 'file',
      describe: 'file of how much pairs of words say (default: the table of the package)',
    },
    engine: {
      type: 'string',
      choices: ['memory', 'duckdb'],
      describe: 'who looks for candidates (default memory; duckdb needs @duckdb/node-api)',
    },
    step: {
      type: 'string',
      choices: ['sign', 'verify', 'cluster'],
      describe:
        'do one step as a filter of rows, for engines that do the rest (docs/scale.md); reads standard input',
    },
    learn: {
      type: 'string',
      names: 'file',
      describe: 'learn such a table from the rows and write it to this file, and no rows',
    },
    quiet: { alias: 'q', type: 'boolean', describe: 'no summary' },
  },
  load: () => import('../commands/dedupe.ts'),
};

const spark: Command = {
  usage: 'spark',
  describe: 'clean on Apache Spark: fills in the SQL of the job and runs it, or prints it',
  positionals: {},
  options: {
    in: {
      type: 'string',
      names: 'folder',
      describe: 'what Spark reads: a file, a folder, a glob, or an address such as s3a://…',
    },
    out: {
      alias: 'o',
      type: 'string',
      names: 'folder',
      describe: 'folder, or address, that Spark writes Parquet to; it must not exist',
    },
    from: {
      type: 'string',
      choices: ['ndjson', 'parquet', 'text'],
      describe: 'what the input holds (default: by its ending); text is files of a page each',
    },
    'partition-by': {
      type: 'string',
      choices: ['site', 'language', 'day'],
      describe: 'write a folder for each site, language or day of publication',
    },
    dedupe: {
      type: 'string',
      choices: ['titles', 'articles', 'titles,articles', 'articles,titles'],
      describe: 'say which articles are one, by their titles, their texts, or either',
    },
    window: { type: 'string', describe: 'with --dedupe, as with dedupe (default 31 days)' },
    sites: {
      type: 'boolean',
      describe: 'learn what the pages of a site repeat, and remove it (each site in one task)',
    },
    work: {
      type: 'string',
      describe: 'folder, or address, of tables between the steps (default: OUT-work)',
    },
    master: { type: 'string', describe: 'the Spark to run on (default: its own, else local[*])' },
    conf: {
      type: 'string',
      array: true,
      describe: 'NAME=VALUE for Spark; may be given again',
    },
    filter: {
      type: 'string',
      describe: 'how the machines of the cluster call copydesk (default: this installation)',
    },
    archive: {
      type: 'string',
      names: 'file',
      describe: 'archive of --pack that Spark ships with the job, for machines without copydesk',
    },
    pack: {
      type: 'string',
      names: 'file',
      describe: 'write such an archive (.tgz) with this Node and this package, and run nothing',
    },
    print: { type: 'boolean', describe: 'print the job and run nothing' },
  },
  load: () => import('../commands/spark.ts'),
};

const schema: Command = {
  usage: 'schema',
  describe: 'print the JSON Schema of an article',
  positionals: {},
  options: {},
  load: () => import('../commands/schema.ts'),
};

const completion: Command = {
  usage: 'completion <shell>',
  describe: 'print what lets a shell complete commands, options and files',
  positionals: { shell: { type: 'string', choices: SHELLS, describe: 'your shell' } },
  options: {},
  load: async () => {
    const { completionOf } = await import('../commands/completion.ts');
    return { handler: completionOf(COMMANDS) };
  },
};

/** All commands by name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  clean,
  repair,
  explain,
  check,
  dedupe,
  spark,
  schema,
  completion,
};
