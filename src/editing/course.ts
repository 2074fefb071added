/** Another metric in the place of the one that was, or the same one counted in another way (playbook, chapter 6). */
import { type Change, valueAt } from "../file/change.js";
import { betsIn, isOpen } from "./bets.js";
import { type Thing, thingsIn } from "./things.js";

/** The metric that comes, and why the other one goes. */
export interface Course {
  /** The name that there is means the same idea: what was said of it stays, and only its wording is kept. */
  name: string;
  definition: string;
  /** The old one stays when left out. */
  game?: string;
  reason?: string;
  /** The day of the change, as YYYY-MM-DD. */
  date: string;
  /** Inputs that go. */
  left?: readonly Thing[];
}

/** What was said of the old metric alone, in the order of the file; it goes into its history. */
export const ofTheMetric = ["abbreviation", "unit", "window", "population", "excludes", "checklist"] as const;

/** Whether it is the same idea, counted in another way. */
export function isRefinement(value: unknown, name: string): boolean {
  return valueAt(value, ["name"]) === name;
}

/** Puts the old metric, and all that was said of it, into the history, and the new one in its place. */
export function changing(value: unknown, course: Course): Change[] {
  const { name, definition, game, reason, date, left = [] } = course;
  const said = (key: string) => valueAt(value, [key]);
  const moved = isRefinement(value, name) ? [] : ofTheMetric.filter((key) => said(key) !== undefined);
  const isOtherGame = game !== undefined && game !== said("game");
  const keys = ["name", "definition", ...(isOtherGame ? ["game"] : []), ...moved];
  const former = keys.map((key) => [key, said(key)]).filter(([, each]) => each !== undefined);
  return [
    { append: ["history"], value: { date, ...Object.fromEntries(former), ...(reason && { reason }) } },
    { set: ["name"], to: name },
    { set: ["definition"], to: definition },
    ...(isOtherGame ? [{ set: ["game"], to: game }] : []),
    ...moved.map((key) => ({ remove: [key] })),
    // Whoever changes the metric has looked at it.
    ...(said("review") === undefined ? [] : [{ set: ["review", "last"], to: date }]),
    // From the end, so that the numbers of the others stay.
    ...left.toSorted((a, b) => b.number - a.number).map(({ path }) => ({ remove: path })),
  ];
}

/** The open bets that speak of the metric itself: those of level 0, where it drives a result, and of level 1. */
export function groundless(value: unknown, left: readonly Thing[] = []): Thing[] {
  return betsIn(value).filter(
    (bet) => isOpen(bet) && (bet.value.level === 0 || bet.value.level === 1) && !isUnder(bet, left),
  );
}

/** The Inputs of the old metric, each with the open bets that stand under it. */
export function inputsOf(value: unknown): { input: Thing; bets: Thing[] }[] {
  const open = betsIn(value).filter(isOpen);
  return thingsIn(value, "inputs").map((input) => ({
    input,
    bets: open.filter((bet) => isUnder(bet, [input])),
  }));
}

function isUnder({ value }: Thing, inputs: readonly Thing[]): boolean {
  return (value.level === 1 || value.level === 2) && inputs.some(({ id }) => id === value.for);
}
