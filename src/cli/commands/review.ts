import type { Command } from "commander";
import { betsIn, choicesOf, isDue, isOpen, namesOf, nextReview } from "../../editing/bets.js";
import { isFault } from "../../editing/planned.js";
import { labelOf, pick, type Thing } from "../../editing/things.js";
import type { Change } from "../../file/change.js";
import { sentenceOf } from "../../file/say.js";
import { carryOut, type EditOptions, editFlags, openFile } from "../edit.js";
import { exit, Failure } from "../exit.js";
import { day } from "../options.js";
import { isTerminal } from "../pane.js";
import { say } from "../terminal.js";
import type { World } from "../world.js";

interface Options extends EditOptions {
  next?: string;
}

export function define(command: Command): void {
  command
    .argument("[bet]", "the bet: its id, its number in the file (from 1), or a part of what it says; or all")
    .option(
      "--next <day>",
      "when to look again, as YYYY-MM-DD; without it, after as long as the bet expects to take, or in four weeks",
      day("--next"),
    );
  for (const [flags, description, value] of editFlags) command.option(flags, description, value);
}

/** Notes that a bet was looked at, and when it is next; with `all`, the North Star and the bets that were due. */
export async function run(world: World, [given]: string[], options: Options): Promise<number> {
  const opened = await openFile(world, options);
  const today = world.today();
  const bets = betsIn(opened.source.value);
  const words = given ?? (await asked(world, bets.filter(isOpen), options));
  if (words === undefined) {
    say(world, "stopped; nothing was written");
    return exit.stopped;
  }
  const isAll = words === "all";
  const reviewed = isAll ? bets.filter((bet) => isDue(bet, today)) : [named(words, bets)];
  const dated = reviewed.map((bet) => ({ bet, next: options.next ?? nextReview(bet, today) }));
  const changes: Change[] = [
    ...(isAll ? [{ set: ["review", "last"], to: today }] : []),
    ...dated.map(({ bet, next }) => ({ set: [...bet.path, "review"], to: next })),
  ];
  const [first] = dated;
  const dates = dated.map(({ bet, next }) => `${labelOf(bet, "bets")} on ${next}`);
  const due = dates.length > 0 ? `next are ${sentenceOf(dates, "and")}` : "no bet was due";
  const told =
    isAll || !first
      ? { done: `noted the review of ${today} in`, aside: due }
      : {
          done: `noted the review of ${labelOf(first.bet, "bets")} in`,
          aside: `the next is on ${first.next}`,
        };
  return carryOut(world, opened, changes, told, options);
}

/** Which bet it is; undefined when the person breaks it off. */
async function asked(world: World, open: readonly Thing[], { color }: Options): Promise<string | undefined> {
  if (!isTerminal(world))
    throw new Failure(
      open.length > 0
        ? `say what was looked at: ${namesOf(open)}, or all`
        : "no bet is open; northstar review all notes that you looked at the North Star",
    );
  const { askAll } = await import("../ask.js");
  const all = { value: "all", name: "the North Star, and all bets that are due" };
  const question = {
    name: "bet",
    ask: "What did you look at?",
    path: ["bets"],
    choices: [all, ...choicesOf(open)],
  };
  const said = await askAll(world, (before) => (before.size > 0 ? undefined : question), color);
  return said?.get("bet");
}

function named(words: string, bets: readonly Thing[]): Thing {
  const bet = pick(words, bets, "bets");
  if (isFault(bet)) throw new Failure(bet.fault);
  if (!isOpen(bet)) throw new Failure(`${labelOf(bet, "bets")} is closed; what it taught stays as it is`);
  return bet;
}
