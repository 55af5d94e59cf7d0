import type { Command } from '../definitions/command.ts';

/** An option that the command has. */
interface Option {
  readonly kind: 'option';
  readonly name: string;
  /** As it was written. */
  readonly shown: string;
  /** Null where none was given. */
  readonly value: string | null;
  /** Its value is the next word. */
  readonly apart: boolean;
  /** What stands where the value should be, if it is another option. */
  readonly next: string | null;
}

/** One word, or two, of a command line behind the command, as it is meant. */
export type Word =
  | Option
  | { readonly kind: 'argument'; readonly value: string }
  | { readonly kind: 'unknown'; readonly shown: string };

type Options = Command['options'];

const LONG = /^--([^=]*)(?:=(.*))?$/s;
const CAPITAL = /[A-Z]/g;
const DASHES = /^-+/;

/** The options that every command has. */
export const COMMON: Options = {
  help: { alias: 'h', type: 'boolean' },
  version: { alias: 'v', type: 'boolean' },
};

/**
 * Tells what the words behind a command are, as yargs reads them: `--name value`, `--name=value`, `--no-name`, letters
 * together, and all behind `--` as arguments.
 */
export function wordsOf(argv: readonly string[], own: Options): Word[] {
  const options: Options = { ...COMMON, ...own };
  const end = argv.indexOf('--');
  const before = end < 0 ? argv : argv.slice(0, end);
  const after = end < 0 ? [] : argv.slice(end + 1);
  const out: Word[] = [];
  for (let at = 0; at < before.length; ) {
    const words = wordsAt(before, at, options);
    out.push(...words);
    const last = words.at(-1)!;
    at += last.kind === 'option' && last.apart ? 2 : 1;
  }
  return [...out, ...after.map((value) => ({ kind: 'argument', value }) as const)];
}

/** What begins at a word: an argument, or the options of which the last may take the next word for its value. */
function wordsAt(argv: readonly string[], at: number, options: Options): Word[] {
  const word = argv[at]!;
  if (isArgument(word)) return [{ kind: 'argument', value: word }];
  const { known, value } = word.startsWith('--') ? long(word, options) : letters(word, options);
  const name = known.at(-1);
  if (name === undefined) return [{ kind: 'unknown', shown: word }];
  const option = (one: string): Option => ({
    kind: 'option',
    name: one,
    shown: word.startsWith('--') ? `--${one}` : word,
    value: null,
    apart: false,
    next: null,
  });
  const others = known.slice(0, -1).map(option);
  if (value !== null || options[name]!.type === 'boolean') {
    return [...others, { ...option(name), value }];
  }
  const next = argv[at + 1] ?? null;
  if (next === null || !isArgument(next)) return [...others, { ...option(name), next }];
  return [...others, { ...option(name), value: next, apart: true }];
}

function isArgument(word: string): boolean {
  return word === '-' || !word.startsWith('-');
}

/** An option's name in lower case with dashes: yargs takes `--maxFailures` too. */
export function dashed(name: string): string {
  return name.replace(CAPITAL, (letter) => `-${letter.toLowerCase()}`);
}

interface Found {
  /** The options that a word stands for; none where one is unknown. */
  readonly known: readonly string[];
  readonly value: string | null;
}

function long(word: string, options: Options): Found {
  const [, given = '', value = null] = LONG.exec(word) ?? [];
  const name = dashed(given);
  if (Object.hasOwn(options, name)) return { known: [name], value };
  const positive = name.startsWith('no-') ? name.slice('no-'.length) : '';
  const isFlag = Object.hasOwn(options, positive) && options[positive]!.type === 'boolean';
  return isFlag ? { known: [positive], value } : { known: [], value: null };
}

/** `-q`, `-qo out`, `-o=out`. */
function letters(word: string, options: Options): Found {
  const [flags = '', ...rest] = word.replace(DASHES, '').split('=');
  const names = [...flags].map((letter) =>
    Object.keys(options).find((name) => options[name]!.alias === letter),
  );
  const known = names.filter((name) => name !== undefined);
  if (known.length < names.length) return { known: [], value: null };
  return { known, value: rest.length > 0 ? rest.join('=') : null };
}
