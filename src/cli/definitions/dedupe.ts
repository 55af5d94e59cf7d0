import type { Command } from './command.ts';

/** `copydesk dedupe`: articles or titles that are one. */
export const dedupe: Command = {
  usage: 'dedupe <input..>',
  describe: 'find articles, or titles, that are one: rows in, rows with their clusters out',
  examples: [
    ['copydesk dedupe out > clusters.ndjson', 'the articles that clean -o wrote'],
    ['copydesk dedupe rows.ndjson --titles', 'by their titles alone'],
    ['copydesk dedupe today.ndjson --index seen.index', 'with all earlier days'],
  ],
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
