import type { Command } from './command.ts';
import { MAKING } from './shared.ts';

/** `copydesk explain`: why lines were kept, changed or removed. */
export const explain: Command = {
  usage: 'explain <file> [other]',
  describe: 'why each line was kept, changed or removed; of two files, why they are one or not',
  examples: [
    ['copydesk explain page.html', 'the fate of every line'],
    ['copydesk explain page.html:120', 'of one line'],
    ['copydesk explain --why page.html:120', 'all that was said of that line'],
    ['copydesk explain a.html b.html', 'whether two articles are one'],
  ],
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
