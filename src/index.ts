/** What a program may import. */
import { type Checked, check as judge } from "./lint/check.js";
import { rules } from "./lint/rules/index.js";

export type * from "./file/northstar.js";
export type { Edit, Fix, Path, Point, Position, Problem, Range, Related, Severity } from "./file/problem.js";
export type { Checked, PointState, State } from "./lint/check.js";

/** Judges the text of a northstar.yaml by every rule, as of `today` (YYYY-MM-DD). */
export function check(text: string, { today }: { today: string }): Checked {
  return judge(text, { rules, today });
}
