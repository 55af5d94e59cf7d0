import { SHELLS } from '../arguments/shells.ts';
import type { Command } from './command.ts';

/** `copydesk completion`: what lets a shell complete a command line. */
export const completion = (all: () => Readonly<Record<string, Command>>): Command => ({
  usage: 'completion <shell>',
  describe: 'print what lets a shell complete commands, options and files',
  examples: [
    ['source <(copydesk completion bash)', 'in ~/.bashrc'],
    ['source <(copydesk completion zsh)', 'in ~/.zshrc, behind compinit'],
    ['copydesk completion fish | source', 'in ~/.config/fish/config.fish'],
  ],
  positionals: { shell: { type: 'string', choices: SHELLS, describe: 'your shell' } },
  options: {},
  load: async () => {
    const { completionOf } = await import('../commands/completion.ts');
    return { handler: completionOf(all()) };
  },
});
