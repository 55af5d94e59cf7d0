import type { Command } from './command.ts';

/** `copydesk repair`: mojibake undone, and nothing else. */
export const repair: Command = {
  usage: 'repair [file..]',
  describe: 'undo mojibake and nothing else, as a filter',
  examples: [
    ['copydesk repair garbled.txt > repaired.txt', 'a text'],
    ['copydesk repair --explain garbled.txt', 'what would be changed, and why'],
    ['copydesk repair --ndjson < rows.ndjson', 'rows {id, input}, answered one by one'],
  ],
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
