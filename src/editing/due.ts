/** Which bets and reviews are due, and recording a review. */

import { dateOf, dayAfter, dayNumber, isDay } from "../file/calendar.js";
import { type Change, valueAt } from "../file/change.js";
import { betsIn, isDue, isOpenBet } from "./bets.js";
import type { Entity } from "./entities.js";

/** Bets whose day has come, the one that waits longest first, and the day of the North Star's own review if it has. */
export interface Due {
  bets: Entity[];
  star?: string;
}

export function dueIn(value: unknown, today: string): Due {
  const bets = betsIn(value).filter((bet) => isDue(bet, today));
  const star = starDay(value);
  return {
    bets: bets.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0)),
    ...(star !== undefined && star <= today && { star }),
  };
}

function dayOf({ value }: Entity): string {
  return String(value.review);
}

/** When somebody looks next, at whatever it is; undefined where no day is set. */
export function nextDay(value: unknown, today: string): string | undefined {
  const days = betsIn(value).filter(isOpenBet).map(dayOf);
  return [...days, starDay(value) ?? ""].filter((day) => isDay(day) && day > today).sort()[0];
}

/** The day of the North Star's own review. */
function starDay(value: unknown): string | undefined {
  if (valueAt(value, ["status"]) === "retired") return undefined;
  const [last, every] = [valueAt(value, ["review", "last"]), valueAt(value, ["review", "every"])];
  if (typeof last !== "string" || typeof every !== "string" || dayNumber(last) === null) return undefined;
  return dateOf(dayAfter(last, every));
}

/** Notes that the North Star as a whole was looked at. */
export function recordReview(today: string): Change[] {
  return [{ set: ["review", "last"], to: today }];
}
