/** What the ids of a file name, and where they are used; the value may have errors. */

import { type Entity, entitiesIn } from "../editing/entities.js";
import { valueAt } from "../file/change.js";
import { betLevels } from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { kindAbove } from "../lint/bet-targets.js";

/** Something that bets can stand under. */
export interface NamedThing extends Entity {
  kind: (typeof kindAbove)[number] | (typeof betLevels)[number];
}

/** All that an id can name, in the order of the lists; what has no id of its own has that of its name. */
export function targetsIn(value: unknown): NamedThing[] {
  const as = (kind: NamedThing["kind"]) => (entity: Entity) => ({ ...entity, kind });
  return [
    ...entitiesIn(value, "results").map(as("result")),
    ...entitiesIn(value, "inputs").map(as("Input")),
    ...entitiesIn(value, "bets").map((bet) => as(betLevels[Number(bet.value.level)] ?? "opportunity")(bet)),
  ].filter(({ id }) => id !== "");
}

/** What a bet's `for` at a path can name by its level, or all where the level is not known. */
export function targetsFor(value: unknown, path: Path): NamedThing[] {
  const kind = kindAbove[Number(valueAt(value, [...path.slice(0, 2), "level"]))];
  return targetsIn(value).filter((each) => kind === undefined || each.kind === kind);
}

/** Whether a path is that of a bet's `for`. */
export function isUse(path: Path): boolean {
  return path.length === 3 && path[0] === "bets" && path[2] === "for";
}
