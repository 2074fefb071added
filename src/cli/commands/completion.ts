import type { Command, Option, OptionValues } from "commander";
import { exit } from "../host/exit.js";
import type { World } from "../host/world.js";
import { bash } from "./completion/bash.js";
import { fish } from "./completion/fish.js";
import { powershell } from "./completion/powershell.js";
import type { CommandSpec, Flag, Spec, Values } from "./completion/spec.js";
import { zsh } from "./completion/zsh.js";
import { oneOf } from "./shared/options.js";
import type { Commands, Verb } from "./shared/verb.js";

const shells = { bash, zsh, fish, powershell };
type Shell = keyof typeof shells;
const shellNames = Object.keys(shells) as Shell[];

/** What shells complete behind the command. */
export const operands = shellNames;

export function define(command: Command): void {
  command.argument("<shell>", shellNames.join(", "), oneOf("shell", shellNames)).addHelpText(
    "after",
    `
In bash, put this line into ~/.bashrc:
  source <(northstar completion bash)
In zsh, put this line into ~/.zshrc, below compinit:
  source <(northstar completion zsh)
In fish, once:
  northstar completion fish > ~/.config/fish/completions/northstar.fish
In PowerShell, put this line into $PROFILE:
  northstar completion powershell | Out-String | Invoke-Expression`,
  );
}

/** Prints a script that completes commands, flags, formats, documents and rules in a shell. */
export async function run(
  world: World,
  [shell]: string[],
  _options: OptionValues,
  all: () => Promise<Commands>,
): Promise<number> {
  const script = shells[oneOf("shell", shellNames)(shell ?? "")];
  world.stdout.write(script(specOf(await all())));
  return exit.done;
}

/** All that can be completed, from the commands themselves. */
function specOf({ program, verbs }: Commands): Spec {
  const flags = [...flagsOf(program), help];
  const commands = [...verbs].map(([name, verb]): CommandSpec => {
    const command = program.commands.find((each) => each.name() === name);
    if (!command) throw new Error(`There is no command ${name}`);
    return {
      name,
      summary: command.summary(),
      flags: [...flagsOf(command), ...flags.filter(({ long }) => long !== "--version")],
      operands: operandsOf(command, verb),
    };
  });
  const names = commands.map(({ name }) => name);
  const more = { name: "help", summary: "print the help of a command", flags: [], operands: names };
  return { flags, commands: [...commands, more] };
}

const help: Flag = {
  short: "-h",
  long: "--help",
  description: "print the help",
  takes: null,
  optional: false,
};

function flagsOf(command: Command): Flag[] {
  return command.options.map((option) => ({
    short: option.short ?? null,
    long: option.long ?? "",
    description: option.description,
    takes: option.required || option.optional ? valuesOf(option) : null,
    optional: option.optional && !option.required,
  }));
}

function valuesOf({ parseArg, flags }: Option): Values {
  if (parseArg && "names" in parseArg) return parseArg.names as readonly string[];
  return /<[^>]*\bfile\b|\[file\]/.test(flags) ? "files" : "anything";
}

function operandsOf(command: Command, verb: Verb): Values {
  return verb.operands ?? (command.registeredArguments.length > 0 ? "files" : "anything");
}
