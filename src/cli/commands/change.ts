import type { Command } from "commander";
import { type Course, changing, groundless } from "../../editing/course.js";
import { isFault } from "../../editing/planned.js";
import type { Question } from "../../editing/questions.js";
import type { Thing } from "../../editing/things.js";
import { valueAt } from "../../file/change.js";
import { betLevels } from "../../file/northstar.js";
import { shortened } from "../../file/say.js";
import { answerFor } from "../../interview/set.js";
import { wrap } from "../../report/text.js";
import { carryOut, type EditOptions, editFlags, openFile } from "../edit.js";
import { exit, Failure } from "../exit.js";
import { day, oneOf } from "../options.js";
import { isTerminal, whyNotAsked } from "../pane.js";
import { say, widthOf } from "../terminal.js";
import type { World } from "../world.js";

interface Options extends EditOptions {
  name?: string;
  definition?: string;
  game?: string;
  reason?: string;
  date?: string;
}

const games = ["attention", "transaction", "productivity"] as const;

export function define(command: Command): void {
  command
    .option("--name <text>", "what the new metric is called")
    .option("--definition <text>", "how exactly it is counted")
    .option("--game <name>", `the game, if that is another too: ${games.join(", ")}`, oneOf("game", games))
    .option("--reason <text>", "why the old metric is left")
    .option("--date <day>", "the day of the change, as YYYY-MM-DD; today when left out", day("--date"));
  for (const [flags, description, value] of editFlags) command.option(flags, description, value);
}

/** Puts another metric in the place of the one that was, which stays in the history with the reason. */
export async function run(world: World, _: string[], options: Options): Promise<number> {
  const opened = await openFile(world, options);
  const { value } = opened.source;
  const former = valueAt(value, ["name"]);
  if (typeof former !== "string")
    throw new Failure(`${opened.name} names no metric that could be left; northstar set name gives it one`);
  const course = await completed(world, options);
  if (!course) {
    say(world, "stopped; nothing was written");
    return exit.stopped;
  }
  const told = {
    done: `"${shortened(course.name)}" takes the place of "${shortened(former)}" in`,
    aside: "what was said of the old metric is in its history now",
    more: listed(groundless(value), former, widthOf(world, world.stdout)),
  };
  return carryOut(world, opened, changing(value, course), told, options);
}

/** The bets to look at, each with its level. */
function listed(bets: readonly Thing[], former: string, width: number): string {
  if (bets.length === 0) return "";
  const head = `These bets spoke of ${shortened(former)}. Look at each: does it still hold?`;
  const lines = bets.flatMap(({ number, value }) => {
    const says = `${number} · ${betLevels[Number(value.level)]}: if ${value.if}, then ${value.then}`;
    return wrap(says, width - 2).map((line, index) => `${index === 0 ? "  " : "    "}${line}`);
  });
  return `${[...wrap(head, width), "", ...lines, ""].join("\n")}\n`;
}

type Said = Pick<Options, "name" | "definition" | "game" | "reason">;

const questions: readonly (Question & { name: keyof Said })[] = [
  { name: "name", ask: "What is the new metric called?", path: ["name"] },
  { name: "definition", ask: "How exactly is it counted?", path: ["definition"] },
  {
    name: "game",
    ask: "Which game does the product play now?",
    path: ["game"],
    choices: games.map((game) => ({ value: game, name: game })),
    optional: true,
  },
  {
    name: "reason",
    ask: "Why is the old metric left?",
    path: ["history", 0, "reason"],
  },
];

/** All that is needed, given or asked for; undefined when the person breaks it off. */
async function completed(world: World, options: Options): Promise<Course | undefined> {
  const open = questions.filter(({ name }) => options[name] === undefined);
  const missing = open.filter(({ optional }) => !optional);
  let said: ReadonlyMap<string, string> = new Map();
  if (missing.length > 0) {
    if (!isTerminal(world)) {
      const flags = missing.map(({ name }) => `--${name} "…"`).join(" ");
      throw new Failure(`a change needs more, and ${whyNotAsked(world)}: add ${flags}`);
    }
    const { askAll } = await import("../ask.js");
    const answers = await askAll(world, (before) => open.find(({ name }) => !before.has(name)), {
      color: options.color,
    });
    if (!answers) return undefined;
    said = answers;
  }
  const answer = (name: keyof Said) => options[name] ?? said.get(name) ?? "";
  for (const { name, path, optional } of questions) {
    const value = optional && answer(name) === "" ? "" : answerFor(answer(name), path);
    if (isFault(value)) throw new Failure(`--${name}: ${value.fault}`);
  }
  const game = answer("game");
  return {
    name: answer("name"),
    definition: answer("definition"),
    ...(game && { game }),
    reason: answer("reason"),
    date: options.date ?? world.today(),
  };
}
