import { COMMON } from '../arguments/words.ts';
import type { Command } from '../definitions/command.ts';

/** What can stand in a place of a command line. */
export type Place =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'file' | 'folder' | 'text' | 'nothing' };

/** An option as shells complete it. */
export interface CompletableOption {
  /** Without dashes. */
  readonly name: string;
  readonly letter: string | null;
  readonly describe: string;
  /** What stands behind it. */
  readonly value: Place;
}

/** A command as shells complete it. */
export interface CompletableCommand {
  readonly name: string;
  readonly describe: string;
  readonly options: readonly CompletableOption[];
  /** What its arguments are. */
  readonly argument: Place;
}

/** The part of an option's or an argument's definition that tells what can stand there. */
interface Defined {
  readonly type?: string | undefined;
  readonly choices?: readonly unknown[] | undefined;
  readonly names?: 'file' | 'folder';
}

const HELP_TEXTS: Readonly<Record<string, string>> = {
  help: 'show help',
  version: 'show the version',
};

/** The commands with all that can be completed behind them. */
export function completable(all: Readonly<Record<string, Command>>): CompletableCommand[] {
  const commands = Object.entries(all).map(([name, command]): CompletableCommand => {
    const [argument] = Object.values(command.positionals);
    return {
      name,
      describe: command.describe,
      options: Object.entries({ ...command.options, ...COMMON }).map(([option, given]) => ({
        name: option,
        letter: typeof given.alias === 'string' ? given.alias : null,
        describe: given.describe ?? HELP_TEXTS[option] ?? '',
        value: given.type === 'boolean' ? { kind: 'nothing' } : placeOf(given),
      })),
      argument: argument === undefined ? { kind: 'nothing' } : placeOf(argument),
    };
  });
  const names = commands.map(({ name }) => name);
  return [
    ...commands,
    {
      name: 'help',
      describe: 'show the help of a command',
      options: [],
      argument: { kind: 'words', words: names },
    },
  ];
}

function placeOf({ choices, names }: Defined): Place {
  if (choices) return { kind: 'words', words: choices.map(String) };
  return { kind: names ?? 'text' };
}
