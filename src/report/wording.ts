/** Sentences that several reports for people share. */
import { shellWord } from "../file/message-text.js";
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

/** What files of which no problem is shown are without. */
export function nothingShown({ files, quiet }: Pick<Report, "files" | "quiet">): string {
  const isNarrowed = files.some(({ known = [] }) => known.length > 0);
  return `without ${isNarrowed ? "new " : ""}${quiet ? "errors" : "problems"}`;
}

/** Files of which no problem is shown. */
export function cleanCount(report: Pick<Report, "files" | "quiet">): string {
  const clean = report.files.filter(({ problems }) => problems.length === 0).length;
  return `${clean} ${nothingShown(report)}`;
}

/** What `lint --fix` can do, or null where it takes people. Each command is given to `code`. */
export function fixHint(
  report: Pick<Report, "files" | "fixed" | "call">,
  code = (command: string) => command,
): string | null {
  const { safe, others } = fixableIn(report);
  if (safe + others === 0) return null;
  const mended = (count: number | string, way: string) => {
    const command = fixCommand(report, way);
    const short = command.length <= longestCommand ? code(command) : `the same call with ${code(way)}`;
    return `${count} can be mended by ${short}`;
  };
  const all = mended(safe === 0 ? others : `${others} more`, "--fix=all");
  if (safe === 0) return all;
  return `${mended(safe, "--fix")}${others > 0 ? `, ${all}` : ""}`;
}

/** How long a command may be that people read or copy. */
const longestCommand = 120;

/** What mends what a call showed: of all that it judged, or, where it named some of it, of one file. */
export function fixCommand({ call }: Pick<Report, "call">, way: string, file?: string): string {
  const { options = [], paths = [] } = call ?? {};
  const isInput = paths.includes("-") && (file === undefined || file === "<stdin>");
  const named = file === undefined || paths.length === 0 ? paths : [isInput ? "-" : file];
  // Standard input is no file that could be changed.
  const shown = isInput ? ["--fix-dry-run"] : [];
  return ["northstar lint", way, ...shown, ...options, ...named.map(shellWord)].join(" ");
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
