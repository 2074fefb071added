/** Whether changes of one series come before those of another: all that is computed for one pair. */
import { differences, present, sumsAround, withoutOddOnes } from "./changes.js";
import { type Correlation, correlationAt, crossCorrelation } from "./cross-correlation.js";
import { bothTailsOfCorrelation, normalQuantile } from "./distributions.js";
import { type Granger, granger } from "./granger.js";
import type { Pairing } from "./pairing.js";
import { longestMemory, prewhiten } from "./prewhiten.js";
import { withoutYear } from "./season.js";

/** How sure an interval is, and how often an effect of the smallest size that "could have shown" would show. */
const level = 0.95;

/** How many standard errors an interval reaches to each side. */
const halfInterval = normalQuantile((1 + level) / 2);
const power = 0.8;

/** Up to which lag, in periods, the picture of lags goes, and the best of them is looked for. */
export const longestLag = 8;

/** A link between changes of x and changes of y some periods later: a correlation, from -1 to 1. */
interface Link extends Correlation {
  /** The interval in which it lies, of 95 %. */
  low: number;
  high: number;
  /** How likely so strong a link, in either direction, is by chance. */
  p: number;
  /** The standard error of a link, where it is stretched to have a normal distribution (Fisher). */
  error: number;
}

/** What two series say of each other. */
export interface Lead {
  /** At the lag that the bet names. */
  declared: Link;
  /** How many periods before and after the lag count as well: a tenth of it. */
  reach: number;
  /** The links at all lags that are drawn, without what each series' own past tells; above 0 x leads. */
  lags: Correlation[];
  /** Within ± this lie 95 of 100 series without any link at all leading lags together (Šidák). */
  band: number;
  /** The strongest link at the lags at which x leads, and at those at which y does; `p` counts that they were searched. */
  strongest: { ahead: Link; behind: Link };
  /** Whether the past of the one tells more of the other than its own past does. */
  granger: { forward: Granger; backward: Granger };
}

/**
 * Compares changes of x with those of y `lag` periods later. What comes back every year is taken out of both, no single
 * change counts for more than three usual ones, and what each series' own past tells is taken out: only what is left is
 * compared.
 */
export function leadOf({ x, y, starts, days }: Pairing, lag: number): Lead {
  const { rest, spent } = withoutYear([x, y].map(differences), starts, days);
  const [dx = [], dy = []] = rest.map(withoutOddOnes);
  const ex = prewhiten(dx).rest;
  const ey = prewhiten(dy).rest;
  const reach = Math.floor(lag / 10);
  const around = reach > 0 ? sumsAround(ey, -reach, reach) : ey;
  const lags = crossCorrelation(ex, ey, longestLag);
  const n = countsOf(ex, ey);
  const links = lags.map((each) => linkOf(n, each, spent));
  return {
    declared: linkOf(countsOf(ex, around), correlationAt(ex, around, lag), spent),
    reach,
    lags,
    band: bandOf(countOfBoth(ex, ey), longestLag),
    strongest: {
      ahead: strongestOf(links.filter((each) => each.lag > 0)),
      behind: strongestOf(links.filter((each) => each.lag < 0)),
    },
    granger: { forward: granger(dx, dy, longestMemory), backward: granger(dy, dx, longestMemory) },
  };
}

/**
 * The link at a lag, with its interval. What the correlation loses because a long lag leaves fewer pairs is given back,
 * and each yearly term that was taken out costs a pair.
 *
 * @param n how many values each of the two series has
 */
function linkOf(n: number, found: Correlation, spent: number): Link {
  const most = 0.999;
  const r = found.pairs > 0 ? Math.max(-most, Math.min(most, (found.r * n) / found.pairs)) : 0;
  const free = found.pairs - 3 - spent;
  const error = free > 0 ? 1 / Math.sqrt(free) : Number.POSITIVE_INFINITY;
  const stretched = Math.atanh(r);
  const far = halfInterval * error;
  return {
    ...found,
    r,
    low: Math.tanh(stretched - far),
    high: Math.tanh(stretched + far),
    p: bothTailsOfCorrelation(r, free + 1),
    error,
  };
}

function strongestOf(links: readonly Link[]): Link {
  const [first, ...others] = links;
  if (!first) throw new Error("no lags to choose from");
  const best = others.reduce((most, each) => (each.p < most.p ? each : most), first);
  return { ...best, p: bestOf(best.p, links.length) };
}

/** How likely the best of several chances is that likely or less (Šidák). */
export function bestOf(p: number, chances: number): number {
  return -Math.expm1(chances * Math.log1p(-p));
}

/** The band that all of some correlations of n pairs stay in with a probability of 95 % where there is no link. */
export function bandOf(n: number, correlations: number): number {
  return normalQuantile(1 - (1 - level ** (1 / correlations)) / 2) / Math.sqrt(n);
}

/** The smallest link that would have been told from none in four of five cases, among some number of checks. */
export function smallestShown(error: number, checks: number): number {
  return Math.tanh((normalQuantile(1 - (1 - level) / 2 / checks) + normalQuantile(power)) * error);
}

/** The geometric mean of how many values each of two series has. */
function countsOf(x: readonly number[], y: readonly number[]): number {
  return Math.sqrt(present(x).length * present(y).length);
}

function countOfBoth(x: readonly number[], y: readonly number[]): number {
  return x.reduce<number>((count, value, at) => count + (Number.isNaN(value + (y[at] as number)) ? 0 : 1), 0);
}
