import type { Command } from "commander";
import { betsIn } from "../../editing/bets.js";
import { labelOf } from "../../editing/entities.js";
import { isRefusal } from "../../editing/plan.js";
import { type Queue, queuesIn, rankBet } from "../../editing/rank.js";
import { capitalized } from "../../file/message-text.js";
import { type Bet, betLevels } from "../../file/northstar.js";
import { stageWords } from "../../render/view-model.js";
import { visible, wrap } from "../../report/terminal-text.js";
import { exit, Failure } from "../host/exit.js";
import { columnsOf } from "../host/terminal.js";
import type { World } from "../host/world.js";
import { betArgument, openBet } from "./shared/bets.js";
import { carryOut, type EditOptions, editFlags, openFile } from "./shared/edit-file.js";

interface Options extends EditOptions {
  before?: string;
  first?: true;
  last?: true;
}

/** The name of a bet, which shells cannot complete. */
export const operands = "anything";

export function define(command: Command): void {
  command
    .argument("[bet]", `${betArgument}; without it, the order that counts is printed`)
    .option("--before <bet>", "the bet of the same level and stage that comes right after it")
    .option("--first", "put it before all others of its level and stage")
    .option("--last", "put it behind them");
  for (const [flags, description, value] of editFlags) command.option(flags, description, value);
}

/** Puts a bet in its place in the queue of its level and stage, or prints the queues. */
export async function run(world: World, [given]: string[], options: Options): Promise<number> {
  const opened = await openFile(world, options);
  const { value } = opened.document;
  const bets = betsIn(value);
  const { before, first, last } = options;
  const places = [before, first, last].filter((each) => each !== undefined);
  if (given === undefined) {
    if (places.length > 0) throw new Failure("say which bet: northstar rank BET --before OTHER");
    world.stdout.write(listOf(queuesIn(value), columnsOf(world, world.stdout)));
    return exit.done;
  }
  if (places.length !== 1)
    throw new Failure("say where it comes, and once: --before with another bet, --first, or --last");
  const bet = openBet(given, bets);
  const place = before === undefined ? (first ? "first" : "last") : openBet(before, bets);
  const planned = rankBet(value, bet, place);
  if (isRefusal(planned)) throw new Failure(planned.reason);
  const where = typeof place === "string" ? place : `before ${labelOf(place, "bets")}`;
  const label = labelOf(bet, "bets");
  const summary = {
    done: `ranked ${label} ${where} in`,
    aside: planned.aside,
    already: `${label} is ranked so already; ${planned.aside}`,
  };
  return carryOut(world, opened, planned.changes, summary, options);
}

/** The queues, the first bet first. */
function listOf(queues: readonly Queue[], width: number): string {
  if (queues.length === 0) return "No bet is open; northstar add bet writes one down.\n";
  return `${queues.map((queue) => [headOf(queue), ...linesOf(queue, width)].join("\n")).join("\n\n")}\n`;
}

function headOf({ level, stage }: Queue): string {
  const words = stage ? stageWords(level as Bet["level"], stage as NonNullable<Bet["stage"]>) : "no stage";
  return capitalized(`${betLevels[level]?.replace(/y$/, "ie")}s (level ${level}), ${words}`);
}

function linesOf({ bets }: Queue, width: number): string[] {
  return bets.flatMap((bet) => {
    const rank = String(bet.value.rank ?? "-");
    const name = bet.id ? `${bet.id}: ` : "";
    const text = visible(`${name}if ${bet.value.if}, then ${bet.value.then}`);
    return wrap(text, width - 6).map((line, at) => `${at === 0 ? rank.padStart(3) : "   "}  ${line}`);
  });
}
