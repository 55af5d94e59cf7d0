import { SPARK_FORMATS, SPARK_KINDS, SPARK_PARTITIONS } from '../spark/choices.ts';
import type { Command } from './command.ts';
import { DEDUPE } from './shared.ts';

/** `copydesk spark`: the same run as a job of Spark SQL. */
export const spark: Command = {
  usage: 'spark',
  describe: 'clean on Apache Spark: fills in the SQL of the job and runs it, or prints it',
  examples: [
    ['copydesk spark --in pages.ndjson -o articles --print', 'the job, to be looked at'],
    [
      'copydesk spark --in rows -o articles --dedupe titles,articles',
      'cleans, and finds duplicates',
    ],
    ['copydesk spark --pack copydesk.tgz', 'an archive for machines without Node'],
  ],
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
      describe: 'folder, or address, that Spark writes to; it must not exist',
    },
    format: {
      type: 'string',
      choices: SPARK_FORMATS,
      describe: 'what it writes (default parquet); delta needs Delta Lake in Spark (--conf)',
    },
    from: {
      type: 'string',
      choices: SPARK_KINDS,
      describe:
        'what the input holds (default: by its ending); text is files of a page each, warc is WET too',
    },
    'partition-by': {
      type: 'string',
      choices: SPARK_PARTITIONS,
      describe: 'write a folder for each site, language or day of publication',
    },
    dedupe: DEDUPE,
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
