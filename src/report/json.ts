import { type Report, summaryOf } from "./report.js";

/** The report for programs, version 1: schemas/report.schema.json. */
export function json(report: Report): string {
  const files = report.files.map(({ path, star, points, problems }) => ({
    path,
    name: star?.name ?? null,
    points,
    problems,
  }));
  return `${JSON.stringify({ version: 1, files, summary: summaryOf(report) }, null, 2)}\n`;
}
