/** Which problems make a run fail, by severity and by how many warnings there are. What keeps a command from going on at all is shown by show-problems.ts. */
import { type Problem, type Severity, severities } from "../../file/problem.js";
import { pluralize } from "../../report/report.js";
import { exit } from "./exit.js";

/** Problems of this severity and of graver ones fail; `never` leaves it to the people who read the report. */
export type FailOn = Severity | "never";
export const thresholds: readonly FailOn[] = [...severities, "never"];

/** How many warnings a configuration allows, over all files that it counts for. */
export interface WarningLimit {
  most: number;
  /** Where it says so, in words for the person. */
  origin: string;
}

/** What was found in a file, and what of it fails. */
export interface FileFindings {
  problems: readonly Problem[];
  failOn: FailOn;
  /** Which configuration says so, in words for the person. */
  failOrigin?: string | undefined;
  limit?: WarningLimit | undefined;
}

export interface RunOutcome {
  code: number;
  /** Why it failed, where the report does not show that. */
  reason?: string;
  /** The problems that made it fail. */
  failing: ReadonlySet<Problem>;
}

/** What the command line says of failing; `stale` entries of a baseline fail, however many. */
interface Asked {
  maxWarnings?: number;
  quiet?: boolean;
  stale?: number;
}

/**
 * The outcome of a run: failed where a file has a problem at its threshold, or files together have more warnings than
 * allowed. A quiet report, which shows only errors, has the same outcome.
 */
export function outcomeOf(
  files: readonly FileFindings[],
  { maxWarnings, quiet = false, stale = 0 }: Asked = {},
): RunOutcome {
  const grave = files.flatMap(({ problems, failOn }) => problems.filter(isAt(failOn)));
  const over = excessOf(files, maxWarnings);
  const failing = new Set([...grave, ...over.flatMap(({ warnings }) => warnings)]);
  const reasons = [
    ...over.map(({ warnings: { length }, reason }) => {
      const unseen = quiet ? `; leave out --quiet to see ${length === 1 ? "it" : "them"}` : "";
      return `${pluralize(length, "warning")}, and ${reason}${unseen}`;
    }),
    ...(quiet && over.length === 0 ? unshown(grave) : []),
    ...(quiet ? [] : stricter(files)),
    ...(stale > 0
      ? [
          `${pluralize(stale, "known problem")} no longer ${stale === 1 ? "occurs" : "occur"}, and --fail-on-stale-baseline fails on that`,
        ]
      : []),
  ];
  const code = failing.size > 0 || stale > 0 ? exit.problems : exit.done;
  return { code, ...(reasons.length > 0 && { reason: reasons.join("; ") }), failing };
}

/** Where there are more warnings than allowed: what the command line says counts for all files together. */
function excessOf(files: readonly FileFindings[], maxWarnings: number | undefined) {
  const asked = maxWarnings === undefined ? undefined : { most: maxWarnings, origin: "--max-warnings" };
  const counts = new Map<WarningLimit, Problem[]>();
  for (const { problems, limit } of files) {
    const counting = asked ?? limit;
    if (counting) counts.set(counting, [...(counts.get(counting) ?? []), ...problems.filter(is("warning"))]);
  }
  return [...counts].flatMap(([{ most, origin }, warnings]) =>
    warnings.length > most ? [{ warnings, reason: `${origin} allows ${most}` }] : [],
  );
}

/** Why a report that shows only errors failed without any. */
function unshown(grave: readonly Problem[]): string[] {
  const left = withoutErrors(grave);
  return left === undefined ? [] : [`failed on ${left}, which --quiet does not show`];
}

/** Why a run without errors failed where nobody asked for it on the command line. */
function stricter(files: readonly FileFindings[]): string[] {
  const graveOf = ({ problems, failOn }: FileFindings) => problems.filter(isAt(failOn));
  if (files.flatMap(graveOf).some(is("error"))) return [];
  const origins = new Set(files.flatMap(({ failOrigin }) => failOrigin ?? []));
  return [...origins].flatMap((origin) => {
    const left = withoutErrors(files.filter(({ failOrigin }) => failOrigin === origin).flatMap(graveOf));
    return left === undefined ? [] : [`failed on ${left}, as ${origin} says`];
  });
}

/** Problems as they are counted, where there are any and none is an error. */
function withoutErrors(grave: readonly Problem[]): string | undefined {
  if (grave.length === 0 || grave.some(is("error"))) return undefined;
  return (["warning", "note"] as const)
    .map((severity) => [grave.filter(is(severity)).length, severity] as const)
    .flatMap(([count, severity]) => (count > 0 ? [pluralize(count, severity)] : []))
    .join(" and ");
}

function is(severity: Severity): (problem: Problem) => boolean {
  return (problem) => problem.severity === severity;
}

function isAt(threshold: FailOn): (problem: Problem) => boolean {
  const gravest = threshold === "never" ? [] : severities.slice(0, severities.indexOf(threshold) + 1);
  return ({ severity }) => gravest.includes(severity);
}
