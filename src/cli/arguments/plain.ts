import type { Command } from '../definitions/command.ts';
import { COMMANDS } from '../definitions/index.ts';

/** A command and what was given to it, by the names of its options and positionals. */
export interface Plain {
  readonly name: string;
  readonly command: Command;
  readonly args: Readonly<Record<string, unknown>>;
}

const REQUIRED = /<[^>]+>/;

/**
 * Reads the command lines that are plain: a command, its options by their whole names or letters, each once and with
 * a word behind it, and its inputs. Null for all others, right or wrong: yargs reads those, and takes longer to load
 * than a small article takes to clean.
 */
export function readPlain([name = '', ...words]: readonly string[]): Plain | null {
  if (!Object.hasOwn(COMMANDS, name)) return null;
  const command = COMMANDS[name]!;
  const given = new Map<string, string | true>();
  const inputs: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === '') return null;
    if (word === '-' || !word.startsWith('-')) {
      inputs.push(word);
      continue;
    }
    const option = optionOf(command, word);
    if (option === null || given.has(option)) return null;
    const { type, choices } = command.options[option]!;
    if (type === 'boolean') {
      given.set(option, true);
      continue;
    }
    at += 1;
    const value = words[at];
    if (value === undefined || value === '' || value.startsWith('-')) return null;
    if (choices && !choices.includes(value)) return null;
    given.set(option, value);
  }
  const positional = positionalOf(command, inputs);
  if (positional === null) return null;
  const defaults = Object.entries(command.options).flatMap(([option, { default: value }]) =>
    value === undefined ? [] : [[option, value] as const],
  );
  return { name, command, args: Object.fromEntries([...defaults, ...given, ...positional]) };
}

/** The option that `--name` or `-n` stands for. */
function optionOf({ options }: Command, word: string): string | null {
  if (word.startsWith('--')) return Object.hasOwn(options, word.slice(2)) ? word.slice(2) : null;
  const letter = word.slice(1);
  const found = Object.keys(options).find((option) => options[option]!.alias === letter);
  return found ?? null;
}

/** A command has one positional at most. */
function positionalOf(command: Command, inputs: readonly string[]): [string, unknown][] | null {
  const entry = Object.entries(command.positionals)[0];
  if (entry === undefined) return inputs.length === 0 ? [] : null;
  const [name, { array, choices }] = entry;
  if (inputs.length === 0) return REQUIRED.test(command.usage) ? null : [];
  if (choices && inputs.some((input) => !choices.includes(input))) return null;
  if (array) return [[name, inputs]];
  return inputs.length === 1 ? [[name, inputs[0]]] : null;
}
