/** When what is found fails a run: the one place where problems become an exit code. */
import { type Problem, type Severity, severities } from "../file/problem.js";
import { many } from "../report/report.js";
import { exit } from "./exit.js";

/** Problems of this severity and of graver ones fail; `never` leaves it to the people who read the report. */
export type Threshold = Severity | "never";
export const thresholds: readonly Threshold[] = [...severities, "never"];

/** What was found in a file, and what of it fails. */
export interface Held {
  problems: readonly Problem[];
  failOn: Threshold;
}

export interface Outcome {
  code: number;
  /** Why it failed, where the report does not show that. */
  reason?: string;
  /** The problems that made it fail. */
  failing: ReadonlySet<Problem>;
}

/**
 * The outcome of a run: failed where a file has a problem at its threshold, or all files together have more
 * warnings than allowed. A quiet report, which shows only errors, has the same outcome.
 */
export function outcomeOf(
  files: readonly Held[],
  { maxWarnings = Number.POSITIVE_INFINITY, quiet = false }: { maxWarnings?: number; quiet?: boolean } = {},
): Outcome {
  const failing = new Set(files.flatMap(({ problems, failOn }) => problems.filter(isAt(failOn))));
  const warnings = files.flatMap(({ problems }) => problems).filter(is("warning"));
  if (warnings.length > maxWarnings) {
    const unseen = quiet ? `; leave out --quiet to see ${warnings.length === 1 ? "it" : "them"}` : "";
    const reason = `${many(warnings.length, "warning")}, and --max-warnings allows ${maxWarnings}${unseen}`;
    return { code: exit.problems, reason, failing: new Set([...failing, ...warnings]) };
  }
  if (failing.size === 0) return { code: exit.done, failing };
  const found = [...failing];
  if (!quiet || found.some(is("error"))) return { code: exit.problems, failing };
  const left = (["warning", "note"] as const)
    .map((severity) => [found.filter(is(severity)).length, severity] as const)
    .flatMap(([count, severity]) => (count > 0 ? [many(count, severity)] : []));
  const reason = `failed on ${left.join(" and ")}, which --quiet does not show`;
  return { code: exit.problems, reason, failing };
}

function is(severity: Severity): (problem: Problem) => boolean {
  return (problem) => problem.severity === severity;
}

function isAt(threshold: Threshold): (problem: Problem) => boolean {
  const gravest = threshold === "never" ? [] : severities.slice(0, severities.indexOf(threshold) + 1);
  return ({ severity }) => gravest.includes(severity);
}
