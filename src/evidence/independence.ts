/** Whether Inputs move each by itself. */
import { leastSquares } from "./least-squares.js";

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
    return leastSquares([constant], own).rss / leastSquares([constant, ...others], own).rss;
  });
}
