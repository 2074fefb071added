/** Two series held beside each other: the same periods, and none that overlap. */

import { dateOf, dayNumber } from "../file/calendar.js";
import { groupBy } from "../file/group-by.js";
import { type Grain, nextPeriod } from "../series/periods.js";
import type { Series } from "../series/series.js";

/** A series, and over how many days each of its values counts; undefined where that is its own period. */
export interface Measured {
  series: Series;
  window?: number | undefined;
}

/** Values of several series in the same periods, in the order of time; NaN where one is missing. */
export interface SeriesInStep {
  columns: number[][];
  /** The first day of each period, in days since 1970. */
  starts: number[];
  /** How long the periods are. */
  grain: Grain;
  /** Of how many periods one is kept, so that windows do not overlap. */
  stride: number;
  /** About how many days lie between two values. */
  days: number;
}

/** Values of two series in the same periods. */
export interface Pairing extends Omit<SeriesInStep, "columns"> {
  x: number[];
  y: number[];
}

/** About how many days a period has. */
const daysIn: Readonly<Record<Grain, number>> = {
  day: 1,
  week: 7,
  month: 365.2425 / 12,
  quarter: 365.2425 / 4,
};

/** Which periods are made up of which: months do not begin with weeks. */
const parts: Readonly<Record<Grain, readonly Grain[]>> = {
  day: ["day"],
  week: ["week", "day"],
  month: ["month", "day"],
  quarter: ["quarter", "month", "day"],
};

/** The shortest period in which series can be held against each other; weeks at least, for days differ by their weekday. */
function commonGrain(grains: readonly Grain[]): Grain | undefined {
  return (["week", "month", "quarter"] as const).find((grain) =>
    grains.every((each) => parts[grain].includes(each)),
  );
}

/** Brings series into the same periods; undefined where theirs do not fit into each other, as weeks and months. */
export function seriesInStep(measured: readonly Measured[]): SeriesInStep | undefined {
  const grain = commonGrain(measured.map(({ series }) => series.grain));
  if (!grain) return undefined;
  const columns = measured.map((each) => valuesBy(grain, each));
  const first = Math.max(...columns.map((values) => Math.min(...values.keys())));
  const last = Math.min(...columns.map((values) => Math.max(...values.keys())));
  const days = daysIn[grain];
  const longest = Math.max(...measured.map(({ window = 0 }) => window));
  // A window of a month is no longer than a month that has 31 days.
  const stride = Math.max(1, Math.ceil(longest / days - 0.1));
  const numbers: number[] = [];
  for (let number = last; number >= first; number -= stride) numbers.push(number);
  numbers.reverse();
  return {
    columns: columns.map((values) => numbers.map((number) => values.get(number) ?? Number.NaN)),
    starts: numbers.map((number) => startOf(number, grain)),
    grain,
    stride,
    days: days * stride,
  };
}

/** Brings two series into the same periods, as {@link seriesInStep}. */
export function pairingOf(one: Measured, other: Measured): Pairing | undefined {
  const aligned = seriesInStep([one, other]);
  if (!aligned) return undefined;
  const { columns, ...rest } = aligned;
  const [x = [], y = []] = columns;
  return { x, y, ...rest };
}

/** Values by the number of their period. */
type Values = ReadonlyMap<number, number>;

/**
 * The values of a series in longer periods: the mean of all days (or months) of a full one, or, where each value counts
 * over a window already, the last of them.
 */
function valuesBy(grain: Grain, measured: Measured): Values {
  const known = valuesOf.get(measured) ?? new Map<Grain, Values>();
  valuesOf.set(measured, known);
  const values = known.get(grain) ?? valuesAnew(grain, measured);
  known.set(grain, values);
  return values;
}

/** The metric is held against every Input and every result. */
const valuesOf = new WeakMap<Measured, Map<Grain, Values>>();

function valuesAnew(grain: Grain, { series, window = 0 }: Measured): Values {
  const points = series.points.map(({ t, value }) => {
    const day = dayNumber(t) ?? 0;
    return { day, value, number: numberOf(day, grain, series.grain) };
  });
  if (series.grain === grain) return new Map(points.map(({ number, value }) => [number, value]));
  const values = new Map<number, number>();
  for (const [number, group] of groupBy(points, (point) => point.number)) {
    const [start, end] = [startOf(number, grain), startOf(number + 1, grain)];
    const last = group.at(-1);
    if (window > daysIn[series.grain]) {
      if (last && nextPeriod(last.day, series.grain) === end) values.set(number, last.value);
    } else if (group.length === partsBetween(start, end, series.grain))
      values.set(number, group.reduce((sum, { value }) => sum + value, 0) / group.length);
  }
  return values;
}

/** How many periods lie between two days. */
function partsBetween(start: number, end: number, grain: Grain): number {
  let count = 0;
  for (let day = start; day < end; day = nextPeriod(day, grain)) count++;
  return count;
}

/** The number of the period in which the middle of another lies, which starts on a day: weeks may begin on any. */
function numberOf(day: number, grain: Grain, own: Grain): number {
  if (grain === "week") return Math.floor((day + (own === "week" ? 3 : 0) + 3) / 7);
  const [year = 0, month = 1] = dateOf(day).split("-").map(Number);
  return grain === "month" ? year * 12 + month - 1 : year * 4 + Math.floor((month - 1) / 3);
}

/** The first day of a period; a week's is a Monday. */
function startOf(number: number, grain: Grain): number {
  if (grain === "week") return number * 7 - 3;
  const months = grain === "month" ? number : number * 3;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  return dayNumber(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`) ?? 0;
}
