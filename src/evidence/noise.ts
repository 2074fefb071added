/** What one series says by itself: how much of its moving is noise, and whether it can fall at all. */
import { differences, present, spreadOf, sumsAround } from "./changes.js";
import { normalQuantile } from "./distributions.js";
import { type Measured, seriesInStep } from "./pairing.js";
import { withoutYear } from "./season.js";

/** How small a change within about four weeks can be told from the usual ups and downs. */
export interface Sensitivity {
  /** In the unit of the series. */
  change: number;
  /** As a share of the last value; undefined where that is 0. */
  share?: number;
  /** Over how many days: 28, or a month where periods are months. */
  days: number;
}

/** How many standard errors chance exceeds in one of twenty cases, and those by which it then falls short in one of five. */
const noticeable = normalQuantile(0.975) + normalQuantile(0.8);

/** How many changes there have to be. */
const fewest = 20;

/**
 * The smallest change over four weeks that would be noticed in four of five cases, while noise is taken for a change in
 * one of twenty. Undefined where there are too few values, or where periods are quarters.
 */
export function sensitivityOf(measured: Measured): Sensitivity | undefined {
  const aligned = seriesInStep([measured]);
  if (!aligned || aligned.grain === "quarter") return undefined;
  const { columns, starts, grain, stride } = aligned;
  const [values = []] = columns;
  const periods = grain === "month" ? 1 : Math.max(1, Math.round(4 / stride));
  const { rest } = withoutYear([differences(values)], starts, aligned.days);
  const sums = sumsAround(rest[0] ?? [], 1 - periods, 0);
  if (present(sums).length < fewest) return undefined;
  const change = noticeable * spreadOf(sums);
  const last = measured.series.points.at(-1)?.value ?? 0;
  return {
    change,
    ...(last !== 0 && { share: change / Math.abs(last) }),
    days: Math.round(periods * aligned.days),
  };
}

/** How many values a series has to have before it is a wonder that it never fell. */
const longEnough = 26;

/** Whether a series has never fallen, and rose more often than not, as a total does that is counted from the start. */
export function neverFalls({ series: { points } }: Measured): boolean {
  const changes = differences(points.map(({ value }) => value));
  const rises = changes.filter((change) => change > 0).length;
  return points.length >= longEnough && rises > changes.length / 2 && changes.every((change) => change >= 0);
}
