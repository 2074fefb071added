/** The bets of a value: closing and moving one, naming them, and when one is due. */
import type { Horizons } from "../config/config.generated.js";
import { horizonOf } from "../config/horizons.js";
import { dateOf, dayAfter, dayNumber, isDay } from "../file/calendar.js";
import type { Change } from "../file/change.js";
import { isOpen as isOn, ranked } from "../file/northstar.js";
import { readDuration } from "../file/reformat.js";
import { hasBlank } from "../reading/blank.js";
import { choiceOf, type Entity, entitiesIn, labelOf } from "./entities.js";

/** What a bet taught. */
export interface BetOutcome {
  /** As YYYY-MM-DD. */
  date: string;
  verdict: string;
  learned: string;
}

/** The bets of a file; what a template left blank is none yet. */
export function betsIn(value: unknown): Entity[] {
  return entitiesIn(value, "bets").filter(({ name }) => !hasBlank(name));
}

/** Closes a bet. */
export function closeBet({ path }: Entity, outcome: BetOutcome): Change[] {
  return [
    { set: [...path, "stage"], to: "closed" },
    { remove: [...path, "rank"] },
    { set: [...path, "outcome"], to: { ...outcome } },
  ];
}

/** Gives a bet another stage, where it stands at the end of the queue. */
export function moveBet({ path, value }: Entity, stage: "next" | "active"): Change[] {
  const rank: Change[] = value.stage === stage ? [] : [{ remove: [...path, "rank"] }];
  return [{ set: [...path, "stage"], to: stage }, ...rank];
}

/** Whether a bet is still on. */
export function isOpenBet({ value }: Entity): boolean {
  return isOn(value);
}

/** Bets to choose from. */
export function betChoices(bets: readonly Entity[]): { value: string; name: string }[] {
  return ranked(bets, ({ value }) => value).map((bet) => ({
    value: `#${bet.number}`,
    name: bet.name || labelOf(bet, "bets"),
  }));
}

/** At most six bets to choose from, for a message. */
export function betNames(bets: readonly Entity[]): string {
  const names = bets.slice(0, 6).map((bet) => choiceOf(bet, "bets"));
  return [...names, ...(bets.length > names.length ? [`${bets.length - names.length} more`] : [])].join(", ");
}

/** Whether the day has come on which somebody should look at a bet. */
export function isDue(bet: Entity, today: string): boolean {
  const { review } = bet.value;
  const day = typeof review === "string" ? dayNumber(review) : null;
  return isOpenBet(bet) && day !== null && day <= (dayNumber(today) ?? 0);
}

/** The first day on which there may be something to see, and never one before the day that is set. */
export function nextReview({ value }: Pick<Entity, "value">, today: string, horizons?: Horizons): string {
  const { after } = Object(value.expect) as { after?: unknown };
  const expected = typeof after === "string" ? readDuration(after) : undefined;
  const next = dateOf(dayAfter(today, expected ?? horizonOf(value.level, horizons)?.least ?? "1 month"));
  const { review } = value;
  return typeof review === "string" && isDay(review) && review > next ? review : next;
}
