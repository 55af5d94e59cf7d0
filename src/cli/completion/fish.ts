import type { CompletableCommand, CompletableOption, Place } from './model.ts';

const SPECIAL = /['\\]/g;

/**
 * A completion script for fish.
 *
 * @returns the script, with its final newline
 */
export function fishCompletion(commands: readonly CompletableCommand[]): string {
  const first = "complete -c copydesk -n '__fish_use_subcommand'";
  const lines = [
    '# Completion of copydesk for fish. In ~/.config/fish/config.fish: copydesk completion fish | source',
    'complete -c copydesk -e',
    `${first} -f`,
    `${first} -l help -s h -d 'show help'`,
    `${first} -l version -s v -d 'show the version'`,
    ...commands.map(({ name, describe }) => `${first} -a ${name} -d ${quoted(describe)}`),
    ...commands.flatMap(commandLines),
  ];
  return `${lines.join('\n')}\n`;
}

function commandLines({ name, options, argument }: CompletableCommand): string[] {
  const here = `complete -c copydesk -n '__fish_seen_subcommand_from ${name}'`;
  const out = options.map((option) => `${here} ${optionFlags(option)}`);
  if (argument.kind === 'words') out.push(`${here} -f -a ${quoted(argument.words.join(' '))}`);
  if (argument.kind === 'nothing') out.push(`${here} -f`);
  return out;
}

function optionFlags({ name, letter, describe, value }: CompletableOption): string {
  const flags = [`-l ${name}`, ...(letter === null ? [] : [`-s ${letter}`]), ...valueFlags(value)];
  return `${flags.join(' ')} -d ${quoted(describe)}`;
}

function valueFlags(place: Place): string[] {
  switch (place.kind) {
    case 'words':
      return ['-x', `-a ${quoted(place.words.join(' '))}`];
    case 'file':
      return ['-r', '-F'];
    case 'folder':
      return ['-x', "-a '(__fish_complete_directories)'"];
    case 'text':
      return ['-x'];
    case 'nothing':
      return [];
  }
}

function quoted(text: string): string {
  return `'${text.replace(SPECIAL, '\\$&')}'`;
}
