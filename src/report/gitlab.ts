/** Code Quality of GitLab. */
import type { Severity } from "../file/problem.js";
import { digest, fingerprintsOf } from "../lint/fingerprint.js";
import { type Report, repositoryPath, type Told } from "./report.js";
import { visible } from "./text.js";

const severities: Record<Severity, string> = { error: "major", warning: "minor", note: "info" };

/** A list of findings; what keeps a file from being read is a blocker. */
export function gitlab(report: Report): string {
  const findings = report.files.flatMap((file) => findingsIn(file, repositoryPath(report, file.path)));
  return `${JSON.stringify(findings, null, 2)}\n`;
}

function findingsIn(file: Told, path: string) {
  const fingerprints = fingerprintsOf(file);
  return file.problems.map(({ rule, severity, message, range }, index) => ({
    description: visible(message),
    check_name: rule,
    fingerprint: digest(path, JSON.stringify(fingerprints[index])),
    severity: file.star ? severities[severity] : "blocker",
    location: { path, lines: { begin: range.start.line, end: range.end.line } },
  }));
}
