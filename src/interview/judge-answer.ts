/** What the rules say of an answer, as soon as it is given. */

import { quoted } from "../file/message-text.js";
import { type Problem, ruleAndPath, type Severity } from "../file/problem.js";
import { saysNothing } from "../lint/answer.js";
import { checkSource } from "../lint/check.js";
import type { LintOptions } from "../lint/lint.js";
import { implicitId } from "../lint/rules/bets/implicit-id.js";
import { inputWithoutBet } from "../lint/rules/bets/input-without-bet.js";
import { unfilledBlank } from "../lint/rules/format/unfilled-blank.js";
import { inputWithoutOwner } from "../lint/rules/inputs/input-without-owner.js";
import { answerFor } from "./assignments.js";
import { type Answers, finalValue } from "./fill.js";
import { type BlankStep, blankNameOf, type Session } from "./session.js";
import { pathKey, pathOf, referencesIn } from "./template.js";

/** What there is to think about in an answer. */
export type Remark = Pick<Problem, "rule" | "path" | "severity" | "message">;

/** The answer cannot be written, with the reason; or what there is to think about, which may be nothing. */
export type Verdict = { refused: string } | { remarks: readonly Remark[] };

/** Judges a text in a blank: only what the rules find in it, or newly in the sentence around it. */
export function judgeAnswer(session: Session, step: BlankStep, text: string, options: LintOptions): Verdict {
  const value = answerFor(text, step.path);
  if (typeof value === "object") return { refused: value.reason };
  const others = [...session.answers].filter(([blank]) => blank !== blankNameOf(step));
  const before = remarksOn(session, new Map(others), options);
  const after = remarksOn(session, new Map([...others, [blankNameOf(step), text]]), options);
  if ("refused" in after) return after;
  const known = "refused" in before ? [] : before.remarks.map(ruleAndPath);
  const around = referencesIn(step.sentence).map((name) => pathOf(name, step.base, session.value) ?? []);
  const places = new Set(around.map(pathKey));
  const here = pathKey(step.path);
  // What was found in another blank of the same text was said there.
  const elsewhere =
    "refused" in before || !isShared(session, step) ? [] : before.remarks.map(({ message }) => message);
  const found = after.remarks.filter((remark) =>
    pathKey(remark.path) === here
      ? !elsewhere.includes(remark.message)
      : places.has(pathKey(remark.path)) && !known.includes(ruleAndPath(remark)),
  );
  const empty = found.length === 0 && isHollow(text, step) ? [hollow(text, step)] : [];
  return { remarks: [...found, ...empty].map((remark) => ({ ...remark, message: inWords(remark.message) })) };
}

/** Whether the text of a blank has others. */
function isShared({ steps }: Session, step: BlankStep): boolean {
  const same = steps.filter((other) => other.kind === "blank" && pathKey(other.path) === pathKey(step.path));
  return same.length > 1;
}

/** The worst that stands against what was said at each place. */
export function doubtsIn(session: Session, options: LintOptions): ReadonlyMap<string, Severity> {
  const found = remarksOn(session, session.answers, options);
  const doubts = new Map<string, Severity>();
  for (const { path, severity } of "refused" in found ? [] : found.remarks) {
    const before = doubts.get(pathKey(path));
    if (!before || rank.indexOf(severity) < rank.indexOf(before)) doubts.set(pathKey(path), severity);
  }
  for (const step of session.steps) {
    const said = session.answers.get(blankNameOf(step));
    if (step.kind !== "blank" || said === undefined || doubts.has(pathKey(step.path))) continue;
    if (isHollow(said, step)) doubts.set(pathKey(step.path), hollow(said, step).severity);
  }
  return doubts;
}

const rank: readonly Severity[] = ["error", "warning", "note"];

/** What an unfinished file lacks is no news while it is written, and some of it comes later or of itself. */
const ignored: readonly string[] = [unfilledBlank, implicitId, inputWithoutBet, inputWithoutOwner].map(
  ({ id }) => id,
);

function remarksOn(session: Session, answers: Answers, options: LintOptions): Verdict {
  const value = finalValue({ ...session, answers }, { blanks: "text", items: "all" });
  // What the format needs and nobody has said yet is made up: it is not what is judged.
  const whole = { name: "____", definition: "____", game: "attention", inputs: [], ...Object(value) };
  const { star, problems } = checkSource(JSON.stringify(whole), options);
  if (!star) return { refused: problems[0]?.message ?? "this cannot be written" };
  return { remarks: problems.filter(({ rule }) => !ignored.includes(rule)) };
}

/** Whether an answer in words has none that says anything; names of people and products may be any words. */
function isHollow(text: string, { path, field }: BlankStep): boolean {
  const key = path.at(-1);
  const isName = path[0] === "checklist" || ["id", "product", "owner"].includes(String(key));
  return !isName && (field?.kind ?? "text") === "text" && saysNothing(text);
}

function hollow(text: string, { path }: BlankStep): Remark {
  const message = `${quoted(text)} says nothing yet: an empty line leaves the question open instead`;
  return { rule: "", path, severity: "warning", message };
}

/** What a rule says, for somebody who sees questions and not a file with keys. */
export function inWords(message: string): string {
  return advice
    .reduce((text, [pattern, words]) => text.replace(pattern, words), message)
    .replace(/`([^`]+)`/g, "$1");
}

const advice: readonly [RegExp, string][] = [
  [/move it (?:under|to) `results`, and name/, "keep it for the question about results, and name here"],
  [/ or an `id`/, ""],
  [/the `if`/, "the cause"],
  [/add `\w+` to `checklist` and say/, "say"],
];
