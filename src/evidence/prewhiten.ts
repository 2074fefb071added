/** Takes out of changes what their own past tells: what is left can be held against another series. */
import { basisOf, firstOf, fitted } from "./least-squares.js";

/** How far back its own past counts at most, in periods. */
export const longestMemory = 4;

/** What is left of changes, and how many periods of their own past were taken out. */
export interface Prewhitened {
  order: number;
  /** As long as what was given; the first `order` values are NaN. */
  rest: number[];
}

/**
 * Fits an autoregression with intercept, of order 0 to 4. The order is the one with the smallest BIC
 * (m·ln(RSS/m) + (order + 1)·ln m), where all orders are held against the same m values: those behind the fourth.
 */
export function prewhiten(changes: readonly number[]): Prewhitened {
  const rows: number[] = [];
  for (let t = longestMemory; t < changes.length; t++) if (hasPast(changes, t, longestMemory)) rows.push(t);
  const m = rows.length;
  const target = rows.map((t) => changes[t] as number);
  const columns = [
    rows.map(() => 1),
    ...Array.from({ length: longestMemory }, (_, lag) => rows.map((t) => changes[t - lag - 1] as number)),
  ];
  const basis = basisOf(columns);
  let best = { bic: Number.POSITIVE_INFINITY, order: 0, coefficients: [0] };
  for (let order = 0; order <= longestMemory && m > order + 2; order++) {
    const { rss, coefficients } = fitted(firstOf(basis, order + 1), target);
    const bic = m * Math.log(rss / m) + (order + 1) * Math.log(m);
    if (bic < best.bic) best = { bic, order, coefficients };
  }
  const [intercept = 0, ...weights] = best.coefficients;
  const rest = changes.map((value, t) =>
    t < best.order
      ? Number.NaN
      : weights.reduce(
          (left, weight, lag) => left - weight * (changes[t - lag - 1] as number),
          value - intercept,
        ),
  );
  return { order: best.order, rest };
}

function hasPast(values: readonly number[], t: number, periods: number): boolean {
  for (let lag = 0; lag <= periods; lag++) if (Number.isNaN(values[t - lag])) return false;
  return true;
}
