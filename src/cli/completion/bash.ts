import type { CompletableCommand, CompletableOption, Place } from './model.ts';

/**
 * A completion script for bash, from 3.2 on. Where it gives nothing, bash completes names of files.
 *
 * @returns the script, with its final newline
 */
export function bashCompletion(commands: readonly CompletableCommand[]): string {
  return `# Completion of copydesk for bash. In ~/.bashrc: source <(copydesk completion bash)
_copydesk() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} words= options=
  # In --name=value the sign is a word of its own.
  if [[ $word == = ]]; then
    word=
  elif [[ $before == = ]]; then
    before=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} --help --version' -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]} $before" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case \${COMP_WORDS[1]} in
${commands.map(commandCase).join('\n')}
  esac
  [[ $word == -* ]] && words=$options
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o bashdefault -o default -F _copydesk copydesk
`;
}

function valueCases({ name, options }: CompletableCommand): string[] {
  return options.flatMap(({ value, ...option }) => {
    if (value.kind === 'nothing') return [];
    const patterns = flagsOf(option).map((flag) => `'${name} ${flag}'`);
    const words = wordsOf(value);
    const reply = words === '' ? '' : `COMPREPLY=($(compgen -W '${words}' -- "$word")); `;
    return [`    ${patterns.join(' | ')}) ${reply}return ;;`];
  });
}

function commandCase({ name, options, argument }: CompletableCommand): string {
  const flags = options.flatMap(flagsOf).join(' ');
  return `    ${name}) words='${wordsOf(argument)}' options='${flags}' ;;`;
}

function flagsOf({ name, letter }: Pick<CompletableOption, 'name' | 'letter'>): string[] {
  return [`--${name}`, ...(letter === null ? [] : [`-${letter}`])];
}

function wordsOf(place: Place): string {
  return place.kind === 'words' ? place.words.join(' ') : '';
}
