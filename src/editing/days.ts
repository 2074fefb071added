/** Reads a day in the future, as people write it. */

import { dateOf, dayAfter, isDay } from "../file/calendar.js";
import type { Path } from "../file/problem.js";
import { readDate, readDuration } from "../file/reformat.js";
import type { Refusal } from "./plan.js";

/** Whether a place holds a day that lies ahead. */
export function isAhead(path: Path): boolean {
  return path[0] === "bets" && path.length === 3 && path[2] === "review";
}

/** The day that words name, as YYYY-MM-DD: a day of the calendar, or the time from today until then. */
export function dayAhead(words: string, today: string): string | Refusal {
  const said = words.trim();
  if (isDay(said)) return said;
  const duration = readDuration(said.replace(/^in /i, ""));
  const day = duration && dateOf(dayAfter(today, duration));
  if (day && isDay(day)) return day;
  const meant = readDate(said);
  const example = meant && isDay(meant) ? meant : '2026-12-15, or a time from today such as "3 weeks"';
  return { reason: `write the day as year, month and day: ${example}` };
}
