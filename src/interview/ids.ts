/** Makes ids for what bets refer to, so that it can get another name later. */
import { type Change, valueAt } from "../file/change.js";
import { slug } from "../file/northstar.js";
import type { Path } from "../file/problem.js";
import { blankNameOf, type Session } from "./session.js";

/** Gives each result and Input of a value the id by which a bet calls it that the interview asked about. */
export function idsFor(value: unknown, { steps, answers }: Session): Change[] {
  const targets = steps.filter((step) => step.kind === "blank" && step.path.at(-1) === "for");
  const called = new Set(targets.flatMap((step) => answers.get(blankNameOf(step)) ?? []));
  return ["results", "inputs"].flatMap((list) => {
    const items = valueAt(value, [list]);
    return Array.isArray(items) ? [...items.keys()].flatMap((index) => idFor([list, index])) : [];
  });

  function idFor(item: Path): Change[] {
    const id = slug(String(valueAt(value, [...item, "name"]) ?? ""));
    // Of two with the same name only one can have it.
    if (valueAt(value, [...item, "id"]) !== undefined || !called.delete(id)) return [];
    return [{ set: [...item, "id"], to: id }];
  }
}
