/** The report as workflow commands of GitHub Actions, one for each annotation. */

import type { Range, Severity } from "../file/problem.js";
import { helpOf, questionOf } from "../lint/catalogue.js";
import { type Group, grouped, notJudged, type Report, repositoryPath } from "./report.js";
import { visible } from "./terminal-text.js";

const commands: Record<Severity, string> = { error: "error", warning: "warning", note: "notice" };

/** A command for each problem, at the lines of the file that is looked at; nothing for a clean run. */
export function github(report: Report): string {
  const { files, errors = [] } = report;
  const problems = files.flatMap(({ path, problems }) =>
    grouped(problems).map((group) => commandFor(repositoryPath(report, path), group)),
  );
  const failed = errors.map(({ message, path, range }) => {
    const place = range ? placeOf(range) : { line: 1, endLine: 1 };
    const at = path === undefined ? {} : { file: repositoryPath(report, path), ...place };
    return command("error", { ...at, title: notJudged }, visible(message));
  });
  return [...failed, ...problems].map((line) => `${line}\n`).join("");
}

function commandFor(path: string, group: Group): string {
  const [problem] = group;
  const { severity, rule, range } = problem;
  const question = questionOf(rule);
  const messages = group.map(({ message }) => visible(message));
  const said = group.length === 1 ? messages : messages.map((message) => `• ${message}`);
  const lines = [...said, ...(question === null ? [] : ["", question]), "", helpOf(rule)];
  return command(commands[severity], { file: path, ...placeOf(range), title: rule }, lines.join("\n"));
}

function command(name: string, properties: object, text: string): string {
  const written = Object.entries(properties)
    .map(([key, value]) => `${key}=${escapeProperty(visible(String(value)))}`)
    .join(",");
  return `::${name} ${written}::${escapeData(text)}`;
}

/** GitHub refuses columns of a place that goes over several lines. */
function placeOf({ start, end }: Range) {
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
