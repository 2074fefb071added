/** The report as GitLab Code Quality JSON. */
import type { Severity } from "../file/problem.js";
import { digest, fingerprintsOf } from "../lint/fingerprint.js";
import { type FileReport, notJudged, type Report, type RunError, repositoryPath } from "./report.js";
import { jsonText, visible } from "./terminal-text.js";

const severities: Record<Severity, string> = { error: "major", warning: "minor", note: "info" };

/** A list of findings; what keeps a file from being judged is a blocker. */
export function gitlab(report: Report): string {
  const { files, errors = [] } = report;
  const findings = files.flatMap((file) => findingsIn(file, repositoryPath(report, file.path)));
  return jsonText([...errors.map((error) => findingOf(error, report)), ...findings]);
}

/** A finding has to have a path: where none is known, that of the file that northstar looks for. */
function findingOf({ message, path: file = "northstar.yaml", range }: RunError, report: Report) {
  const path = repositoryPath(report, file);
  return {
    description: visible(message),
    check_name: notJudged,
    fingerprint: digest(path, message, JSON.stringify(range ?? null)),
    severity: "blocker",
    location: { path, lines: { begin: range?.start.line ?? 1, end: range?.end.line ?? 1 } },
  };
}

function findingsIn(file: FileReport, path: string) {
  const fingerprints = fingerprintsOf(file);
  return file.problems.map(({ rule, severity, message, range }, index) => ({
    description: visible(message),
    check_name: rule,
    fingerprint: digest(path, JSON.stringify(fingerprints[index])),
    severity: file.star ? severities[severity] : "blocker",
    location: { path, lines: { begin: range.start.line, end: range.end.line } },
  }));
}
