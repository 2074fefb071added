/** The commands and how arguments are parsed; only this file and commands use commander. */
import { Command, CommanderError, type Help } from "commander";
import { nearest } from "../file/nearest.js";
import { wrap } from "../report/terminal-text.js";
import { synonyms } from "./command-synonyms.js";
import type { Commands, Verb } from "./commands/shared/verb.js";
import { exit, Failure } from "./host/exit.js";
import { colorOf, columnsOf } from "./host/terminal.js";
import { version } from "./host/version.computed.js";
import type { World } from "./host/world.js";

/** Each command is loaded only when it is called: start-up is part of the product. */
export const verbs: Readonly<Record<string, { summary: string; load(): Promise<Verb> }>> = {
  init: {
    summary: "write a North Star with you, question by question",
    load: () => import("./commands/init.js"),
  },
  lint: {
    summary: "judge North Stars against the seven points of the checklist",
    load: () => import("./commands/lint.js"),
  },
  diff: {
    summary: "tell what a North Star says now and said before: in meaning, not in lines",
    load: () => import("./commands/diff.js"),
  },
  ignores: {
    summary: "list what comments ignore, why, and since when",
    load: () => import("./commands/ignores.js"),
  },
  render: {
    summary: "draw what people look at: one-pager, board, deck, tree",
    load: () => import("./commands/render.js"),
  },
  preview: {
    summary: "show documents and report in the browser, anew whenever the file is saved",
    load: () => import("./commands/preview.js"),
  },
  add: {
    summary: "add an Input, a bet, a result or another thing that the file lists",
    load: () => import("./commands/add.js"),
  },
  set: {
    summary: "put one value into the file, or take one out",
    load: () => import("./commands/set.js"),
  },
  start: {
    summary: "put a bet among the active ones",
    load: () => import("./commands/start.js"),
  },
  park: {
    summary: "put a bet back among those that come next",
    load: () => import("./commands/park.js"),
  },
  rank: {
    summary: "put a bet in its place in the queue, or print the queues",
    load: () => import("./commands/rank.js"),
  },
  close: {
    summary: "close a bet with what it taught",
    load: () => import("./commands/close.js"),
  },
  review: {
    summary: "note that a bet, or the North Star, was looked at again",
    load: () => import("./commands/review.js"),
  },
  change: {
    summary: "put another metric in the place of the one that was",
    load: () => import("./commands/change.js"),
  },
  agenda: {
    summary: "print the agenda of the next review meeting, from what is due",
    load: () => import("./commands/agenda.js"),
  },
  workshop: {
    summary: "print the agenda of the workshop in which a North Star is found, or its worksheet",
    load: () => import("./commands/workshop.js"),
  },
  candidate: {
    summary: "write one person's candidate for a North Star",
    load: () => import("./commands/candidate.js"),
  },
  compare: {
    summary: "show candidates for a North Star side by side",
    load: () => import("./commands/compare.js"),
  },
  adopt: {
    summary: "turn a candidate into the North Star, and keep why the others were left",
    load: () => import("./commands/adopt.js"),
  },
  measure: {
    summary: "show the numbers that a North Star keeps, check them, or take in new ones",
    load: () => import("./commands/measure.js"),
  },
  evidence: {
    summary: "say of each bet whether the numbers speak for it, and what they could have shown",
    load: () => import("./commands/evidence.js"),
  },
  links: {
    summary: "say where the work of each bet is, and what is out of step with an export of it",
    load: () => import("./commands/links.js"),
  },
  owners: {
    summary: "list who has what: the metric, Inputs, bets and guardrails, and what is due",
    load: () => import("./commands/owners.js"),
  },
  digest: {
    summary: "print the post of the week: what was learned, what starts, what is due, who is asked",
    load: () => import("./commands/digest.js"),
  },
  log: {
    summary: "tell the life of a North Star: its metrics, and what was bet and learned under each",
    load: () => import("./commands/log.js"),
  },
  export: {
    summary: "print a North Star in the form of another program: an exposure of dbt",
    load: () => import("./commands/export.js"),
  },
  explain: {
    summary: "explain a rule, a point of the checklist or a term of the playbook",
    load: () => import("./commands/explain.js"),
  },
  doctor: {
    summary: "say which files are judged and why others are not, and where everything is",
    load: () => import("./commands/doctor.js"),
  },
  lsp: {
    summary: "tell your editor what is found while you type (Language Server Protocol)",
    load: () => import("./commands/lsp.js"),
  },
  mcp: {
    summary: "answer coding agents: which Input does this work serve?",
    load: () => import("./commands/mcp.js"),
  },
  schema: {
    summary: "print where the schema of the file is, for your editor",
    load: () => import("./commands/schema.js"),
  },
  completion: {
    summary: "print a script that completes northstar's words in your shell",
    load: () => import("./commands/completion.js"),
  },
  version: {
    summary: "print the version",
    load: () => import("./commands/version.js"),
  },
};

/** Reads the words, runs the command they name and returns its exit code. */
export async function run(world: World): Promise<number> {
  const words = world.args.filter((word) => !word.startsWith("-"));
  const name = words[0] === "help" ? words[1] : words[0];
  const known = name !== undefined && Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  // Commander would answer --help with the help of the whole, as if there were such a command.
  if (name !== undefined && name !== "help" && !known) throw new Failure(unknownCommand(name));
  const verb = await known?.load();
  const program = programWith(world, new Map(name !== undefined && verb ? [[name, verb]] : []));
  let code: number = exit.done;
  let isCalled = false;
  const called = program.commands.find((command) => command.name() === name);
  if (verb)
    called?.action(async () => {
      isCalled = true;
      code = await verb.run(world, called.args, called.optsWithGlobals(), () => allCommands(world));
    });
  try {
    await program.parseAsync(plain(world.args), { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exit.done;
    // Called without a command: the help that was shown says what to do.
    if (error instanceof CommanderError && error.code === "commander.help") return exit.failed;
    const failure =
      error instanceof CommanderError ? new Failure(await inOneLine(error, program, world)) : error;
    if (!isCalled) await verb?.reportUsageError?.(world, failure);
    throw failure;
  }
}

/** The program with all commands, of which some know their arguments and options. */
function programWith(world: World, defined: ReadonlyMap<string, Verb>): Command {
  const program = programOf(world, version);
  for (const [name, { summary }] of Object.entries(verbs)) {
    const command = program.command(name).summary(summary).description(summary);
    defined.get(name)?.define(command);
  }
  return program;
}

/** An option that may have a value would take the path behind it for one. */
function plain(words: readonly string[]): string[] {
  const end = words.indexOf("--");
  return words.map((word, index) => (word === "--fix" && (end < 0 || index < end) ? "--fix=safe" : word));
}

function programOf(world: World, version: string): Command {
  return new Command("northstar")
    .description("North Stars as code: write, judge and show a North Star Metric, its Inputs and its bets")
    .usage("<command> [options]")
    .version(version, "-v, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .option("--color", "colour the output, wherever it goes")
    .option("--no-color", "never colour the output")
    .option("--debug", "show the stack when northstar crashes")
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false, formatItem })
    .configureOutput({
      writeOut: (text) => world.stdout.write(narrow(text, columnsOf(world, world.stdout))),
      writeErr: (text) => world.stderr.write(narrow(text, columnsOf(world, world.stderr))),
      outputError: () => {},
      getOutHelpWidth: () => columnsOf(world, world.stdout),
      getErrHelpWidth: () => columnsOf(world, world.stderr),
      getOutHasColors: () => colorOf(world, world.stdout),
      getErrHasColors: () => colorOf(world, world.stderr),
    })
    .showSuggestionAfterError(false)
    .exitOverride()
    .addHelpText("after", ({ error }) => ending(columnsOf(world, error ? world.stderr : world.stdout)));
}

/** What stands behind the list of commands. */
function ending(width: number): string {
  const codes = [
    "0  done; warnings and notes pass, unless lint --fail-on says otherwise",
    "1  problems found that do not pass",
    "2  could not do it: usage, a missing or unreadable file, a crash",
  ].flatMap((code) =>
    wrap(code.slice(3), width - 5).map((line, index) => `  ${index === 0 ? code.slice(0, 3) : "   "}${line}`),
  );
  const first =
    "New here? northstar init writes your first North Star with you, and northstar explain lists the rules and the terms.";
  return `\n${["Exit codes:", ...codes, "", ...wrap(first, Math.min(width, 80))].join("\n")}`;
}

/** Beside a long term, or on a narrow terminal, a description has no room: it goes below. */
function formatItem(this: Help, term: string, termWidth: number, description: string): string {
  const room = (this.helpWidth ?? 80) - termWidth - 4;
  // That nothing is given when nothing is given goes without saying.
  const said = description.replace(" (default: [])", "");
  const [first = "", ...others] = wrap(said, room < 24 ? (this.helpWidth ?? 80) - 6 : room);
  const indent = " ".repeat(room < 24 ? 6 : termWidth + 4);
  const start = room < 24 ? `  ${term}\n${indent}${first}` : `  ${term.padEnd(termWidth)}  ${first}`;
  return [start.trimEnd(), ...others.map((line) => indent + line)].join("\n");
}

/** Breaks lines that commander leaves too long: the usage, and the text behind the options. */
function narrow(text: string, width: number): string {
  return text
    .split("\n")
    .flatMap((line) => {
      if (line.length <= width) return [line];
      const indent = line.length - line.trimStart().length;
      const [first = "", ...others] = wrap(line, width - indent - 2);
      return [" ".repeat(indent) + first, ...others.map((each) => " ".repeat(indent + 2) + each)];
    })
    .join("\n");
}

/** What commander complains of in one line, with the next step. */
async function inOneLine({ code, message }: CommanderError, program: Command, world: World): Promise<string> {
  const [, word = ""] = /'([^']*)'/.exec(message) ?? [];
  const called = program.commands.find((command) => program.args[0] === command.name());
  const help = `northstar ${called ? `${called.name()} ` : ""}--help`;
  if (code === "commander.unknownCommand") return unknownCommand(word);
  if (code === "commander.unknownOption") {
    const flag = word.replace(/=.*$/s, "");
    if (called?.options.some(({ long }) => long === flag))
      return `option '${flag}' takes no value; see ${help}`;
    const homes = await commandsWith(flag, world);
    if (homes.length > 0) return `unknown option '${flag}', it belongs to northstar ${homes.join(", ")}`;
    const flags = [...program.options, ...(called?.options ?? [])].flatMap(({ long }) => long ?? []);
    const names = flags.map((each) => each.replace(/^--/, ""));
    const said = flag.replace(/^--?/, "");
    const { keySynonyms } = await import("../file/synonyms.js");
    // The option is named after the whole effect, whose key in the file is the direction.
    const others = said === "direction" ? ["expect"] : keySynonyms[said];
    const meant = others?.find((key) => names.includes(key)) ?? nearest(said, names);
    return `unknown option '${flag}', ${meant ? `did you mean --${meant}?` : `${help} lists them`}`;
  }
  return `${message
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .replace(/\.$/, "")}; see ${help}`;
}

function unknownCommand(word: string): string {
  const said = word.toLowerCase();
  const synonym = Object.hasOwn(synonyms, said) ? said : nearest(said, Object.keys(synonyms), 0.2);
  const meant = (synonym && synonyms[synonym]) ?? nearest(said, Object.keys(verbs));
  return `unknown command '${word}', ${meant ? `did you mean ${meant}?` : "northstar --help lists them"}`;
}

/** The commands that have an option. */
async function commandsWith(flag: string, world: World): Promise<string[]> {
  const { program } = await allCommands(world);
  return program.commands
    .filter(({ options }) => options.some(({ long }) => long === flag))
    .map((command) => command.name());
}

/** Every command, as it defines itself. */
export async function allCommands(world: World): Promise<Commands> {
  const loaded = new Map(
    await Promise.all(Object.entries(verbs).map(async ([name, { load }]) => [name, await load()] as const)),
  );
  return { program: programWith(world, loaded), verbs: loaded };
}
