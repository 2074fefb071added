/** When what is found fails a run: the one place where problems become an exit code. */
import { type Problem, type Severity, severities } from "../file/problem.js";
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
}

/**
 * The outcome of a run: failed where a file has a problem at its threshold, or all files together have more
 * warnings than allowed. A quiet report, which shows only errors, has the same outcome.
 */
export function outcomeOf(
  files: readonly Held[],
  { maxWarnings = Number.POSITIVE_INFINITY, quiet = false }: { maxWarnings?: number; quiet?: boolean } = {},
): Outcome {
  const warnings = files.flatMap(({ problems }) => problems).filter(is("warning")).length;
  if (warnings > maxWarnings) {
    const reason = `${many(warnings, "warning")}, and --max-warnings allows ${maxWarnings}`;
    return { code: exit.problems, reason };
  }
  const failing = files.flatMap(({ problems, failOn }) => problems.filter(isAt(failOn)));
  if (failing.length === 0) return { code: exit.done };
  if (!quiet || failing.some(is("error"))) return { code: exit.problems };
  const left = (["warning", "note"] as const)
    .map((severity) => [failing.filter(is(severity)).length, severity] as const)
    .flatMap(([count, severity]) => (count > 0 ? [many(count, severity)] : []));
  return { code: exit.problems, reason: `failed on ${left.join(" and ")}, which --quiet does not show` };
}

function is(severity: Severity): (problem: Problem) => boolean {
  return (problem) => problem.severity === severity;
}

function isAt(threshold: Threshold): (problem: Problem) => boolean {
  const gravest = threshold === "never" ? [] : severities.slice(0, severities.indexOf(threshold) + 1);
  return ({ severity }) => gravest.includes(severity);
}

function many(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
