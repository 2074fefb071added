/** What the numbers did: a last value, and what it changed by. */
import { dayNumber } from "../file/calendar.js";
import type { Northstar } from "../file/northstar.js";
import { nextPeriod } from "../series/periods.js";
import type { Observation, Series } from "../series/series.js";
import { changeOver, patience, periodsBehind, type SeriesChange } from "../series/summary.js";
import { type Thing, thingsOf } from "../series/things.js";

/** A series of which the days of a post have a number. */
export interface Movement {
  thing: Thing;
  series: Series;
  last: Observation;
  /** How it changed in so many weeks; null where there is nothing to compare with. */
  change: (SeriesChange & { weeks: number }) | null;
}

/** Numbers that are news: those of a period that ended in these days, or the last ones of days and weeks in time. */
export function movementsOf(
  star: Northstar,
  series: ReadonlyMap<string, Series>,
  from: string,
  to: string,
): Movement[] {
  return thingsOf(star).flatMap((thing) => {
    const kept = series.get(thing.id);
    const last = kept?.points.at(-1);
    if (!kept || !last || !isNews(kept, last, from, to)) return [];
    return [{ thing, series: kept, last, change: changeIn(kept, weeksBetween(from, to)) }];
  });
}

function isNews(series: Series, last: Observation, from: string, to: string): boolean {
  const end = nextPeriod(dayNumber(last.t) ?? 0, series.grain);
  if (end > (dayNumber(from) ?? 0)) return true;
  const isShort = series.grain === "day" || series.grain === "week";
  return isShort && periodsBehind(series, to) <= patience[series.grain];
}

function weeksBetween(from: string, to: string): number {
  return Math.max(1, Math.round(((dayNumber(to) ?? 0) - (dayNumber(from) ?? 0)) / 7));
}

/** Over the weeks of the post; where its periods are longer, over the four or twelve that other documents have. */
function changeIn(series: Series, weeks: number): Movement["change"] {
  for (const each of [weeks, 4, 12]) {
    const change = changeOver(series, each);
    if (change) return { ...change, weeks: each };
  }
  return null;
}
