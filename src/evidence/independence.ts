/** Whether Inputs move each by itself. */
import { differences } from "./changes.js";
import { correlationAt } from "./cross-correlation.js";
import { basisOf, fitted } from "./least-squares.js";
import { type Measured, seriesInStep } from "./pairing.js";
import { withoutYear } from "./season.js";

/**
 * How many times as uncertain each of some series makes what is said of it, because the others move with it (variance
 * inflation): 1 where none does. Periods in which one is missing are left out.
 */
export function inflationOf(columns: readonly (readonly number[])[]): number[] {
  const rows = (columns[0] ?? []).flatMap((_, at) =>
    columns.some((column) => Number.isNaN(column[at])) ? [] : [at],
  );
  const known = columns.map((column) => rows.map((row) => column[row] as number));
  const constant = rows.map(() => 1);
  return known.map((own, at) => {
    const others = known.filter((_, index) => index !== at);
    return fitted(basisOf([constant]), own).rss / fitted(basisOf([constant, ...others]), own).rss;
  });
}

/** How alone an Input moves, and with which other one it moves most. */
export interface Independence {
  id: string;
  /** The variance inflation: 1 where the others say nothing of it. */
  inflation: number;
  /** The Input whose changes are most like its own, and their correlation. */
  closest: { id: string; r: number };
  /** Whether numbers can hardly tell it from the others. */
  isCarried: boolean;
}

/** From which variance inflation on it is told, and how many changes there have to be for each Input. */
const muchInflation = 5;
const changesEach = 10;

/** How alone each of some Inputs moves; nothing where there is only one, or where there are too few common periods. */
export function independenceOf(inputs: readonly (Measured & { id: string })[]): Independence[] {
  const aligned = inputs.length > 1 ? seriesInStep(inputs) : undefined;
  if (!aligned) return [];
  const { rest } = withoutYear(aligned.columns.map(differences), aligned.starts, aligned.days);
  const known = (rest[0] ?? []).filter((_, at) => rest.every((column) => !Number.isNaN(column[at]))).length;
  if (known < changesEach * (inputs.length + 1)) return [];
  const inflation = inflationOf(rest);
  return inputs.map(({ id }, at) => {
    const others = inputs.flatMap((other, index) =>
      index === at ? [] : [{ id: other.id, r: correlationAt(rest[at] ?? [], rest[index] ?? [], 0).r }],
    );
    const closest = others.reduce((best, each) => (Math.abs(each.r) > Math.abs(best.r) ? each : best));
    const own = inflation[at] ?? 1;
    return { id, inflation: own, closest, isCarried: own >= muchInflation };
  });
}
