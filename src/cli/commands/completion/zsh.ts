/** A completion script for zsh. */
import { type CommandSpec, type Flag, flagNames, type Spec, type Values } from "./spec.js";

export function zsh({ flags, commands }: Spec): string {
  return `#compdef northstar
# northstar in zsh: put  source <(northstar completion zsh)  into ~/.zshrc, below compinit
_northstar() {
  local context state state_descr line
  typeset -A opt_args
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join("\n")}
  )
  _arguments -C \\
${flags.flatMap(specsOf).map(indented).join("")}    '(-): :->command' \\
    '(-)*:: :->words' && return
  case $state in
    command) _describe 'command' commands ;;
    words)
      case $words[1] in
${commands.map(caseOf).join("\n")}
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _northstar ]]; then
  _northstar "$@"
else
  compdef _northstar northstar
fi
`;
}

function caseOf({ name, flags, operands }: CommandSpec): string {
  const specs = [...flags.flatMap(specsOf), quoted(`*:${name}:${completing(operands)}`)];
  return `        ${name})\n          _arguments ${specs.join(" \\\n            ")}\n          ;;`;
}

/** A flag by each of its names; any may be repeated. */
function specsOf(flag: Flag): string[] {
  const description = flag.description.replace(/[[\\]\\\\:]/g, "\\\\$&");
  return flagNames(flag).map((name) => {
    if (flag.takes === null) return quoted(`*${name}[${description}]`);
    const equals = name.startsWith("--") ? (flag.optional ? "=-" : "=") : "+";
    const optional = flag.optional ? ":" : "";
    return quoted(`*${name}${equals}[${description}]${optional}:value:${completing(flag.takes)}`);
  });
}

function completing(values: Values): string {
  if (values === "anything") return " ";
  return values === "files" ? "_files" : `(${values.join(" ")})`;
}

function indented(spec: string): string {
  return `    ${spec} \\\n`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
