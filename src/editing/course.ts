/** Another metric in the place of the one that was (playbook, chapter 6). */
import { type Change, valueAt } from "../file/change.js";
import { betsIn, isOpen } from "./bets.js";
import type { Thing } from "./things.js";

/** The metric that comes, and why the other one goes. */
export interface Course {
  name: string;
  definition: string;
  /** The old one stays when left out. */
  game?: string;
  reason: string;
  /** The day of the change, as YYYY-MM-DD. */
  date: string;
}

/** What was said of the old metric alone, in the order of the file; it goes into its history. */
export const ofTheMetric = ["abbreviation", "unit", "window", "population", "excludes", "checklist"] as const;

/** Puts the old metric, and all that was said of it, into the history, and the new one in its place. */
export function changing(value: unknown, { name, definition, game, reason, date }: Course): Change[] {
  const said = (key: string) => valueAt(value, [key]);
  const moved = ofTheMetric.filter((key) => said(key) !== undefined);
  const isOtherGame = game !== undefined && game !== said("game");
  const keys = ["name", "definition", ...(isOtherGame ? ["game"] : []), ...moved];
  const former = keys.map((key) => [key, said(key)]).filter(([, each]) => each !== undefined);
  return [
    { append: ["history"], value: { date, ...Object.fromEntries(former), reason } },
    { set: ["name"], to: name },
    { set: ["definition"], to: definition },
    ...(isOtherGame ? [{ set: ["game"], to: game }] : []),
    ...moved.map((key) => ({ remove: [key] })),
  ];
}

/** The open bets that speak of the metric itself: those of level 0, where it drives a result, and of level 1. */
export function groundless(value: unknown): Thing[] {
  return betsIn(value).filter((bet) => isOpen(bet) && (bet.value.level === 0 || bet.value.level === 1));
}
