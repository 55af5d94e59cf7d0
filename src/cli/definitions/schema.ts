import type { Command } from './command.ts';

/** `copydesk schema`: the Article's JSON Schema. */
export const schema: Command = {
  usage: 'schema',
  describe: 'print the JSON Schema of an article',
  examples: [['copydesk schema > article.schema.json', 'for validators and editors']],
  positionals: {},
  options: {},
  load: () => import('../commands/schema.ts'),
};
