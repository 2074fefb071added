/** Values in a row of periods: what is missing is NaN, and so is what is computed from it. */

/** The change from each period to the next. */
export function differences(values: readonly number[]): number[] {
  return values.slice(1).map((value, at) => value - (values[at] as number));
}

/** The values that are there. */
export function present(values: readonly number[]): number[] {
  return values.filter((value) => !Number.isNaN(value));
}

export function meanOf(values: readonly number[]): number {
  const known = present(values);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** The standard deviation of the values that are there (divided by their number). */
export function spreadOf(values: readonly number[]): number {
  const known = present(values);
  const mean = meanOf(known);
  return Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
}

/** How many usual changes a single one may count for. */
const mostUsual = 3;

/** A normal spread by the median of the distances: 1 / the normal quantile of 3/4. */
const spreadByMedian = 1.4826;

/**
 * Changes of which none counts for more than three usual ones, so that one odd week (a step, an outage, a holiday)
 * decides nothing. Half of all changes being equal, none is called odd.
 */
export function withoutOddOnes(changes: readonly number[]): number[] {
  const middle = medianOf(changes);
  const most = mostUsual * spreadByMedian * medianOf(changes.map((change) => Math.abs(change - middle)));
  if (!(most > 0)) return [...changes];
  return changes.map((change) =>
    Number.isNaN(change) ? change : Math.min(middle + most, Math.max(middle - most, change)),
  );
}

function medianOf(values: readonly number[]): number {
  const sorted = present(values).sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

/** The sums of the values from some places before each (as a negative number) up to some after it; NaN where one is missing. */
export function sumsAround(values: readonly number[], from: number, to: number): number[] {
  return values.map((_, at) => {
    let sum = 0;
    for (let other = at + from; other <= at + to; other++) sum += values[other] ?? Number.NaN;
    return sum;
  });
}
