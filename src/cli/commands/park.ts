import type { Command } from "commander";
import { betsIn, isOpenBet, moveBet } from "../../editing/bets.js";
import { labelOf } from "../../editing/entities.js";
import type { World } from "../host/world.js";
import { betArgument, chooseBet, openBet } from "./shared/bets.js";
import { carryOut, type EditOptions, editFlags, openFile } from "./shared/edit-file.js";
import { stopped } from "./shared/stopped.js";

/** The name of a bet, which shells cannot complete. */
export const operands = "anything";

export function define(command: Command): void {
  command.argument("[bet]", betArgument);
  for (const [flags, description, value] of editFlags) command.option(flags, description, value);
}

/** Puts a bet back among those that come next. */
export async function run(world: World, [given]: string[], options: EditOptions): Promise<number> {
  const opened = await openFile(world, options);
  const bets = betsIn(opened.document.value);
  const going = bets.filter((bet) => isOpenBet(bet) && !/^(?:next)?$/.test(String(bet.value.stage ?? "")));
  const none = "no bet is active or in review; there is nothing to park";
  const words = given ?? (await chooseBet(world, "Which bet do you park?", going, none, options.color));
  if (words === undefined) return stopped(world);
  const bet = openBet(words, bets);
  const label = labelOf(bet, "bets");
  const summary = { done: `parked ${label} in`, already: `${label} comes next already` };
  return carryOut(world, opened, moveBet(bet, "next"), summary, options);
}
