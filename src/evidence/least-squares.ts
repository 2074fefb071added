/** Ordinary least squares, for few columns. */

/** How well columns explain values. */
export interface LeastSquares {
  /** One for each column; 0 for a column that the ones before it make up. */
  coefficients: number[];
  residuals: number[];
  /** The sum of the squared residuals. */
  rss: number;
  /** How many columns count. */
  rank: number;
}

/** What is left of a column, as a share of its length, when it is made up of others. */
const nothing = 1e-9;

/** Columns of the same length, made orthogonal one by one, so that many values can be fitted by them. */
export interface Basis {
  /** How many columns there are, also those that the ones before them make up. */
  count: number;
  directions: readonly Direction[];
}

/** Makes columns orthogonal (Gram-Schmidt, each twice, which is as exact as Householder's way). */
export function basisOf(columns: readonly (readonly number[])[]): Basis {
  const directions: Direction[] = [];
  columns.forEach((column, index) => {
    const rest = [...column];
    const shares = directions.map(() => 0);
    for (let round = 0; round < 2; round++)
      directions.forEach(({ unit }, at) => {
        shares[at] = (shares[at] ?? 0) + takeOut(rest, unit);
      });
    const length = Math.sqrt(dot(rest, rest));
    if (length > nothing * Math.sqrt(dot(column, column)))
      directions.push({ index, unit: rest.map((each) => each / length), length, shares });
  });
  return { count: columns.length, directions };
}

/** The basis of the first columns of another one. */
export function firstOf({ directions }: Basis, count: number): Basis {
  return { count, directions: directions.filter(({ index }) => index < count) };
}

/** Fits values by columns, without an intercept of its own. */
export function fitted({ count, directions }: Basis, values: readonly number[]): LeastSquares {
  const residuals = [...values];
  const heights = directions.map(({ unit }) => takeOut(residuals, unit));
  const coefficients = Array.from({ length: count }, () => 0);
  for (let at = directions.length - 1; at >= 0; at--) {
    const { index, length } = directions[at] as Direction;
    let height = heights[at] ?? 0;
    for (const later of directions.slice(at + 1))
      height -= (later.shares[at] ?? 0) * (coefficients[later.index] ?? 0);
    coefficients[index] = height / length;
  }
  return { coefficients, residuals, rss: dot(residuals, residuals), rank: directions.length };
}

/** What a column adds to those before it. */
interface Direction {
  index: number;
  unit: readonly number[];
  /** How long it is. */
  length: number;
  /** How much of each direction before it the column has. */
  shares: number[];
}

/** Takes a direction out of values, and returns how much of it they had. */
function takeOut(values: number[], unit: readonly number[]): number {
  const share = dot(values, unit);
  for (let at = 0; at < values.length; at++)
    values[at] = (values[at] as number) - share * (unit[at] as number);
  return share;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
