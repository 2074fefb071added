/** What a run of `lint` found, as data; a formatter turns it into text. */
import type { Northstar } from "../file/northstar.js";
import { type Problem, type Range, severities } from "../file/problem.js";
import type { Checked, PointState, State } from "../lint/check.js";
import type { Understood } from "../reading/reading.js";
import type { Look } from "./terminal-theme.js";

/** A file that was judged. */
export interface Judged extends Checked {
  /** As the person would name it: relative, with forward slashes. */
  path: string;
  text: string;
}

/** The part of a judged file that reports show; see `foundIn`. */
export interface FileReport extends Omit<Judged, "star" | "reading"> {
  /** The values that problems are about are there too, in their places. */
  star?: Pick<
    Northstar,
    "name" | "product" | "status" | "game" | "language" | "owner" | "parts" | "checklist"
  > & {
    inputs?: readonly { name: string }[];
  };
  reading?: Understood | null;
  /** What was found and is left out, since the team knows of it; the states of the points count it. */
  known?: readonly Problem[];
}

/** What kept a run, or a file of it, from being judged. */
export interface RunError {
  message: string;
  /** The file that it is about, as the person would name it. */
  path?: string;
  range?: Range;
}

/** What formats that name a rule with each entry call a {@link RunError}. */
export const notJudged = "not-judged";

/** What has to be typed again behind `northstar lint --fix`, so that it mends what a call showed and nothing else. */
export interface Call {
  /** Options that decide what is found and shown, as a shell takes them. */
  options: readonly string[];
  /** What was named: files, folders and globs, and `-` for standard input that is no file. */
  paths: readonly string[];
}

export interface Report {
  files: readonly FileReport[];
  /** What could not be judged; the exit code is 2 then. */
  errors?: readonly RunError[];
  /** The problems that fail the run. */
  failing: ReadonlySet<Problem>;
  /** northstar's own version. */
  version: string;
  /** The current folder as its repository's root sees it: empty, or with a slash at its end. */
  folder: string;
  /** Where a browser shows the repository's files, with a slash at its end; null where nobody knows. */
  browse: string | null;
  /** Whether formats that can mark a problem as ignored show those that comments ignore. */
  showIgnored?: boolean;
  /** Whether errors alone are shown. */
  quiet?: boolean;
  /** The fixes that were made already; what they left cannot be mended by them. */
  fixed?: "safe" | "all";
  /** The call that found it; without one, `northstar lint` on its own. */
  call?: Call;
}

/** Turns a report into a whole document; clean runs and files that cannot be read have one too. */
export type Formatter = (report: Report, look: Look) => string;

/** The path of a file as its repository's root sees it; forges know files by it. */
export function repositoryPath({ folder }: Pick<Report, "folder">, path: string): string {
  const steps: string[] = [];
  for (const step of `${folder}${path}`.split("/")) {
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** A path as a relative reference of RFC 3986. */
export function uriOf(path: string): string {
  return path
    .replace(/\p{Cs}/gu, "\uFFFD")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}

/** What breaks a point comes before what puts it in doubt; otherwise the order of the file stays. */
export function bySeverity(a: Problem, b: Problem): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

/** Problems of one rule at one place. */
export type Group = [Problem, ...Problem[]];

/** Problems as people want to read them: the gravest first, and those of one rule at one place together. */
export function grouped(problems: readonly Problem[]): Group[] {
  const groups = new Map<string, Group>();
  for (const problem of [...problems].sort(bySeverity)) {
    const key = JSON.stringify([problem.rule, problem.severity, problem.range, problem.related]);
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()];
}

export interface Summary {
  files: number;
  errors: number;
  warnings: number;
  notes: number;
  /** How many of them `--fix` fixes. */
  fixable: number;
}

/** How much was found, over all files. */
export function summaryOf(report: Pick<Report, "files" | "fixed">): Summary {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { problems } of report.files) for (const { severity } of problems) counts[severity] += 1;
  const { error: errors, warning: warnings, note: notes } = counts;
  return { files: report.files.length, errors, warnings, notes, fixable: fixableIn(report).safe };
}

/** How many problems are mended by safe fixes, and how many more by the others. */
export function fixableIn({ files, fixed }: Pick<Report, "files" | "fixed">): {
  safe: number;
  others: number;
} {
  const fixes = files.flatMap(({ problems }) => problems.flatMap(({ fix }) => fix ?? []));
  const safe = fixes.filter((fix) => fix.safe).length;
  return { safe: fixed ? 0 : safe, others: fixed === "all" ? 0 : fixes.length - safe };
}

/** The line that people quote: `5 of 7 points met, 1 open, 1 broken`. */
export function scoreOf(points: readonly PointState[]): string {
  const count = (state: State) => points.filter((point) => point.state === state).length;
  const others = (["open", "doubtful", "broken"] as const)
    .filter((state) => count(state) > 0)
    .map((state) => `, ${count(state)} ${state}`);
  return `${count("met")} of ${points.length} points met${others.join("")}`;
}

/** A number of things: `1 file`, `2 files`. */
export function pluralize(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
