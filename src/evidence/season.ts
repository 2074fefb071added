/** What comes back every year: a season, and the days around the turn of the year. */
import { dayNumber } from "../file/calendar.js";
import { differences } from "./changes.js";
import { upperTailOfF } from "./distributions.js";
import { type Basis, basisOf, firstOf, fitted, type LeastSquares } from "./least-squares.js";

/** How many waves a year has at most: one for summer and winter, one for spring and autumn. */
const waves = 2;

const daysOfYear = 365.2425;

/** Up to which length, in days, a period shows a holiday. */
const longestShowing = 7;

/** How unlikely by chance the dips of holidays have to be before they are taken out. */
const showing = 0.1;

/** Changes without what comes back every year, and how many terms were taken out beside the mean. */
export interface Steady {
  rest: number[][];
  spent: number;
}

/**
 * Takes the mean and the yearly season out of the changes of some series, which are of the same periods. A season is
 * always looked for: a mild one that no test finds is enough to make strangers look alike. The changes that the periods
 * with Christmas and with New Year make are taken out of all where they show in one.
 *
 * @param starts the first day of each period, in days since 1970
 * @param days how long a period is
 */
export function withoutYear(
  changes: readonly (readonly number[])[],
  starts: readonly number[],
  days: number,
): Steady {
  const { season, terms, basisIn } = yearOf(starts, days);
  const fitsWith = (count: number) =>
    changes.map((each) => {
      const rows = rowsOf(each);
      const own = fitted(
        firstOf(basisIn(rows), count),
        rows.map((row) => each[row] as number),
      );
      return { ...own, rows };
    });
  const few = fitsWith(season);
  const all = terms === season ? few : fitsWith(terms);
  const shows = all.some((each, index) => chanceOf(few[index] ?? each, each) < showing);
  const fits = shows ? all : few;
  return {
    rest: fits.map(({ residuals, rows }, index) => {
      const rest = (changes[index] ?? []).map(() => Number.NaN);
      rows.forEach((row, at) => {
        rest[row] = residuals[at] as number;
      });
      return rest;
    }),
    spent: Math.max(...fits.map(({ rank }) => rank)) - 1,
  };
}

/** Where there is a value: gaps stay gaps. */
function rowsOf(changes: readonly number[]): number[] {
  const rows: number[] = [];
  for (let at = 0; at < changes.length; at++) if (!Number.isNaN(changes[at])) rows.push(at);
  return rows;
}

/** What comes back in the years of some periods. */
interface Year {
  key: string;
  /** How many terms a season has, and how many there are with the holidays behind them. */
  season: number;
  terms: number;
  /** The basis of all of them where there are values. */
  basisIn: (rows: readonly number[]) => Basis;
}

let latest: Year | undefined;

/** The series of a North Star are mostly of the same periods, and without gaps. */
function yearOf(starts: readonly number[], days: number): Year {
  const key = `${days} ${starts.join()}`;
  if (latest?.key !== key) latest = yearAnew(key, starts, days);
  return latest;
}

function yearAnew(key: string, starts: readonly number[], days: number): Year {
  const season = seasonTerms(starts);
  const terms = [...season, ...(days > longestShowing ? [] : holidayTerms(starts, days))];
  const known = new Map<string, Basis>();
  const basisIn = (rows: readonly number[]) => {
    const some = rows.join();
    const basis = known.get(some) ?? basisOf(terms.map((column) => rows.map((row) => column[row] as number)));
    known.set(some, basis);
    return basis;
  };
  return { key, season: season.length, terms: terms.length, basisIn };
}

/** A constant, and sine and cosine of each wave. */
function seasonTerms(starts: readonly number[]): number[][] {
  const angles = starts.slice(1).map((day) => (2 * Math.PI * day) / daysOfYear);
  const season = Array.from({ length: waves }, (_, wave) => [
    angles.map((angle) => Math.sin((wave + 1) * angle)),
    angles.map((angle) => Math.cos((wave + 1) * angle)),
  ]);
  return [angles.map(() => 1), ...season.flat()];
}

function holidayTerms(starts: readonly number[], days: number): number[][] {
  return ["12-25", "01-01"].map((date) => differences(periodsWith(date, starts, days)));
}

/** How likely it is by chance that more terms explain changes as well as they do. */
function chanceOf(few: LeastSquares, all: LeastSquares): number {
  const added = all.rank - few.rank;
  const free = all.residuals.length - all.rank;
  if (added < 1 || free < 1) return 1;
  return upperTailOfF((few.rss - all.rss) / added / (all.rss / free), added, free);
}

/** 1 for each period that has a day of the year (MM-DD) in it, and 0 for the others. */
function periodsWith(date: string, starts: readonly number[], days: number): number[] {
  const found = new Set<number>();
  const year = (start: number) => new Date(start * 86_400_000).getUTCFullYear();
  for (let each = year(starts[0] ?? 0); each <= year(starts.at(-1) ?? 0) + 1; each++)
    found.add(dayNumber(`${each}-${date}`) ?? 0);
  return starts.map((start) => {
    for (let day = start; day < start + days; day++) if (found.has(day)) return 1;
    return 0;
  });
}
