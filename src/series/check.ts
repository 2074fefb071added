/** What somebody should look at in a series that is kept: it ends too early, has gaps, or its weeks begin elsewhere. */
import { dateOf, dayNumber } from "../file/calendar.js";
import type { LockedSeries } from "./lock-file.js";
import { type Grain, gapsBetween, weekdayNameOf, weekdayOf } from "./periods.js";
import type { Series } from "./series.js";
import { patience, periodsBehind } from "./summary.js";

/** What a series is held against. */
export interface Circumstances {
  /** The day of the check, as YYYY-MM-DD. */
  today: string;
  /** The day on which the weeks of most series of this North Star begin. */
  weekday?: string | undefined;
  /** How it was measured, where a query did. */
  locked?: LockedSeries | undefined;
  /** Hashes of query and definition as they are now; undefined for what there is none of. */
  hashes?: { query?: string | undefined; definition?: string | undefined };
}

/** Gaps of the last so many weeks are told: older ones cannot be mended any more. */
const weeksOfGaps = 12;

/** What is found, each in one sentence without a full stop. */
export function seriesFindings(series: Series, circumstances: Circumstances): string[] {
  return [
    ...staleness(series, circumstances),
    ...gaps(series),
    ...weekdays(series, circumstances),
    ...drift(circumstances),
  ];
}

function* staleness(series: Series, { today }: Circumstances): Iterable<string> {
  const { grain, points } = series;
  const last = points.at(-1);
  if (!last) return yield "it has no value yet";
  const behind = periodsBehind(series, today);
  if (behind > patience[grain])
    yield `its last value is that of the ${grain} from ${last.t}, ${periodsInWords(behind, grain)} behind`;
}

function* gaps({ grain, points }: Series): Iterable<string> {
  const days = points.map(({ t }) => dayNumber(t) ?? 0);
  const since = (days.at(-1) ?? 0) - weeksOfGaps * 7;
  // Nobody counts on Sundays who has no Sunday at all.
  const kept = new Set(days.map(weekdayOf));
  const missing = gapsBetween(days, grain).filter(
    (day) => day >= since && (grain !== "day" || kept.has(weekdayOf(day))),
  );
  const [first, ...others] = missing;
  if (first === undefined) return;
  const more = others.length > 0 ? ` and ${periodsInWords(others.length, grain)} more` : "";
  yield `no value for the ${grain} from ${dateOf(first)}${more}`;
}

function* weekdays(series: Series, { weekday, locked }: Circumstances): Iterable<string> {
  const own = weekdayNameOf(series);
  if (!own) return;
  if (locked?.weekday && locked.weekday !== own)
    yield `its weeks begin on a ${own}, and began on a ${locked.weekday} when it was measured`;
  else if (weekday && weekday !== own)
    yield `its weeks begin on a ${own}, and those of the other series on a ${weekday}`;
}

function* drift({ locked, hashes }: Circumstances): Iterable<string> {
  if (!locked || !hashes) return;
  if (hashes.query !== undefined && hashes.query !== locked.query)
    yield "its query was changed after it was measured";
  if (hashes.definition !== undefined && hashes.definition !== locked.definition)
    yield "what it counts was changed in the file after it was measured; look whether the query still counts that";
}

/** So many periods: "1 week", "3 months". */
export function periodsInWords(count: number, grain: Grain): string {
  return `${count} ${grain}${count === 1 ? "" : "s"}`;
}

/** The weekday on which the weeks of most of some series begin; of several, that of the first. */
export function usualWeekday(all: readonly Series[]): string | undefined {
  const names = all.flatMap((series) => weekdayNameOf(series) ?? []);
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
