import type { Command } from "commander";
import type { Horizons } from "../../config/config.js";
import { betsIn, isDue, isOpenBet, moveBet, nextReview } from "../../editing/bets.js";
import { type Entity, labelOf } from "../../editing/entities.js";
import { dayQuestion } from "../../editing/questions.js";
import { fileFlag } from "../../file/message-text.js";
import type { World } from "../host/world.js";
import { isTerminal } from "../prompt/pane.js";
import { askQuestion, betArgument, chooseBet, commandFor, futureDay, openBet } from "./shared/bets.js";
import { carryOut, type EditOptions, editFlags, openFile } from "./shared/edit-file.js";
import { stopped } from "./shared/stopped.js";

interface Options extends EditOptions {
  review?: string;
}

/** The name of a bet, which shells cannot complete. */
export const operands = "anything";

export function define(command: Command): void {
  command
    .argument("[bet]", betArgument)
    .option("--review <day>", 'when to look at it again, as YYYY-MM-DD or as a time such as "3 weeks"');
  for (const [flags, description, value] of editFlags) command.option(flags, description, value);
}

/** Puts a bet among the active ones. */
export async function run(world: World, [given]: string[], options: Options): Promise<number> {
  const opened = await openFile(world, options);
  const today = world.today();
  const bets = betsIn(opened.document.value);
  const waiting = bets.filter((bet) => isOpenBet(bet) && bet.value.stage !== "active");
  const none = `no bet is waiting to be started; northstar add bet${fileFlag(options.file)} writes one down`;
  const words = given ?? (await chooseBet(world, "Which bet do you start?", waiting, none, options.color));
  const bet = words === undefined ? undefined : openBet(words, bets);
  const { horizons } = opened.judging;
  const day = bet && (await reviewOf(world, bet, horizons, options));
  if (!bet || day === undefined) return stopped(world);
  const label = labelOf(bet, "bets");
  const changes = [...moveBet(bet, "active"), ...(day ? [{ set: [...bet.path, "review"], to: day }] : [])];
  const isOpenEnded = day === "" && needsDay(bet, today);
  const command = commandFor("review", bet, bets, options.file);
  const summary = {
    done: `started ${label} in`,
    aside: day ? `you look at it again on ${day}${sooner(bet, day)}` : undefined,
    already: `${label} is active already`,
    hint: isOpenEnded
      ? `no day ahead is set to look at it again; ${command} --next ${nextReview(bet, today, horizons)} sets one`
      : undefined,
  };
  return carryOut(world, opened, changes, summary, options);
}

/** That a bet is looked at before the day that was set, so that no day moves back in silence. */
function sooner({ value: { review } }: Entity, day: string): string {
  return typeof review === "string" && day < review ? `, and no longer on ${review}` : "";
}

/** Whether no day lies ahead on which the bet is looked at again. */
function needsDay(bet: Entity, today: string): boolean {
  return bet.value.review === undefined || isDue(bet, today);
}

/** The day on which it is looked at again: given, or asked for where none is set; empty for none, undefined for a stop. */
async function reviewOf(
  world: World,
  bet: Entity,
  horizons: Horizons | undefined,
  { review, color }: Options,
): Promise<string | undefined> {
  const today = world.today();
  if (review !== undefined) return futureDay("--review", review, today);
  if (!needsDay(bet, today) || !isTerminal(world)) return "";
  const said = await askQuestion(world, dayQuestion("review", bet.value, today, horizons), color);
  return said && futureDay("--review", said, today);
}
