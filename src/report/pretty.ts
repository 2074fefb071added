import type { Report } from "./report.js";

/** The report for people. */
export function pretty(report: Report): string {
  return report.files.map((file) => `${file.path}\n`).join("");
}
