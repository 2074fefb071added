/** Days, weeks, months and quarters: which of them a series has, and where each of them ends. */
import { dateOf, dayAfter, dayNumber } from "../file/calendar.js";

/** How long the periods of a series are. */
export type Grain = "day" | "week" | "month" | "quarter";

/** From the finest. */
const grains: readonly Grain[] = ["day", "week", "month", "quarter"];

/** The names of the days, from the weekday 0. */
export const weekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** The weekday of a day by its number: 0 is a Monday. */
export function weekdayOf(day: number): number {
  // Day 0 is Thursday, 1 January 1970.
  return (((day + 3) % 7) + 7) % 7;
}

/** The day on which the weeks of a series begin; undefined where its periods are no weeks, or where it has none. */
export function weekdayNameOf({
  grain,
  points,
}: {
  grain: Grain;
  points: readonly { t: string }[];
}): string | undefined {
  const day = dayNumber(points[0]?.t ?? "");
  return grain === "week" && day !== null ? weekdays[weekdayOf(day)] : undefined;
}

/** The day on which the period after the one that starts on `day` begins. */
export function nextPeriod(day: number, grain: Grain): number {
  if (grain === "day" || grain === "week") return day + (grain === "day" ? 1 : 7);
  return dayAfter(dateOf(day), `1 ${grain}`);
}

/** The first days of the periods that are missing between some days in the order of time. */
export function gapsBetween(days: readonly number[], grain: Grain): number[] {
  const gaps: number[] = [];
  for (const [index, day] of days.entries()) {
    const next = days[index + 1];
    if (next === undefined) return gaps;
    for (let missing = nextPeriod(day, grain); missing < next; missing = nextPeriod(missing, grain))
      gaps.push(missing);
  }
  return gaps;
}

/**
 * How far apart the days of a series lie, most of them. Where no two are one period apart, it is the longest period that
 * fits all of them; a single point on the first of a month is a month's, and any other a week's.
 */
export function grainOf(days: readonly number[]): Grain {
  const votes = new Map<Grain, number>();
  for (const [index, day] of days.slice(1).entries()) {
    const grain = grainBetween(days[index] ?? day, day);
    if (grain) votes.set(grain, (votes.get(grain) ?? 0) + 1);
  }
  const most = Math.max(0, ...votes.values());
  return grains.find((grain) => most > 0 && votes.get(grain) === most) ?? widestOf(days);
}

/** Why days cannot be those of a series with this grain, for each of them; undefined for one that can. */
export function misfitsIn(days: readonly number[], grain: Grain): (string | undefined)[] {
  const name = (day: number) => weekdays[weekdayOf(day)];
  if (grain === "day") return days.map(() => undefined);
  if (grain === "week") {
    const usual = mostCommon(days.map(weekdayOf));
    return days.map((day) =>
      weekdayOf(day) === usual
        ? undefined
        : `${dateOf(day)} is a ${name(day)}, and the other weeks begin on a ${weekdays[usual]}; write the first day of the week`,
    );
  }
  const usual = mostCommon(days.map((day) => monthOf(day) % 3));
  return days.map((day) => {
    if (!isFirst(day))
      return `${dateOf(day)} is not the first day of a month, as the other points are; write the first day of the ${grain}`;
    if (grain === "month" || monthOf(day) % 3 === usual) return undefined;
    return `${dateOf(day)} is not three, six or nine months from the other points; write the first day of the quarter`;
  });
}

function grainBetween(from: number, to: number): Grain | undefined {
  return grains.find(
    (grain) =>
      nextPeriod(from, grain) === to &&
      (grain === "day" || grain === "week" || (isFirst(from) && isFirst(to))),
  );
}

function widestOf(days: readonly number[]): Grain {
  const [first] = days;
  if (first === undefined) return "week";
  if (days.every(isFirst))
    return days.length > 1 && days.every((day) => (monthOf(day) - monthOf(first)) % 3 === 0)
      ? "quarter"
      : "month";
  return days.every((day) => (day - first) % 7 === 0) ? "week" : "day";
}

function isFirst(day: number): boolean {
  return dateOf(day).endsWith("-01");
}

/** The number of a day's month, counted from the year 0. */
function monthOf(day: number): number {
  const [year = 0, month = 1] = dateOf(day).split("-").map(Number);
  return year * 12 + month - 1;
}

/** What there is most of; the smallest, where several are as many. */
function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || a - b)[0]?.[0] ?? 0;
}
