/** How far the bets of each level look ahead (playbook, chapter 7); the only place that says it. */
import type { Horizon, Horizons } from "./config.generated.js";

/** What each level is called where a configuration sets its horizon. */
const keys = ["north-star-bets", "input-bets", "opportunities", "interventions"] as const;

/** By level: years, quarters, months, weeks. A horizon without a longest time is open. */
const usual: readonly Horizon[] = [
  { least: "1 year" },
  { least: "1 quarter", most: "3 quarters" },
  { least: "1 month", most: "3 months" },
  { least: "1 week", most: "3 weeks" },
];

/** The horizon of a level: the team's own, or else the usual one. A level that there is not has none. */
export function horizonOf(level: unknown, own: Horizons = {}): Horizon | undefined {
  const key = keys[Number(level)];
  return (key && own[key]) ?? usual[Number(level)];
}

/** The usual horizon of a level, by what a configuration calls it. */
export function usualHorizon(key: string): Horizon | undefined {
  return usual[(keys as readonly string[]).indexOf(key)];
}

/** A horizon in words: "1 to 3 months". */
export function horizonText({ least, most }: Horizon): string {
  if (most === undefined) return `${least} or more`;
  const [count, unit = ""] = least.split(" ");
  return most.includes(unit.replace(/s$/, "")) ? `${count} to ${most}` : `${least} to ${most}`;
}

const daysIn: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30.4, q: 91.3, y: 365.25 };

/** About how many days a duration has. */
export function aboutDays(duration: string): number {
  const [count, unit = ""] = duration.split(" ");
  return Number(count) * (daysIn[unit.charAt(0)] ?? 1);
}

/** Months and weeks do not add up to one another: as much as this beyond a horizon is still within it. */
const leeway = 1.1;

/** Whether some days are too few or too many for a horizon. */
export function beyondHorizon(days: number, { least, most }: Horizon): "short" | "long" | undefined {
  if (days * leeway < aboutDays(least)) return "short";
  return most !== undefined && days > aboutDays(most) * leeway ? "long" : undefined;
}
