/** How alike two series are when one is moved in time. */
import { meanOf, present, spreadOf } from "./changes.js";

/** The correlation of x with what y is `lag` periods later. */
export interface Correlation {
  /** Above 0 where x leads y. */
  lag: number;
  r: number;
  /** How many pairs it rests on. */
  pairs: number;
}

/**
 * r = Σ (x[t] − mean x)(y[t + lag] − mean y) / (n · spread x · spread y), with mean and spread of the whole series and
 * always divided by n, so that a long lag is never taken for a strong one. NaN values are left out of sum and n.
 */
export function correlationAt(x: readonly number[], y: readonly number[], lag: number): Correlation {
  return correlate(centred(x), centred(y), lag);
}

/** The correlations at all lags up to some number of periods, from y leading to x leading. */
export function crossCorrelation(x: readonly number[], y: readonly number[], most: number): Correlation[] {
  const [left, right] = [centred(x), centred(y)];
  return Array.from({ length: 2 * most + 1 }, (_, at) => correlate(left, right, at - most));
}

/** Values around 0, with what scales their products. */
interface Centred {
  values: number[];
  spread: number;
  count: number;
}

function centred(values: readonly number[]): Centred {
  const mean = meanOf(values);
  return {
    values: values.map((value) => value - mean),
    spread: spreadOf(values),
    count: present(values).length,
  };
}

function correlate(x: Centred, y: Centred, lag: number): Correlation {
  let sum = 0;
  let pairs = 0;
  for (let t = Math.max(0, -lag); t < x.values.length && t + lag < y.values.length; t++) {
    const product = (x.values[t] as number) * (y.values[t + lag] as number);
    if (Number.isNaN(product)) continue;
    sum += product;
    pairs++;
  }
  const scale = Math.sqrt(x.count * y.count) * x.spread * y.spread;
  return { lag, r: scale > 0 ? sum / scale : 0, pairs };
}
