import { nearest } from '../../config/nearest.ts';
import { excerpt, printable } from '../../text/printable.ts';
import type { Command } from '../definitions/command.ts';
import { COMMANDS } from '../definitions/index.ts';
import { COMMON, dashed, type Word, wordsOf } from './words.ts';

const REQUIRED = /<[^>]+>/;
const NAME = /^-+(?:no-)?([^=]*)/s;
/** A word that looks like the name of a file with an ending, though it begins as an option does. */
const FILE_NAME = /^-[^=]*\.[a-z]\w*$/i;
const ALL = [...Object.keys(COMMANDS), 'help'];

/** What is wrong with a command line, the first mistake of it; null where nothing is. */
export function mistakeIn(argv: readonly string[]): string | null {
  const at = argv.findIndex((word) => word === '-' || !word.startsWith('-'));
  const before = wordsOf(at < 0 ? argv : argv.slice(0, at), {});
  for (const word of before) {
    if (word.kind === 'unknown') return unknownOption(word.shown, COMMON, null);
  }
  const name = argv[at];
  if (name === undefined) return `expected a command: ${ALL.join(', ')}`;
  if (name === 'help') return mistakeInHelp(argv.slice(at + 1));
  if (!Object.hasOwn(COMMANDS, name)) return unknown('command', name, nearest(name, ALL));
  const command = COMMANDS[name]!;
  const words = wordsOf(argv.slice(at + 1), command.options);
  return (
    first(words, (word) => mistakeInWord(word, command, name)) ??
    mistakeInArguments(words, command, name)
  );
}

function mistakeInHelp(words: readonly string[]): string | null {
  if (words.length > 1) return `expected one command behind help, found ${words.length}`;
  const name = words.find((word) => !ALL.includes(word));
  return name === undefined ? null : unknown('command', name, nearest(name, ALL));
}

function mistakeInWord(word: Word, command: Command, name: string): string | null {
  if (word.kind === 'argument') return null;
  if (word.kind === 'unknown') return unknownOption(word.shown, command.options, name);
  const { type, choices, describe } = { ...COMMON, ...command.options }[word.name]!;
  const { shown, value } = word;
  if (type === 'boolean') {
    const isRight = value === null || value === 'true' || value === 'false';
    return isRight ? null : `expected nothing behind ${shown}, found ${excerpt(value)}`;
  }
  if (value === null || value === '') {
    const found = word.next === null ? 'none' : `the option ${excerpt(word.next)}`;
    return `expected a value behind ${shown} (${describe}), found ${found}`;
  }
  if (!choices || choices.includes(value)) return null;
  return `expected ${shown} to be one of ${wrongChoice(choices.map(String), value)}`;
}

function mistakeInArguments(
  words: readonly Word[],
  { usage, positionals }: Command,
  name: string,
): string | null {
  const given = words.flatMap((word) => (word.kind === 'argument' ? [word.value] : []));
  const places = Object.entries(positionals);
  const [place] = places;
  if (place === undefined) {
    const [more] = given;
    return more === undefined ? null : `copydesk ${name} takes no argument, found ${excerpt(more)}`;
  }
  const [placeName, { array, choices, describe }] = place;
  const [value] = given;
  if (value === undefined) {
    if (!REQUIRED.test(usage)) return null;
    const which = choices ? `one of ${choices.join(', ')}` : describe;
    return `expected: copydesk ${usage} (${placeName}: ${which}), found no ${placeName}`;
  }
  if (choices && !choices.includes(value)) {
    return `expected ${placeName} to be one of ${wrongChoice(choices.map(String), value)}`;
  }
  if (array || given.length <= places.length) return null;
  const most = places.length === 1 ? 'one argument' : `at most ${places.length} arguments`;
  return `expected ${most} behind copydesk ${name}, found ${given.length}`;
}

function wrongChoice(choices: readonly string[], value: string): string {
  return withHint(`${choices.join(', ')}, found ${excerpt(value)}`, nearest(value, choices));
}

function unknownOption(shown: string, options: Command['options'], name: string | null): string {
  const option = shown.split('=', 1)[0]!;
  const all = { ...options, ...COMMON };
  const letter = option.slice(1).toLowerCase();
  if (Object.values(all).some(({ alias }) => alias === letter)) {
    return unknown('option', option, `-${letter}`);
  }
  const given = dashed(NAME.exec(shown)?.[1] ?? '');
  const hint = nearest(given, Object.keys(all));
  if (hint !== null) return unknown('option', option, `--${hint}`);
  if (FILE_NAME.test(shown)) {
    return `unknown option ${excerpt(shown)}; for a file of that name write ${excerpt(`./${shown}`)}`;
  }
  const others = Object.keys(COMMANDS).filter((other) =>
    Object.hasOwn(COMMANDS[other]!.options, given),
  );
  const known = others.length > 0 ? `; copydesk ${others.join(', ')} has it` : '';
  const of = name === null ? '' : ` of copydesk ${name}`;
  return `unknown option ${printable(option)}${of}${known}`;
}

function unknown(kind: string, word: string, hint: string | null): string {
  return withHint(`unknown ${kind} ${excerpt(word)}`, hint);
}

function withHint(message: string, hint: string | null): string {
  return hint === null ? message : `${message}; did you mean ${hint}?`;
}

function first<T>(list: readonly T[], find: (one: T) => string | null): string | null {
  for (const one of list) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}
