/** Limits on work in progress, and how many bets are active under each (playbook, chapter 7). */
import { type Bet, betLevels, type Named, type Northstar, named } from "../file/northstar.js";

/** One of the limits that a file sets. */
export interface Limit {
  key: keyof typeof limited;
  most: number;
  active: readonly Named<Bet>[];
}

/** The level that each limit counts; `active` counts all of them. */
const limited = { active: null, opportunities: 2, interventions: 3 } as const;

/** What the file limits, in the order of the format. */
export function limitsIn(star: Northstar): Limit[] {
  const active = named(star).bets.filter(({ value }) => value.stage === "active");
  return Object.entries(limited).flatMap(([name, level]) => {
    const key = name as Limit["key"];
    const most = star.limits?.[key];
    if (most === undefined) return [];
    return [{ key, most, active: active.filter(({ value }) => level === null || value.level === level) }];
  });
}

/** What a limit counts, as a word for as many: "bets", "opportunity". */
export function countedBy({ key }: Limit, count: number): string {
  const level = limited[key];
  const one = level === null ? "bet" : betLevels[level];
  return count === 1 ? one : one.replace(/y$/, "ie").concat("s");
}
