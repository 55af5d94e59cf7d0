import type { Command } from './command.ts';
import { MAKING } from './shared.ts';

/** `copydesk check`: fixtures compared with their expected articles. */
export const check: Command = {
  usage: 'check <folder>',
  describe: 'clean every fixture and compare it with its expected article',
  examples: [
    ['copydesk check fixtures', 'compares; ends with 1 where something differs'],
    ['copydesk check fixtures --add', 'writes what inputs without an expectation give now'],
    ['copydesk check fixtures --update', 'accepts the differences'],
  ],
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
