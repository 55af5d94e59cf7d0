import { UsageError } from '../../contract/run-errors.ts';
import { printable } from '../../text/printable.ts';
import type { Arguments } from '../context.ts';
import type { Command } from '../definitions/command.ts';
import { COMMANDS } from '../definitions/index.ts';
import { mistakeIn } from './mistakes.ts';
import { readPlain } from './plain.ts';

/** What the command line asks for. */
export type Parsed =
  | { readonly kind: 'help'; readonly text: string }
  | {
      readonly kind: 'command';
      readonly name: string;
      readonly command: Command;
      readonly args: Arguments;
    };

const GUARD = '\0';
const LINES = /\n+/g;
const HELP = ['--help', '-h'];
/** Columns of the help: as wide as it can be read with ease, and no wider than a small terminal. */
const HELP_WIDTH = 80;

/**
 * Reads a command line. Nothing is run and nothing printed.
 *
 * @throws {UsageError} with the nearest hint
 */
export async function parse(argv: readonly string[]): Promise<Parsed> {
  const plain = readPlain(argv);
  return plain ? { kind: 'command', ...plain } : parseAny(argv);
}

/**
 * Reads any command line with yargs.
 *
 * @throws {UsageError} with the nearest hint
 */
export async function parseAny(argv: readonly string[]): Promise<Parsed> {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  if (!options.some((word) => HELP.includes(word))) {
    const mistake = mistakeIn(argv);
    if (mistake !== null) throw new UsageError(mistake);
  }
  const { default: yargs } = await import('yargs');
  let chosen: Parsed | null = null;
  let output = '';
  let parser = yargs()
    .scriptName('copydesk')
    .usage(
      '$0 <command>\n\nTurns scraped news into clean, structured articles. Makes no network call.',
    )
    .locale('en')
    .wrap(HELP_WIDTH)
    .parserConfiguration({ 'dot-notation': false })
    .strict()
    .version(false)
    .help('help', 'show help')
    .alias('help', 'h')
    .option('version', { alias: 'v', type: 'boolean', describe: 'show the version' })
    .exitProcess(false)
    .showHelpOnFail(false)
    .fail((message, error) => {
      throw error ?? new UsageError(message);
    });
  for (const [name, command] of Object.entries(COMMANDS)) {
    parser = parser.command(
      command.usage,
      command.describe,
      (builder) => {
        for (const [key, given] of Object.entries(command.positionals))
          builder.positional(key, given);
        return builder.options(command.options);
      },
      (args) => {
        chosen = { kind: 'command', name, command, args: unguard(args) };
      },
    );
  }
  parser = parser.command('help [command]', 'show the help of a command');
  try {
    await parser.parseAsync(guardDashes(asHelp(argv)), {}, (_error, _args, text) => {
      output = text;
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(printable(message.replace(LINES, '; ')));
  }
  if (chosen) return chosen;
  const about = argv.find((word) => Object.hasOwn(COMMANDS, word));
  return {
    kind: 'help',
    text: output + (about === undefined ? '' : examplesText(COMMANDS[about]!)),
  };
}

/** `help COMMAND` as `COMMAND --help`. */
function asHelp(argv: readonly string[]): readonly string[] {
  if (argv[0] !== 'help') return argv;
  return [...argv.slice(1).filter((word) => word !== 'help'), '--help'];
}

/**
 * yargs takes `-` for an option where it is an element of a list, and drops what follows `--`; a NUL,
 * which no argument can hold, keeps it from both.
 */
function guardDashes(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  const before = end < 0 ? argv : argv.slice(0, end);
  const after = end < 0 ? [] : argv.slice(end + 1);
  return [
    ...before.map((arg) => (arg === '-' ? GUARD + arg : arg)),
    ...after.map((arg) => GUARD + arg),
  ];
}

function unguard(args: Arguments): Arguments {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    return typeof value === 'string' && value.startsWith(GUARD) ? value.slice(1) : value;
  };
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, plain(value)]));
}

/** The examples that a command's help ends with. */
function examplesText({ examples }: Command): string {
  const lines = examples.map(([line, does]) => `  ${line}\n      ${does}`);
  return `\n\nExamples:\n${lines.join('\n')}`;
}
