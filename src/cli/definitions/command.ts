import type { Options, PositionalOptions } from 'yargs';
import type { Handler } from '../context.ts';

/** What an option's value or an argument names on the disk, so that shells can complete it. */
interface Named {
  readonly names?: 'file' | 'folder';
}

/** A command as the command line shows it; its handler is loaded when it is run. */
export interface Command {
  readonly usage: string;
  readonly describe: string;
  /** Command lines that the help shows, each with what it does: they can be copied whole. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  readonly positionals: Readonly<Record<string, PositionalOptions & Named>>;
  readonly options: Readonly<Record<string, Options & Named>>;
  readonly load: () => Promise<{ readonly handler: Handler }>;
}
