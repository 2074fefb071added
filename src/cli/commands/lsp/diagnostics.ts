/** Problems as an editor shows them. */
import type { Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-protocol";
import type { Problem, Severity } from "../../../file/problem.js";
import { expiredIgnore, unusedIgnore } from "../../../lint/comment-faults.js";
import type { Abilities } from "./abilities.js";
import type { OpenFile } from "./open-file.js";

/** What the pages of rules are asked for by, where an editor shows texts that only the server has. */
export const pageScheme = "northstar";

const severityNumbers: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, note: 3 };

const unnecessary: DiagnosticTag = 1;
const needless: readonly string[] = [unusedIgnore.id, expiredIgnore.id];

/** What was found in a file, in its order. */
export function diagnosticsOf(file: OpenFile, problems: readonly Problem[], can: Abilities): Diagnostic[] {
  return problems.map(({ rule, severity, message, range, related, confidence = "high" }) => ({
    range: file.rangeOf(range),
    severity: severityNumbers[severity],
    code: rule,
    ...(can.pages && { codeDescription: { href: `${pageScheme}:/rules/${rule}.md` } }),
    source: "northstar",
    message,
    ...(can.tags && needless.includes(rule) && { tags: [unnecessary] }),
    ...(can.related &&
      related.length > 0 && {
        relatedInformation: related.map((other) => ({
          location: { uri: file.uri, range: file.rangeOf(other.range) },
          message: other.message,
        })),
      }),
    data: { confidence },
  }));
}
