/** Annotations of GitHub Actions: one workflow command for each line. */
import type { Problem, Severity } from "../file/problem.js";
import { type Group, grouped, type Report, repositoryPath } from "./report.js";
import { visible } from "./text.js";

const commands: Record<Severity, string> = { error: "error", warning: "warning", note: "notice" };

/** A command for each problem, at the lines of the file that is looked at; nothing for a clean run. */
export function github(report: Report): string {
  return report.files
    .flatMap(({ path, problems }) =>
      grouped(problems).map((group) => `${command(repositoryPath(report, path), group)}\n`),
    )
    .join("");
}

function command(path: string, group: Group): string {
  const [problem] = group;
  const { severity, rule, question, help } = problem;
  const properties = Object.entries({ file: path, ...placeOf(problem), title: rule })
    .map(([name, value]) => `${name}=${escapeProperty(visible(String(value)))}`)
    .join(",");
  const messages = group.map(({ message }) => visible(message));
  const said = group.length === 1 ? messages : messages.map((message) => `• ${message}`);
  const lines = [...said, ...(question === null ? [] : ["", question]), "", help];
  return `::${commands[severity]} ${properties}::${escapeData(lines.join("\n"))}`;
}

/** GitHub refuses columns of a place that goes over several lines. */
function placeOf({ range: { start, end } }: Problem) {
  // A span that ends before the first sign of a line ends on the line above.
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  if (end.line > start.line) return { line: start.line, endLine: last };
  return { line: start.line, endLine: end.line, col: start.column, endColumn: end.column };
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
