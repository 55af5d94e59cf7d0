import type { CompletableCommand, CompletableOption, Place } from './model.ts';

const SPECIAL = /['[\]:\\]/g;

/**
 * A completion script for zsh; it works when it is sourced and as a file \`_copydesk\` in \`fpath\`.
 *
 * @returns the script, with its final newline
 */
export function zshCompletion(commands: readonly CompletableCommand[]): string {
  return `#compdef copydesk
# Completion of copydesk for zsh. In ~/.zshrc, behind compinit: source <(copydesk completion zsh)
_copydesk() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C '(- *)'{-h,--help}'[show help]' '(- *)'{-v,--version}'[show the version]' '1: :->command' '*:: :->rest'
  case $state in
    command)
      local -a commands
      commands=(
${commands.map(({ name, describe }) => `        '${name}:${escaped(describe)}'`).join('\n')}
      )
      _describe -t commands command commands
      ;;
    rest)
      case $words[1] in
${commands.map(commandCase).join('\n')}
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _copydesk ]]; then
  _copydesk "$@"
else
  compdef _copydesk copydesk
fi
`;
}

function commandCase({ name, options, argument }: CompletableCommand): string {
  const specs = options.map(optionSpec);
  if (argument.kind !== 'nothing') specs.push(`'*: :${actionOf(argument)}'`);
  return `        ${name})
          _arguments ${specs.join(' \\\n            ')}
          ;;`;
}

function optionSpec({ name, letter, describe, value }: CompletableOption): string {
  const hasValue = value.kind !== 'nothing';
  const long = `--${name}${hasValue ? '=' : ''}`;
  const rest = `'[${escaped(describe)}]${hasValue ? `:${name}:${actionOf(value)}` : ''}'`;
  if (letter === null) return `'${long}'${rest}`;
  return `'(-${letter} --${name})'{-${letter}${hasValue ? '+' : ''},${long}}${rest}`;
}

function actionOf(place: Place): string {
  switch (place.kind) {
    case 'words':
      return `(${place.words.join(' ')})`;
    case 'file':
      return '_files';
    case 'folder':
      return '_files -/';
    case 'text':
    case 'nothing':
      return ' ';
  }
}

function escaped(text: string): string {
  return text.replace(SPECIAL, (char) => (char === "'" ? "'\\''" : `\\${char}`));
}
