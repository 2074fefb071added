/** What the history keeps of a metric that is left, or is counted in another way (playbook, chapter 6). */
import { valueAt } from "../file/change.js";

/** What is said of a metric alone, in the order of the file. */
export const ofTheMetric = [
  "abbreviation",
  "thresholds",
  "unit",
  "window",
  "population",
  "excludes",
  "how",
  "source",
  "checklist",
] as const;

/** An entry of the history: name and definition, and what else of a file's value is no longer said. */
export function formerMetric(
  value: unknown,
  date: string,
  others: readonly string[],
): Record<string, unknown> {
  const said = ["name", "definition", ...others].map((key) => [key, valueAt(value, [key])] as const);
  return { date, ...Object.fromEntries(said.filter(([, each]) => each !== undefined)) };
}
