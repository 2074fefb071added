/** What becomes of bets: they are closed, and they are looked at again. */
import type { Change } from "../file/change.js";
import { dateOf, dayAfter, dayNumber } from "../lint/calendar.js";
import { hasBlank } from "../reading/blank.js";
import { labelOf, type Thing, thingsIn } from "./things.js";

/** What a bet taught. */
export interface Outcome {
  /** As YYYY-MM-DD. */
  date: string;
  verdict: string;
  learned: string;
}

/** The bets of a file; what a template left blank is none yet. */
export function betsIn(value: unknown): Thing[] {
  return thingsIn(value, "bets").filter(({ name }) => !hasBlank(name));
}

/** Closes a bet. */
export function closing({ path }: Thing, outcome: Outcome): Change[] {
  return [
    { set: [...path, "stage"], to: "closed" },
    { set: [...path, "outcome"], to: { ...outcome } },
  ];
}

/** Whether a bet is still on. */
export function isOpen({ value }: Thing): boolean {
  return value.stage !== "closed" && value.outcome === undefined;
}

/** Bets to choose from. */
export function choicesOf(bets: readonly Thing[]): { value: string; name: string }[] {
  return bets.map((bet) => ({ value: `#${bet.number}`, name: bet.name || labelOf(bet, "bets") }));
}

/** At most six bets with their numbers, for a message. */
export function namesOf(bets: readonly Thing[]): string {
  const names = bets.slice(0, 6).map((bet) => `${bet.number} ${labelOf(bet, "bets")}`);
  return [...names, ...(bets.length > names.length ? [`${bets.length - names.length} more`] : [])].join(", ");
}

/** Whether somebody should have looked at a bet by a day. */
export function isDue(bet: Thing, today: string): boolean {
  const { review } = bet.value;
  const day = typeof review === "string" ? dayNumber(review) : null;
  return isOpen(bet) && day !== null && day <= (dayNumber(today) ?? 0);
}

/** When to look at a bet again: after as long as it expects to take, else in four weeks. */
export function nextReview({ value }: Thing, today: string): string {
  const { after } = Object(value.expect) as { after?: unknown };
  const isDuration = typeof after === "string" && /^\d+ (?:day|week|month|quarter|year)s?$/.test(after);
  return dateOf(dayAfter(today, isDuration ? after : "4 weeks"));
}
