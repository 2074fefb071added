import type { Command } from "commander";
import { betChoices, betNames, betsIn, isDue, isOpenBet, nextReview } from "../../editing/bets.js";
import { recordReview } from "../../editing/due.js";
import { type Entity, labelOf } from "../../editing/entities.js";
import { fileFlag, joinWords } from "../../file/message-text.js";
import { Failure } from "../host/exit.js";
import type { World } from "../host/world.js";
import { isTerminal } from "../prompt/pane.js";
import { askQuestion, futureDay, openBet } from "./shared/bets.js";
import { carryOut, type EditOptions, editFlags, type Opened, openFile } from "./shared/edit-file.js";
import { stopped } from "./shared/stopped.js";

interface Options extends EditOptions {
  next?: string;
  questions?: true;
}

/** What shells complete behind the command; it takes the bets of the file, too. */
export const operands = ["all", "due"];

export function define(command: Command): void {
  command
    .argument(
      "[bet]",
      "the bet: its id, its number in the file as '#1', or a part of what it says; all, for the North Star and all bets that are due; due, to go through them one by one",
    )
    .option(
      "--next <day>",
      'when to look again, as YYYY-MM-DD or as a time such as "3 weeks"; without it, after as long as the bet expects to take, or as its level takes at least, and never before the day that is set',
    );
  command.option(
    "--questions",
    "go through the questions of a quarter, and keep the answers under reviews; without a terminal, list them",
  );
  for (const [flags, description, value] of editFlags) command.option(flags, description, value);
}

/** Notes that something was looked at, and when it is next: a bet, all that is due, or each of what is due in turn. */
export async function run(world: World, [given]: string[], options: Options): Promise<number> {
  const opened = await openFile(world, options);
  if (options.questions) {
    if (given !== undefined || options.next !== undefined)
      throw new Failure("--questions asks about the North Star as a whole: leave out the bet and --next");
    const { reviewQuestions } = await import("./review/review-questions.js");
    return await reviewQuestions(world, opened, options);
  }
  const bets = betsIn(opened.document.value);
  const words = given ?? (await asked(world, bets.filter(isOpenBet), options));
  if (words === undefined) return stopped(world);
  const next = options.next === undefined ? undefined : futureDay("--next", options.next, world.today());
  if (words === "all") return await reviewAll(world, opened, bets, next, options);
  if (words !== "due") return await reviewOne(world, opened, openBet(words, bets), next, options);
  if (next) throw new Failure("--next is for a bet, or for all; review due asks for each day");
  const { reviewDue } = await import("./review/review-due.js");
  return await reviewDue(world, opened, options);
}

async function reviewAll(
  world: World,
  opened: Opened,
  bets: readonly Entity[],
  next: string | undefined,
  options: Options,
): Promise<number> {
  const today = world.today();
  const dated = bets
    .filter((bet) => isDue(bet, today))
    .map((bet) => ({ bet, day: next ?? nextReview(bet, today, opened.judging.horizons) }));
  const changes = [
    ...recordReview(today),
    ...dated.map(({ bet, day }) => ({ set: [...bet.path, "review"], to: day })),
  ];
  const dates = dated.map(({ bet, day }) => `${labelOf(bet, "bets")} on ${day}`);
  const aside = dates.length > 0 ? `next are ${joinWords(dates, "and")}` : "no bet was due";
  const summary = { done: `noted the review of ${today} in`, aside };
  return carryOut(world, opened, changes, summary, options);
}

async function reviewOne(
  world: World,
  opened: Opened,
  bet: Entity,
  next: string | undefined,
  options: Options,
): Promise<number> {
  const label = labelOf(bet, "bets");
  const day = next ?? nextReview(bet, world.today(), opened.judging.horizons);
  const { review: before } = bet.value;
  const isEarlier = typeof before === "string" && day < before && !isDue(bet, world.today());
  const summary = {
    done: `noted the review of ${label} in`,
    aside: `the next is on ${day}${isEarlier ? `, and no longer on ${before}` : ""}`,
    already: `the next review of ${label} stays on ${day}; --next names another day`,
  };
  return carryOut(world, opened, [{ set: [...bet.path, "review"], to: day }], summary, options);
}

/** What was looked at; undefined when the person breaks it off. */
async function asked(
  world: World,
  open: readonly Entity[],
  { color, file }: Options,
): Promise<string | undefined> {
  if (!isTerminal(world))
    throw new Failure(
      open.length > 0
        ? `say what was looked at: ${betNames(open)}, or all; northstar review due${fileFlag(file)} lists what is due`
        : `no bet is open; northstar review all${fileFlag(file)} notes that you looked at the North Star`,
    );
  const question = {
    name: "bet",
    ask: "What did you look at?",
    path: ["bets"],
    choices: [
      { value: "all", name: "the North Star, and all bets that are due" },
      { value: "due", name: "what is due, one by one" },
      ...betChoices(open),
    ],
  };
  return await askQuestion(world, question, color);
}
