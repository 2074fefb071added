/** Answers that are known before anything is asked: from a file, and one by one. */
import { missingField } from "../file/faults.js";
import { canBeBlank, fieldAt } from "../file/field.js";
import type { Path } from "../file/problem.js";
import { readSource } from "../file/source.js";
import { type Draft, draftOf, nodeAt } from "../interview/draft.js";
import { put, readPath, valueFor } from "../interview/set.js";
import { hasBlank } from "../reading/blank.js";
import type { Judged } from "../report/report.js";
import { Failure } from "./exit.js";

/** What a file with answers says; or what keeps it from being one, to be reported. */
export function draftFrom(judged: Judged): Draft | { unfit: Judged } {
  const source = readSource(judged.text);
  if (Array.isArray(source)) return { unfit: judged };
  const draft = draftOf(source);
  const problems = judged.star ? [] : judged.problems.filter(({ rule, path }) => !isOpen(rule, draft, path));
  return problems.length > 0 ? { unfit: { ...judged, problems } } : draft;
}

/** A file with answers may lack some: whole keys, or it has a blank or nothing in their place. */
function isOpen(rule: string, draft: Draft, path: Path): boolean {
  const value = nodeAt(draft.root, path)?.value;
  return rule === missingField.id || value === null || (typeof value === "string" && hasBlank(value));
}

/** The draft with one more answer, given as `path=value`. */
export function withSetting(draft: Draft, setting: string): Draft {
  const [words = "", ...rest] = setting.split("=");
  const path = readPath(words);
  const value = rest.length > 0 ? valueFor(rest.join("="), path) : { fault: howToSet };
  const root = typeof value === "object" ? value : put(draft.root, path, value);
  if ("fault" in root) throw new Failure(`--set ${words}: ${root.fault}`);
  return { ...draft, root };
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
