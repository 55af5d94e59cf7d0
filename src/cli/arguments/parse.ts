import { UsageError } from '../../contract/run-errors.ts';
import { printable } from '../../text/printable.ts';
import type { Arguments } from '../context.ts';
import { COMMANDS, type Command } from './commands.ts';
import { nearest } from './hint.ts';
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

const UNKNOWN = /^Unknown (?:arguments?|commands?): (.+)$/s;
const CHOICES = /Argument: (\S+), Given: (.*), Choices: (.*)/s;
const GUARD = '\0';
const LINES = /\n+/g;
const LONG_FLAG = /^--(?:no-)?([a-z][a-z-]*)(?:=|$)/;
const MISSING = /^Not enough (?:non-option )?arguments/;

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
  const { default: yargs } = await import('yargs');
  let chosen: Parsed | null = null;
  let output = '';
  let parser = yargs()
    .scriptName('copydesk')
    .usage('$0 <command>\n\nTurns scraped news into clean, structured articles.')
    .locale('en')
    .parserConfiguration({ 'dot-notation': false })
    .strict()
    .version(false)
    .help('help', 'show help')
    .alias('help', 'h')
    .option('version', { alias: 'v', type: 'boolean', describe: 'show the version' })
    .exitProcess(false)
    .showHelpOnFail(false)
    .demandCommand(1, MISSING_COMMAND)
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
  try {
    await parser.parseAsync(guardDashes(argv), {}, (_error, _args, text) => {
      output = text;
    });
  } catch (error) {
    throw new UsageError(explain(error, argv));
  }
  return chosen ?? { kind: 'help', text: output };
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

const MISSING_COMMAND = `expected a command: ${Object.keys(COMMANDS).join(', ')}`;

function explain(error: unknown, argv: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const command = COMMANDS[argv.find((arg) => Object.hasOwn(COMMANDS, arg)) ?? ''];
  const unknown = UNKNOWN.exec(message)?.[1];
  if (unknown !== undefined) return unknownWords(unknown.split(', '), command, argv);
  const [, name, given, choices] = CHOICES.exec(message) ?? [];
  if (name !== undefined)
    return printable(`expected --${name} to be one of ${choices}, found ${given}`);
  if (MISSING.test(message) && command) {
    // An unknown flag takes the argument behind it for its value.
    const strangers = unknownFlags(argv, command);
    if (strangers.length > 0) return unknownWords(strangers, command, argv);
    return `expected: copydesk ${command.usage}`;
  }
  return printable(message.replace(LINES, '; '));
}

/** Long flags before `--` that a command does not have. */
function unknownFlags(argv: readonly string[], { options }: Command): string[] {
  const known = [...Object.keys(options), 'help', 'version'];
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end))
    .flatMap((arg) => LONG_FLAG.exec(arg)?.[1] ?? [])
    .filter((name) => !known.includes(name));
}

function unknownWords(
  words: readonly string[],
  command: Command | undefined,
  argv: readonly string[],
): string {
  if (command === undefined) {
    return unknownWord('command', words[0]!, nearest(words[0]!, Object.keys(COMMANDS)));
  }
  const known = [...Object.keys(command.options), 'help', 'version'];
  return words
    .map((word) => {
      const given = argv.find((arg) => arg === `--${word}` || arg.startsWith(`--${word}=`));
      if (given === undefined) return unknownWord('option or argument', word, null);
      const hint = nearest(word, known);
      return unknownWord('option', `--${word}`, hint && `--${hint}`);
    })
    .join('; ');
}

function unknownWord(kind: string, word: string, hint: string | null): string {
  const shown = `unknown ${kind} ${printable(word)}`;
  return hint === null ? shown : `${shown}, did you mean ${hint}?`;
}
