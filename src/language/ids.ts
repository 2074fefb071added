/** What the ids of a file name, and where they are used; the value may have errors. */
import { type Entity, entitiesIn } from "../editing/entities.js";
import { valueAt } from "../file/change.js";
import { betLevels } from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { kindAbove } from "../lint/bet-targets.js";

/** Something that bets can stand under. */
export interface NamedThing extends Entity {
  kind: "result" | "Input" | (typeof betLevels)[number];
}

/** All that an id can name, in the order of the lists; what has no id of its own has that of its name. */
export function thingsIn(value: unknown): NamedThing[] {
  const bets = entitiesIn(value, "bets");
  return [
    ...entitiesIn(value, "results").map((each) => ({ ...each, kind: "result" as const })),
    ...entitiesIn(value, "inputs").map((each) => ({ ...each, kind: "Input" as const })),
    ...bets.map((each) => ({ ...each, kind: betLevels[Number(each.value.level)] ?? "intervention" })),
  ].filter(({ id }) => id !== "");
}

/** What a bet of a level can stand under; all that bets can stand under where the level is not known. */
export function thingsAbove(value: unknown, level: unknown): NamedThing[] {
  const above: readonly string[] = kindAbove;
  const kind = typeof level === "number" ? above[level] : undefined;
  return thingsIn(value).filter((each) =>
    kind === undefined ? above.includes(each.kind) : each.kind === kind,
  );
}

/** Whether a path is that of a bet's `for`. */
export function isUse(path: Path): boolean {
  return path.length === 3 && path[0] === "bets" && path[2] === "for";
}

/** What the `for` at a path names: the first of several that are called so. */
export function thingUsed(value: unknown, path: Path): NamedThing | undefined {
  const said = valueAt(value, path);
  const level = valueAt(value, [...path.slice(0, -1), "level"]);
  return thingsAbove(value, level).find(({ id }) => id === said);
}

/** The paths of the `for`s that name a thing. */
export function usesOf(value: unknown, { path }: NamedThing): Path[] {
  return entitiesIn(value, "bets")
    .map((bet) => [...bet.path, "for"])
    .filter((use) => String(thingUsed(value, use)?.path) === String(path));
}
