/** Since when a post tells. */
import { dateOf, dayBefore, dayNumber } from "../../../file/calendar.js";
import { nearest } from "../../../file/nearest.js";
import { readDate, readDuration } from "../../../file/reformat.js";
import { Failure } from "../../host/exit.js";

/** The day that words name, as YYYY-MM-DD: a day, or the time from then until today. */
export function sinceWhen(words: string, today: string): string {
  const said = words.trim();
  const day = dayIn(said, today);
  if (day === undefined) throw new Failure(`--since takes a time or a day, not '${said}': ${stepFor(said)}`);
  if (day > today) throw new Failure(`--since names a day that has been, and ${day} comes after ${today}`);
  return day;
}

function dayIn(said: string, today: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(said)) return dayNumber(said) === null ? undefined : said;
  const duration = readDuration(said.replace(/ ago$/i, ""));
  const day = duration === undefined ? undefined : dateOf(dayBefore(today, duration));
  return day !== undefined && /^\d{4}-/.test(day) ? day : undefined;
}

/** What people say of a time that has been. */
const sayings: Readonly<Record<string, string>> = {
  yesterday: "1d",
  week: "7d",
  "last week": "7d",
  "this week": "7d",
  weekly: "7d",
  fortnight: "14d",
  month: "1 month",
  "last month": "1 month",
  monthly: "1 month",
  quarter: "1 quarter",
  "last quarter": "1 quarter",
  year: "1 year",
  "last year": "1 year",
};

const units = ["day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years"];

function stepFor(said: string): string {
  const plain = said.toLowerCase();
  const day = readDate(plain);
  const [, count, word = ""] = /^(\d{1,4}) *-?([a-z]+)$/.exec(plain) ?? [];
  const unit = Number(count) > 0 && !units.includes(word) ? nearest(word, units) : null;
  const saying = Object.hasOwn(sayings, plain) ? plain : nearest(plain, Object.keys(sayings));
  const meant =
    day !== undefined && dayNumber(day) !== null
      ? day
      : unit !== null
        ? `"${count} ${unit}"`
        : saying && sayings[saying]?.replace(/^.* .*$/, '"$&"');
  return meant ? `did you mean ${meant}?` : '7d, "2 weeks" or 2026-10-26, say';
}
