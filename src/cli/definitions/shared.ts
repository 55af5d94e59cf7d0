import type { Command } from './command.ts';

/** An option that keeps or drops something. */
export const KEEP_OR_DROP = { type: 'string', choices: ['keep', 'drop'] } as const;

/** How articles are made; what is not given here is taken from the configuration, then from the defaults. */
export const MAKING: Command['options'] = {
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

/** An option that says which articles are one. */
export const DEDUPE = {
  type: 'string',
  choices: ['titles', 'articles', 'titles,articles', 'articles,titles'],
  describe: 'say which articles are one, by their titles, their texts, or either',
} as const;
