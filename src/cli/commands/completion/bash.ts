/** A completion script for bash; from 3.2 on, which macOS has. */
import { type CommandSpec, type Flag, flagNames, type Spec, type Values } from "./spec.js";

export function bash({ flags, commands }: Spec): string {
  const names = commands.map(({ name }) => name);
  return `# northstar in bash: put  source <(northstar completion bash)  into ~/.bashrc
_northstar() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" each
  # To bash an equals sign is a word of its own.
  if [[ $word == "=" ]]; then
    word="" before="$before="
  elif [[ $before == "=" ]]; then
    before="\${COMP_WORDS[COMP_CWORD-2]}="
  fi
  for each in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ $each != -* ]]; then
      command="$each"
      break
    fi
  done
  COMPREPLY=()
  case "$command $before" in
${commands.flatMap(valuesOf).join("\n")}
  esac
  case "$command" in
    "") _northstar_words "${[...names, ...flags.flatMap(flagNames)].join(" ")}" ;;
${commands.map(operandsOf).join("\n")}
  esac
}
_northstar_words() {
  COMPREPLY=($(compgen -W "$1" -- "$word"))
}
_northstar_files() {
  if type compopt > /dev/null 2>&1; then
    compopt -o default
  else
    local IFS=$'\\n'
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -F _northstar northstar
`;
}

/** What may stand behind the flags of a command. */
function valuesOf({ name, flags }: CommandSpec): string[] {
  return flags.flatMap((flag) => {
    const complete = flag.takes === null ? null : completing(flag.takes);
    return complete === null ? [] : [`    ${patternOf(name, flag)}) ${complete}; return ;;`];
  });
}

/** A value that may be left out stands behind an equals sign only. */
function patternOf(command: string, flag: Flag): string {
  const behind = [...(flag.optional ? [] : flagNames(flag)), `${flag.long}=`];
  return behind.map((each) => `"${command} ${each}"`).join(" | ");
}

function operandsOf({ name, flags, operands }: CommandSpec): string {
  const words = flags.flatMap(flagNames).join(" ");
  return `    ${name}) if [[ $word == -* ]]; then _northstar_words "${words}"; else ${completing(operands)}; fi ;;`;
}

function completing(values: Values): string {
  if (values === "anything") return ":";
  return values === "files" ? "_northstar_files" : `_northstar_words "${values.join(" ")}"`;
}
