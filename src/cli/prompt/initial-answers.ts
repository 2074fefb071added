/** Answers that `init` has before it asks: from a file and from `--set`. */
import { applyChange, valueAt } from "../../file/change.js";
import type { Document } from "../../file/document.js";
import { missingField } from "../../file/faults.js";
import { canBeBlank, fieldAt } from "../../file/format-fields.js";
import type { Path } from "../../file/problem.js";
import { readPath, valueFor, whyNotAt } from "../../interview/assignments.js";
import type { InitialAnswers } from "../../interview/initial-answers.js";
import { hasBlank } from "../../reading/blank.js";
import type { Judged } from "../../report/report.js";
import { Failure } from "../host/exit.js";

/** What a file with answers says; or what keeps it from being one, to be reported. */
export function answersFrom(file: Document, judged: Judged): InitialAnswers | { unfit: Judged } {
  const { value } = file;
  const problems = judged.star ? [] : judged.problems.filter(({ rule, path }) => !isOpen(rule, value, path));
  return problems.length > 0 ? { unfit: { ...judged, problems } } : { file, value };
}

/** A file with answers may lack some: whole keys, or it has a blank or nothing in their place. */
function isOpen(rule: string, value: unknown, path: Path): boolean {
  const here = valueAt(value, path);
  return rule === missingField.id || here === null || (typeof here === "string" && hasBlank(here));
}

/** What is known with one more answer, given as `path=value`. */
export function withSetting(given: InitialAnswers, setting: string): InitialAnswers {
  const [words = "", ...rest] = setting.split("=");
  const path = readPath(words);
  const to = rest.length > 0 ? valueFor(rest.join("="), path) : { reason: howToSet };
  const reason = typeof to === "object" ? to.reason : whyNotAt(given.value, path);
  if (reason !== undefined) throw new Failure(`--set ${words}: ${reason}`);
  return { ...given, value: applyChange(given.value, { set: path, to }) };
}

const howToSet = "write it as path=value, as in name=Regular Readers";

/** Whether a place takes no words, but one of a few: so much can be asked of who sits before it. */
export function isChoice(path: Path): boolean {
  return fieldAt(path)?.kind !== "text";
}

/** Whether a blank at a path would make the file unreadable: a level cannot be ____. */
export function isBound(path: Path): boolean {
  return !canBeBlank(path);
}

/** Says which answers are missing and which options give them, in one line; `why` nobody is asked, if blanks may stay. */
export function missingAnswers(missing: readonly Path[], why?: string): string {
  const flags = missing.map((path) => `--set ${path.join(".")}=${fieldAt(path)?.choices?.join("|") ?? "…"}`);
  const shown = flags.length > 5 ? [...flags.slice(0, 4), `and ${flags.length - 4} more`] : flags;
  const what = missing.length === 1 ? "an answer is missing" : `${missing.length} answers are missing`;
  if (why !== undefined)
    return `${what}, and ${why}: add ${shown.join(" ")}, give them with --from FILE, or leave blanks with --yes`;
  return `${what} that cannot stay blank: add ${shown.join(" ")}`;
}
