/** What a run of `lint` found, as data; a formatter turns it into text. */
import type { Checked, PointState, State } from "../lint/check.js";
import type { Look } from "./theme.js";

/** A file that was judged. */
export interface Judged extends Checked {
  /** As the person would name it: relative, with forward slashes. */
  path: string;
  text: string;
}

export interface Report {
  files: readonly Judged[];
}

export type Formatter = (report: Report, look: Look) => string;

export interface Summary {
  files: number;
  errors: number;
  warnings: number;
  notes: number;
}

/** How much was found, over all files. */
export function summaryOf(report: Report): Summary {
  const problems = report.files.flatMap((file) => file.problems);
  const count = (severity: string) => problems.filter((each) => each.severity === severity).length;
  return {
    files: report.files.length,
    errors: count("error"),
    warnings: count("warning"),
    notes: count("note"),
  };
}

/** The line that people quote: `5 of 7 points met, 1 open, 1 broken`. */
export function scoreOf(points: readonly PointState[]): string {
  const count = (state: State) => points.filter((point) => point.state === state).length;
  const others = (["open", "doubtful", "broken"] as const)
    .filter((state) => count(state) > 0)
    .map((state) => `, ${count(state)} ${state}`);
  return `${count("met")} of ${points.length} points met${others.join("")}`;
}
