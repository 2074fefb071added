import type { Problem } from "../file/problem.js";
import { type Report, summaryOf } from "./report.js";

/** The report for programs, version 1: schemas/report.schema.json. */
export function json(report: Report): string {
  const files = report.files.map(({ path, star, points, problems }) => ({
    path,
    name: star?.name ?? null,
    points,
    problems: problems.map(problemOf),
  }));
  return `${JSON.stringify({ version: 1, files, summary: summaryOf(report) }, null, 2)}\n`;
}

/** The fields of version 1, in the order in which people read them. */
function problemOf(problem: Problem) {
  const { rule, point, severity, message, why, question, chapter, path, range, related, help } = problem;
  return {
    rule,
    point,
    severity,
    message,
    why,
    question,
    chapter,
    path,
    range,
    related: related.map(({ message, path, range }) => ({ message, path, range })),
    help,
  };
}
