/** How far the bets of each level look ahead (playbook, chapter 7); the only place that says it. */

/** The shortest and the longest time after which a bet shows something. */
export interface Horizon {
  least: string;
  most: string;
}

/** By level: years, quarters, months, weeks. */
export const horizons: readonly Horizon[] = [
  { least: "1 year", most: "3 years" },
  { least: "1 quarter", most: "3 quarters" },
  { least: "1 month", most: "3 months" },
  { least: "1 week", most: "3 weeks" },
];
