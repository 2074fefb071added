/** Since when a post tells. */
import { dateOf, dayBefore, dayNumber } from "../../../file/calendar.js";
import { nearest } from "../../../file/nearest.js";
import { readDate, readDuration } from "../../../file/reformat.js";
import { Failure } from "../../host/exit.js";
import type { World } from "../../host/world.js";
import { isRevision, type StarThen, starAt, starOn } from "../shared/star-then.js";

/** The first day of a post, as YYYY-MM-DD, and the North Star before it. */
export interface Since {
  from: string;
  was: StarThen;
}

/** Since when, by words: a day, the time from then until today, or a revision of git. */
export function sinceWhen(
  world: World,
  file: { path: string; text: string },
  words: string,
  today: string,
): Since {
  const said = words.trim();
  const day = dayIn(said, today);
  if (day !== undefined) {
    refuseFuture(day, today);
    return { from: day, was: starOn(world, file, day) };
  }
  const meant = isRevision(world, file, said) ? undefined : meantBy(said);
  if (
    meant !== undefined ||
    /^$|^\d{4}-\d|^\d+ ?(?:[dwmqy]|days?|weeks?|months?|quarters?|years?)$/i.test(said)
  )
    throw new Failure(
      `--since takes a time, a day or a revision of git, not '${said}': ${meant ? `did you mean ${meant}?` : '7d, "2 weeks" or 2026-10-26, say'}`,
    );
  const { day: from, was } = starAt(world, file, said);
  refuseFuture(from, today);
  return { from, was };
}

function refuseFuture(day: string, today: string): void {
  if (day > today) throw new Failure(`--since names a day that has been, and ${day} comes after ${today}`);
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

/** The time or the day that was meant by words that are none. */
function meantBy(said: string): string | undefined {
  const plain = said.toLowerCase();
  const day = readDate(plain);
  if (day !== undefined && dayNumber(day) !== null) return day;
  // A name that git alone gives; where git has no answer, it says why.
  if (/^(?:HEAD|@)(?![a-z])|[~^:/]/.test(said)) return undefined;
  const [, count, word = ""] = /^(\d{1,4}) *-?([a-z]+)$/.exec(plain) ?? [];
  const unit = Number(count) > 0 && !units.includes(word) ? nearest(word, units) : null;
  if (unit !== null) return `"${count} ${unit}"`;
  const saying = Object.hasOwn(sayings, plain) ? plain : nearest(plain, Object.keys(sayings));
  return saying === null ? undefined : sayings[saying]?.replace(/^.* .*$/, '"$&"');
}
