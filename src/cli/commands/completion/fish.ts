/** A completion script for fish. */
import type { CommandSpec, Flag, Spec, Values } from "./spec.js";

export function fish({ flags, commands }: Spec): string {
  const lines = [
    "# northstar in fish: northstar completion fish > ~/.config/fish/completions/northstar.fish",
    "# Whether the command that is typed is this one; without a name, whether there is none yet.",
    "function __northstar_command",
    "  set -l words (string match -v -- '-*' (commandline -opc)[2..-1])",
    '  test "$words[1]" = "$argv[1]"',
    "end",
    "complete -c northstar -f",
    ...flags.flatMap((flag) => flagLines("__northstar_command", flag)),
    ...commands.flatMap(commandLines),
  ];
  return `${lines.join("\n")}\n`;
}

function commandLines({ name, summary, flags, operands }: CommandSpec): string[] {
  const called = `__northstar_command ${name}`;
  const rest = completing(operands);
  return [
    `complete -c northstar -n __northstar_command -a ${name} -d ${quoted(summary)}`,
    ...(rest === "" ? [] : [`complete -c northstar -n ${quoted(called)} ${rest}`]),
    ...flags.flatMap((flag) => flagLines(called, flag)),
  ];
}

/** The values of a flag, each of which would repeat its description, then the flag with it: fish shows the last. */
function flagLines(when: string, { short, long, description, takes, optional }: Flag): string[] {
  const names = [...(short === null ? [] : [`-s ${short.slice(1)}`]), `-l ${long.slice(2)}`];
  // Without -r and -x fish completes a value behind an equals sign, and operands behind a space.
  const needs = takes === null || optional ? [] : [takes === "files" ? "-r" : "-x"];
  const start = ["complete -c northstar", `-n ${quoted(when)}`, ...names, ...needs].join(" ");
  const values = takes === null ? "" : completing(takes);
  return [...(values === "" ? [] : [`${start} ${values}`]), `${start} -d ${quoted(description)}`];
}

function completing(values: Values): string {
  if (values === "anything") return "";
  return values === "files" ? "-F" : `-a ${quoted(values.join(" "))}`;
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, "\\$&")}'`;
}
