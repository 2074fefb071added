/** What the commands on a bet have in common: finding the bet, and reading a day in the future. */

import { betChoices, betNames, isOpenBet } from "../../../editing/bets.js";
import { dayAhead } from "../../../editing/days.js";
import { type Entity, labelOf, pickEntity } from "../../../editing/entities.js";
import { isRefusal } from "../../../editing/plan.js";
import type { Question } from "../../../editing/questions.js";
import { fileFlag } from "../../../file/message-text.js";
import { Failure } from "../../host/exit.js";
import type { World } from "../../host/world.js";
import { isTerminal } from "../../prompt/pane.js";

/** How help describes the argument that names a bet. */
export const betArgument = "the bet: its id, its number in the file as '#1', or a part of what it says";

/** The bet that words name; a {@link Failure} says what there is instead. */
export function betNamed(words: string, bets: readonly Entity[]): Entity {
  const bet = pickEntity(words, bets, "bets");
  if (isRefusal(bet)) throw new Failure(bet.reason);
  return bet;
}

/** The same for a bet that is still on. */
export function openBet(words: string, bets: readonly Entity[]): Entity {
  const bet = betNamed(words, bets);
  if (!isOpenBet(bet)) throw new Failure(`${labelOf(bet, "bets")} is closed; what it taught stays as it is`);
  return bet;
}

/** Words for the one of some bets that a person chooses; undefined when they stop. */
export async function chooseBet(
  world: World,
  ask: string,
  bets: readonly Entity[],
  none: string,
  color?: boolean,
): Promise<string | undefined> {
  if (bets.length === 0) throw new Failure(none);
  if (!isTerminal(world)) throw new Failure(`say which bet: ${betNames(bets)}`);
  return await askQuestion(world, { name: "bet", ask, path: ["bets"], choices: betChoices(bets) }, color);
}

/** The answer to a single question; undefined when the person breaks it off. */
export async function askQuestion(
  world: World,
  question: Question,
  color?: boolean,
): Promise<string | undefined> {
  const { askAll } = await import("../../prompt/ask-questions.js");
  const said = await askAll(world, (before) => (before.size > 0 ? undefined : question), { color });
  return said && (said.get(question.name) ?? "");
}

/** The day that the words of an option name, which lies ahead; a time counts from today. */
export function futureDay(option: string, words: string, today: string): string {
  const day = dayAhead(words, today);
  if (isRefusal(day)) throw new Failure(`${option} does not take '${words}': ${day.reason}`);
  return day;
}

/** A command of northstar about a bet, to be typed as it stands. */
export function commandFor(verb: string, bet: Entity, bets: readonly Entity[], file: string): string {
  const isPlain =
    /^[\p{L}\p{N}_-]+$/u.test(bet.id) && !/^(?:\d+|all|due)$/.test(bet.id) && !bet.id.startsWith("-");
  const isKnown = isPlain && bets.filter(({ id }) => id === bet.id).length === 1;
  return `northstar ${verb} ${isKnown ? bet.id : `'#${bet.number}'`}${fileFlag(file)}`;
}
