/**
 * Tails and quantiles of distributions. Of the libraries that were tried, jstat 1.9.6 is exact to 1e-8 only, cephes
 * 3.3.3 is machine code that has to be waited for, and @stdlib 0.2.3, as exact as this, brings 150 packages for it.
 */

/**
 * How likely an F of that size or a larger one is by chance, from 0 to 1. The upper tail is computed directly: 1 minus
 * the lower one would lose all digits of what is very unlikely.
 */
export function upperTailOfF(f: number, numerator: number, denominator: number): number {
  if (!(f > 0)) return 1;
  return incompleteBeta(denominator / (denominator + numerator * f), denominator / 2, numerator / 2);
}

/** How likely a correlation as far from 0 or farther is by chance, on either side, with some degrees of freedom. */
export function bothTailsOfCorrelation(r: number, degrees: number): number {
  return degrees > 0 ? incompleteBeta(1 - r * r, degrees / 2, 1 / 2) : 1;
}

/** The standard normal value that a share (from 0.5, below 1) of all values lie below, by Newton's method. */
export function normalQuantile(share: number): number {
  let z = 0;
  for (let round = 0; round < 50; round++) {
    const step = (normalShare(z) - share) / normalDensity(z);
    z -= step;
    if (Math.abs(step) < 1e-14) break;
  }
  return z;
}

function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** The share of all values that lie below z: 1/2 + density · (z + z³/3 + z⁵/(3·5) + …). */
function normalShare(z: number): number {
  let sum = 0;
  for (let term = z, odd = 1; Math.abs(term) > 1e-17; odd += 2, term *= (z * z) / odd) sum += term;
  return 0.5 + normalDensity(z) * sum;
}

/** The regularised incomplete beta function for a and b above 0, by its continued fraction (DLMF 8.17.22). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  // The fraction converges quickly only on this side.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front =
    Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  let [above, below] = [1, 1 / (1 - ((a + b) * x) / (a + 1))];
  let value = below;
  for (let m = 1; m <= 1000; m++) {
    const last = value;
    for (const part of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      below = 1 / (1 + part * below);
      above = 1 + part / above;
      value *= above * below;
    }
    if (Math.abs(value - last) <= Number.EPSILON * value) break;
  }
  return front * value;
}

/** The logarithm of the gamma function for z above 0 (Lanczos, g = 7, nine terms). */
function logGamma(z: number): number {
  const base = z + 6.5;
  const sum = lanczos.reduce((total, weight, at) => total + weight / (z + at), 0.99999999999980993);
  return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(base) - base + Math.log(sum);
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
