/** What the rules say of an answer before it is written, as they do in the interview of `init`. */
import { type Change, isPartOf } from "../file/change.js";
import type { Document } from "../file/document.js";
import { edit } from "../file/edit.js";
import { type Path, type Problem, ruleAndPath } from "../file/problem.js";
import { checkDocument } from "../lint/check.js";
import type { LintOptions } from "../lint/lint.js";
import { unansweredPoint } from "../lint/rules/format/unanswered-point.js";
import { unfilledBlank } from "../lint/rules/format/unfilled-blank.js";

/** A file is unfinished while it is asked for; that is no news. */
const unfinished: readonly string[] = [unfilledBlank.id, unansweredPoint.id];

/**
 * What the rules find at a place once some changes are made, and what they find anew around it, compared with the
 * changes that were known before.
 */
export function remarksOn(
  document: Document,
  before: readonly Change[],
  after: readonly Change[],
  place: Path,
  around: Path,
  options: LintOptions,
): Problem[] {
  const problemsOf = (changes: readonly Change[]) => checkDocument(edit(document, changes), options).problems;
  const known = new Set(problemsOf(before).map(ruleAndPath));
  return problemsOf(after).filter(
    (problem) =>
      !unfinished.includes(problem.rule) &&
      (isPartOf(problem.path, place) || (isPartOf(problem.path, around) && !known.has(ruleAndPath(problem)))),
  );
}
