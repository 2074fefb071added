/** Sentences that several reports for people share. */
import type { Problem, Severity } from "../file/problem.js";
import type { PointState, State } from "../lint/check.js";
import { checklist } from "../lint/playbook.js";
import { rules } from "../lint/rules/index.js";
import { sentence } from "../reading/sentence.js";
import { bySeverity, type FileReport, fixableIn, pluralize, type Report, scoreOf } from "./report.js";

/** Stands where a score would. */
export const noScore = "not judged: this cannot be read as a North Star yet";

/** How the definition was read, so that a person sees at once when they were misunderstood. */
export function readsAs({ reading, skipped, star }: FileReport): string | null {
  if (skipped && skipped.length > 0)
    return `${star?.language ? `Written in \`${star.language}\`` : "Not in English, it seems"}: the ${skipped.length} rules that read English are off`;
  if (!reading) return null;
  return `Reads as: ${sentence(reading) ?? "nothing that can be counted"}`;
}

/** What comments of the file ignore, and is not reported again. */
export function ignoredIn({ ignored = [] }: FileReport): string | null {
  if (ignored.length === 0) return null;
  const rules = [...new Set(ignored.map(({ rule }) => rule))];
  return `Ignored in comments: ${rules.join(", ")}; northstar ignores says why`;
}

/** The line that people quote, and how much the team knows already. */
export function verdictOf({ star, points, known = [] }: FileReport): string {
  const score = star ? scoreOf(points) : "cannot be read yet";
  return known.length === 0 ? score : `${score} (${pluralize(known.length, "known problem")} not shown)`;
}

/** What stands beside a file without a problem to show: a tick only where nothing else is known against it. */
export function signOf({ star, points, known = [] }: FileReport): Severity | "met" {
  const is = (state: State) => points.some((point) => point.state === state);
  if (!star || is("broken") || known.some(({ severity }) => severity === "error")) return "error";
  return is("doubtful") || known.some(({ severity }) => severity === "warning") ? "warning" : "met";
}

/** Files of which no problem is shown. */
export function cleanCount(files: readonly FileReport[]): string {
  const clean = files.filter(({ problems }) => problems.length === 0).length;
  return `${clean} without ${files.some(({ known = [] }) => known.length > 0) ? "new problems" : "problems"}`;
}

/** What `lint --fix` can do, or null where it takes people. Each command is given to `code`. */
export function fixHint(
  report: Pick<Report, "files" | "fixed" | "since">,
  code = (command: string) => command,
): string | null {
  const { safe, others } = fixableIn(report);
  if (safe + others === 0) return null;
  // Without it nothing is known of what the files said before.
  const since = report.since === undefined ? "" : ` --since ${report.since}`;
  const mended = (count: number | string, way: string) =>
    `${count} can be mended by ${code(`northstar lint ${way}${since}`)}`;
  const all = mended(safe === 0 ? others : `${others} more`, "--fix=all");
  if (safe === 0) return all;
  return `${mended(safe, "--fix")}${others > 0 ? `, ${all}` : ""}`;
}

/** The team's answer, what to ask for one, or what speaks against the point. */
export function reasonOf({ id, state }: PointState, { star, problems, known = [] }: FileReport): string {
  if (state === "open") return checklist[id].question;
  if (state === "met") return star?.checklist?.[id] ?? "";
  const isAgainst = (each: Problem) => each.point === id && each.rule !== "unanswered-point";
  const [shown] = problems.filter(isAgainst).sort(bySeverity);
  const [hidden] = known.filter(isAgainst).sort(bySeverity);
  const summary = rules.find((rule) => rule.id === (shown ?? hidden)?.rule)?.summary;
  if (summary === undefined) return "This report does not show what stands";
  return shown ? summary : `${summary} (known)`;
}
