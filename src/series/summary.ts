/** What a series says at a glance: its last full value, how it changed, and how long ago that is. */
import { dateOf, dayAfter, dayNumber } from "../file/calendar.js";
import { type Grain, nextPeriod } from "./periods.js";
import type { Observation, Series } from "./series.js";

/** How a series came from one point to another. */
export interface SeriesChange {
  from: Observation;
  to: Observation;
  /** The change as a share of where it came from; undefined where that is not above 0. */
  share?: number;
}

/**
 * How the last value differs from the one that so many weeks lie before it: as many periods as have passed in them.
 * Undefined where there is a gap, where the series does not reach back, and where no period is so short.
 */
export function changeOver({ grain, points }: Series, weeks: number): SeriesChange | undefined {
  const to = points.at(-1);
  const ago = {
    day: `${weeks * 7} day`,
    week: `${weeks} week`,
    month: `${weeks / 4} month`,
    quarter: `${weeks / 12} quarter`,
  }[grain];
  if (!to || !/^[1-9]\d* /.test(ago)) return undefined;
  const [count = "0", unit = "day"] = ago.split(" ");
  const from = points.find(({ t }) => dateOf(dayAfter(t, `${count} ${unit}`)) === to.t);
  if (!from) return undefined;
  return { from, to, ...(from.value > 0 && { share: (to.value - from.value) / from.value }) };
}

/** How many periods that are over have no value at the end of a series. 0 where it is as fresh as can be. */
export function periodsBehind({ grain, points }: Series, today: string): number {
  const last = points.at(-1);
  const now = dayNumber(today) ?? 0;
  if (!last) return 0;
  let behind = 0;
  let next = nextPeriod(dayNumber(last.t) ?? 0, grain);
  while (nextPeriod(next, grain) <= now) {
    behind += 1;
    next = nextPeriod(next, grain);
  }
  return behind;
}

/** How many periods may be missing at the end before somebody should look. */
export const patience: Readonly<Record<Grain, number>> = { day: 7, week: 1, month: 1, quarter: 1 };

/** How many decimals of a value are worth reading: none of thousands, four below 1. */
export function decimalsOf(value: number): number {
  const size = Math.abs(value);
  return size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4;
}
