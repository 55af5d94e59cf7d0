import { createRequire } from 'node:module';
import { ClosedPipe, OutputError, UsageError } from '../contract/run-errors.ts';
import { printable } from '../text/printable.ts';
import { parse } from './arguments/parse.ts';
import { type Context, createContext } from './context.ts';
import { COMMANDS } from './definitions/index.ts';

const requireModule = createRequire(import.meta.url);
const SIGNAL_CODES: Readonly<Record<string, number>> = { SIGINT: 130, SIGTERM: 143 };

/**
 * Runs a command line and gives the exit code: 0 done, 1 `check` found differences, 2 usage is wrong or
 * something failed. Errors become one line on standard error.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const context = createContext();
  try {
    const code = await dispatch(argv, context);
    await context.out.flush();
    const signal = context.stopped();
    return signal === null ? code : SIGNAL_CODES[signal]!;
  } catch (error) {
    if (error instanceof ClosedPipe) return 0;
    context.err.write(`copydesk: ${messageOf(error, argv)}\n`);
    return 2;
  }
}

async function dispatch(argv: readonly string[], context: Context): Promise<number> {
  const parsed = await parse(argv);
  if (parsed.kind === 'help') {
    await context.screen.write(`${parsed.text}\n`);
    return 0;
  }
  preload(parsed.name);
  const { handler } = await parsed.command.load();
  return handler(parsed.args, context);
}

/**
 * Loads a command's modules one after another. `import()` opens all files of a graph at once, more than
 * a process may where `ulimit -n` is low; `require` fills the same cache and is faster.
 */
function preload(name: string): void {
  try {
    requireModule(`./commands/${name}.js`);
  } catch {
    // The import that follows says what is wrong.
  }
}

function messageOf(error: unknown, argv: readonly string[]): string {
  if (error instanceof UsageError) return `${error.message} (see ${helpFor(argv)})`;
  if (error instanceof OutputError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `internal error, please report it: ${printable(message)}`;
}

/** Where the options stand of the command that a command line names. */
function helpFor(argv: readonly string[]): string {
  const command = argv.find((word) => Object.hasOwn(COMMANDS, word));
  return command === undefined ? 'copydesk --help' : `copydesk ${command} --help`;
}
