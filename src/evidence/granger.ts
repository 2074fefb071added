/** Whether the past of one series tells more of another than the other's own past does (Granger). */
import { upperTailOfF } from "./distributions.js";
import { basisOf, firstOf, fitted } from "./least-squares.js";

/** The F test that the past of x adds nothing. */
export interface Granger {
  /** How many periods of the past count, of each series. */
  lags: number;
  f: number;
  p: number;
  /** Degrees of freedom of the denominator; those of the numerator are `lags`. */
  degrees: number;
}

/** Tests changes of x against those of y, with 1 to `lags` periods of the past; NaN where too few are known. */
export function granger(x: readonly number[], y: readonly number[], lags: number): Granger {
  const rows: number[] = [];
  for (let t = lags; t < y.length; t++) if (isKnown(x, y, t, lags)) rows.push(t);
  const pastOf = (values: readonly number[]) =>
    Array.from({ length: lags }, (_, lag) => rows.map((t) => values[t - lag - 1] as number));
  const target = rows.map((t) => y[t] as number);
  const own = [rows.map(() => 1), ...pastOf(y)];
  const degrees = rows.length - 2 * lags - 1;
  if (degrees < 1) return { lags, f: Number.NaN, p: Number.NaN, degrees };
  const basis = basisOf([...own, ...pastOf(x)]);
  const without = fitted(firstOf(basis, own.length), target).rss;
  const withX = fitted(basis, target).rss;
  const f = ((without - withX) / withX / lags) * degrees;
  return { lags, f, p: upperTailOfF(f, lags, degrees), degrees };
}

function isKnown(x: readonly number[], y: readonly number[], t: number, lags: number): boolean {
  if (Number.isNaN(y[t])) return false;
  for (let lag = 1; lag <= lags; lag++)
    if (Number.isNaN(x[t - lag]) || Number.isNaN(y[t - lag])) return false;
  return true;
}
