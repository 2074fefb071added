/** Series without any link, and series with one, drawn by a generator of our own that always draws the same. */

import type { Measured } from "../src/evidence/pairing.js";
import { dateOf, dayNumber } from "../src/file/calendar.js";

/** Draws numbers: evenly between 0 and 1, and normally around 0. */
export interface Chance {
  even(): number;
  normal(): number;
}

/** The numbers that follow a seed (mulberry32), always the same. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const even = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { even, normal: () => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even()) };
}

/** How two series of some number of weeks come about, and what a bet says of them. */
export interface World {
  what: string;
  draw(chance: Chance, weeks: number): [x: number[], y: number[]];
  /** Over how many days each value counts, where the file says that it is longer than a week. */
  window?: number;
  /** The lag that the bet names, in weeks: 3 where nothing is said, and that of the best link where it is picked. */
  lag?: number | "picked";
  /** -1 where the bet says that the two move in opposite ways. */
  sign?: 1 | -1;
  /** Whether northstar sees that the lag was picked late. */
  isChosenLate?: boolean;
}

const sum = (changes: readonly number[]) => {
  let total = 0;
  return changes.map((change) => {
    total += change;
    return total;
  });
};

const noise = ({ normal }: Chance, weeks: number) => Array.from({ length: weeks }, normal);

const walk = (chance: Chance, weeks: number) => sum(noise(chance, weeks).map((each) => each + 0.3));

/** Values of which each keeps a part of the one before. */
function remembering(chance: Chance, weeks: number, part: number): number[] {
  let value = 0;
  return noise(chance, weeks + 50)
    .map((each) => {
      value = part * value + each;
      return value;
    })
    .slice(50);
}

const twice = (draw: (chance: Chance, weeks: number) => number[]): World["draw"] => {
  return (chance, weeks) => [draw(chance, weeks), draw(chance, weeks)];
};

/** Both have the same season, the second some weeks later. */
function season(
  height: number,
  later: number,
  rest: (chance: Chance, weeks: number) => number[],
): World["draw"] {
  return (chance, weeks) => {
    const phase = chance.even() * 52;
    const wave = (at: number) => height * Math.sin((2 * Math.PI * (at + phase)) / 52.18);
    const one = (moved: number) => rest(chance, weeks).map((each, at) => each + 0.13 * at + wave(at - moved));
    return [one(0), one(later)];
  };
}

/** Takes as much from each week as it has days of a holiday. */
function withHoliday(values: readonly number[], depth: number, first: string, last: string): number[] {
  return values.map((value, at) => {
    let days = 0;
    for (let day = firstMonday + 7 * at; day < firstMonday + 7 * at + 7; day++) {
      const date = dateOf(day).slice(5);
      if (first <= last ? date >= first && date <= last : date >= first || date <= last) days++;
    }
    return value - depth * days;
  });
}

/** Once or twice the level moves by some usual changes, at any time. */
function shifted(chance: Chance, values: readonly number[]): number[] {
  const steps = Array.from({ length: 1 + Math.floor(chance.even() * 2) }, () => ({
    from: Math.floor(chance.even() * values.length),
    by: (chance.even() < 0.5 ? -1 : 1) * (4 + 6 * chance.even()),
  }));
  return values.map((value, at) =>
    steps.reduce((level, { from, by }) => (at >= from ? level + by : level), value),
  );
}

/** Sums over the last four weeks. */
function rolling(chance: Chance, weeks: number): number[] {
  const each = noise(chance, weeks + 3).map((value) => 10 + value);
  return Array.from({ length: weeks }, (_, at) => each.slice(at, at + 4).reduce((a, b) => a + b, 0));
}

/** The first explains a part of the change of the second three weeks later. */
function leading(part: number): World["draw"] {
  const later = 3;
  return (chance, weeks) => {
    const cause = noise(chance, weeks + later);
    const own = noise(chance, weeks + later);
    const effect = own.map(
      (each, at) => Math.sqrt(1 - part) * each + Math.sqrt(part) * (cause[at - later] ?? 0),
    );
    return [
      sum(cause.map((each) => each + 0.3)).slice(later),
      sum(effect.map((each) => each + 0.3)).slice(later),
    ];
  };
}

/** Pairs of series of which neither has anything to do with the other. */
export const unlinked: readonly World[] = [
  { what: "numbers that wander off and have no level to come back to", draw: twice(walk) },
  {
    what: "numbers that leave their level, and are back after some weeks",
    draw: twice((chance, weeks) => remembering(chance, weeks, 0.7)),
  },
  {
    what: "rises and falls that go on for some weeks",
    draw: twice((chance, weeks) => sum(remembering(chance, weeks, 0.5))),
  },
  {
    what: "the same season, up to 8 weeks apart",
    draw: (chance, weeks) =>
      season(10, Math.floor(chance.even() * 9), (c, n) => remembering(c, n, 0.4))(chance, weeks),
  },
  {
    what: "the same season, as many weeks apart as the bet says",
    draw: season(10, 3, (chance, weeks) => remembering(chance, weeks, 0.4)),
  },
  {
    what: "the same mild season, as many weeks apart as the bet says",
    draw: season(3, 3, (chance, weeks) => remembering(chance, weeks, 0.4)),
  },
  { what: "the same season, on numbers that wander off", draw: season(10, 3, walk) },
  {
    what: "the same dip around New Year",
    draw: twice((chance, weeks) => withHoliday(walk(chance, weeks), 1.2, "12-22", "01-02")),
    lag: 1,
    sign: -1,
  },
  {
    what: "the same mild dip around New Year",
    draw: twice((chance, weeks) => withHoliday(walk(chance, weeks), 0.25, "12-22", "01-02")),
    lag: 1,
    sign: -1,
  },
  { what: "each value counts the last 28 days, and the file says so", draw: twice(rolling), window: 28 },
  {
    what: "sudden jumps to another level, and steady between them",
    draw: twice((chance, weeks) => shifted(chance, remembering(chance, weeks, 0.4))),
  },
  {
    what: "sudden jumps, on numbers that wander off",
    draw: twice((chance, weeks) => shifted(chance, walk(chance, weeks))),
  },
  { what: "numbers that wander off, and a bet that names 26 weeks", draw: twice(walk), lag: 26 },
  {
    what: "numbers that wander off, and a bet whose time was picked from 8 when all were seen",
    draw: twice(walk),
    lag: "picked",
    isChosenLate: true,
  },
];

/** Pairs in which the first leads. */
export const linked: readonly World[] = [
  { what: "a lead of 3 weeks that explains 10 % of the weekly change", draw: leading(0.1) },
  { what: "a lead of 3 weeks that explains 20 %", draw: leading(0.2) },
  { what: "a lead of 3 weeks that explains 5 %", draw: leading(0.05) },
];

/** Pairs that the rule is not made for. */
export const outOfReach: readonly World[] = [
  {
    what: "numbers that wander off, and a time picked from 8 in secret",
    draw: twice(walk),
    lag: "picked",
  },
  { what: "each value counts the last 28 days, and the file does not say so", draw: twice(rolling) },
  {
    what: "the same holiday in August, which northstar does not know",
    draw: twice((chance, weeks) => withHoliday(walk(chance, weeks), 1.2, "08-01", "08-28")),
    lag: 4,
    sign: -1,
  },
  {
    what: "a third thing that moves the first now and the second 3 weeks later",
    draw: (chance, weeks) => {
      const both = noise(chance, weeks + 3);
      const one = (later: number) =>
        sum(noise(chance, weeks).map((each, at) => each + 0.3 + 0.6 * (both[at + 3 - later] ?? 0)));
      return [one(0), one(3)];
    },
  },
];

/** Five Inputs before their metric, and the metric before two results: seven pairs, none of them linked. */
export function star(chance: Chance, weeks: number): [x: number[], y: number[]][] {
  const metric = walk(chance, weeks);
  const inputs = Array.from({ length: 5 }, () => walk(chance, weeks));
  const results = Array.from({ length: 2 }, () => walk(chance, weeks));
  return [
    ...inputs.map((input): [number[], number[]] => [input, metric]),
    ...results.map((result): [number[], number[]] => [metric, result]),
  ];
}

const firstMonday = dayNumber("2023-01-02") ?? 0;

/** Values as a weekly series. */
export function weekly(values: readonly number[], window?: number): Measured {
  const points = values.map((value, at) => ({ t: dateOf(firstMonday + 7 * at), value }));
  return { series: { grain: "week", points }, window };
}
