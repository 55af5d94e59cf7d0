import type { Shell } from '../arguments/shells.ts';
import { SHELLS } from '../arguments/shells.ts';
import { choice } from '../arguments/values.ts';
import { bashCompletion } from '../completion/bash.ts';
import { fishCompletion } from '../completion/fish.ts';
import { completable } from '../completion/model.ts';
import { zshCompletion } from '../completion/zsh.ts';
import type { Handler } from '../context.ts';
import type { Command } from '../definitions/command.ts';

const SCRIPTS: Readonly<Record<Shell, typeof bashCompletion>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** `copydesk completion SHELL`: prints a script for the shell's start-up file. */
export const completionOf =
  (commands: Readonly<Record<string, Command>>): Handler =>
  async (args, { out }) => {
    const shell = choice(args, 'shell', SHELLS);
    await out.write(SCRIPTS[shell](completable(commands)));
    return 0;
  };
