/** A completion script for fish. */
import type { CommandSpec, Flag, Spec, Values } from "./spec.js";

export function fish({ flags, commands }: Spec): string {
  const lines = [
    "# northstar in fish: northstar completion fish > ~/.config/fish/completions/northstar.fish",
    "complete -c northstar -f",
    ...flags.map((flag) => flagLine("__fish_use_subcommand", flag)),
    ...commands.flatMap(commandLines),
  ];
  return `${lines.join("\n")}\n`;
}

function commandLines({ name, summary, flags, operands }: CommandSpec): string[] {
  const seen = `__fish_seen_subcommand_from ${name}`;
  const rest = completing(operands);
  return [
    `complete -c northstar -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ...(rest === "" ? [] : [`complete -c northstar -n ${quoted(seen)} ${rest}`]),
    ...flags.map((flag) => flagLine(seen, flag)),
  ];
}

function flagLine(when: string, { short, long, description, takes, optional }: Flag): string {
  const names = [...(short === null ? [] : [`-s ${short.slice(1)}`]), `-l ${long.slice(2)}`];
  // Without -r and -x fish completes a value behind an equals sign, and operands behind a space.
  const needs = takes === null || optional ? [] : [takes === "files" ? "-r" : "-x"];
  const values = takes === null ? "" : completing(takes);
  return [
    "complete -c northstar",
    `-n ${quoted(when)}`,
    ...names,
    ...needs,
    values,
    `-d ${quoted(description)}`,
  ]
    .filter(Boolean)
    .join(" ");
}

function completing(values: Values): string {
  if (values === "anything") return "";
  return values === "files" ? "-F" : `-a ${quoted(values.join(" "))}`;
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, "\\$&")}'`;
}
