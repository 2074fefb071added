/** Finds what is worse in a file after an edit. */
import { readDocument } from "../file/document.js";
import type { Problem, Severity } from "../file/problem.js";
import type { Checked } from "./check.js";

/** A text and what was found in it. */
export type CheckedText = Checked & { text: string };

/**
 * What makes a file worse than it was before: nothing, unless it can no longer be read, or has more errors. A
 * file of which more can be read may show errors that nobody could see before.
 */
export function regressions(before: CheckedText, now: CheckedText): Problem[] {
  const gain = readabilityOf(now) - readabilityOf(before);
  const isWorse = gain === 0 ? errorsOf(now).length > errorsOf(before).length : gain < 0;
  return isWorse ? newProblems(before, now, "error") : [];
}

/** The problems of a severity that a file did not have before; a rule counts once for each place. */
export function newProblems(before: CheckedText, now: CheckedText, severity: Severity): Problem[] {
  const known = before.problems.map(ruleAndMessage);
  return now.problems.filter((problem) => {
    const index = known.indexOf(ruleAndMessage(problem));
    if (index >= 0) known.splice(index, 1);
    return index < 0 && problem.severity === severity;
  });
}

/** A North Star, YAML of another shape, or no YAML at all. */
function readabilityOf({ star, text }: CheckedText): number {
  if (star) return 2;
  return Array.isArray(readDocument(text)) ? 0 : 1;
}

function errorsOf({ problems }: Checked): Problem[] {
  return problems.filter(({ severity }) => severity === "error");
}

/** A problem by what is said: an edit moves lines and the numbers of items. */
function ruleAndMessage({ rule, severity, message }: Problem): string {
  return `${rule} ${severity} ${message}`;
}
