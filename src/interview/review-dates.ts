/** The day of answers that the interview asked for. */
import { type Change, deepEqual, valueAt } from "../file/change.js";

/** Gives each answer under `reviews` its day, but for those that a file had before. */
export function reviewDates(value: unknown, before: unknown, today: string): Change[] {
  const known = listIn(before);
  return listIn(value).flatMap((item, index) =>
    valueAt(item, ["date"]) !== undefined || known.some((each) => deepEqual(each, item))
      ? []
      : [{ set: ["reviews", index, "date"], to: today }],
  );
}

function listIn(value: unknown): readonly unknown[] {
  const items = valueAt(value, ["reviews"]);
  return Array.isArray(items) ? items : [];
}
