/** What the rules say of an answer, as soon as it is given. */
import type { Problem } from "../file/problem.js";
import { check } from "../lint/check.js";
import type { LintOptions } from "../lint/lint.js";
import { unfilledBlank } from "../lint/rules/format/unfilled-blank.js";
import { type Answers, finalValue } from "./fill.js";
import { type BlankStep, nameOf, type Session } from "./session.js";
import { answerFor } from "./set.js";
import { pathOf, placeOf, referencesIn } from "./template.js";

/** The answer cannot be written, with the reason; or what there is to think about, which may be nothing. */
export type Verdict = { refused: string } | { remarks: readonly Problem[] };

/** Judges a text in a blank: only what the rules find in it, or newly in the sentence around it. */
export function judgeAnswer(session: Session, step: BlankStep, text: string, options: LintOptions): Verdict {
  const value = answerFor(text, step.path);
  if (typeof value === "object") return { refused: value.fault };
  const others = [...session.answers].filter(([blank]) => blank !== nameOf(step));
  const before = problemsOf(session, new Map(others), options);
  const after = problemsOf(session, new Map([...others, [nameOf(step), text]]), options);
  if ("broken" in after) return { refused: after.broken };
  const known = "broken" in before ? [] : before.problems.map(keyOf);
  const around = referencesIn(step.sentence).map((name) => pathOf(name, step.base, session.value) ?? []);
  const places = new Set(around.map(placeOf));
  const here = placeOf(step.path);
  return {
    remarks: after.problems.filter(
      (problem) =>
        !ignored.includes(problem.rule) &&
        (placeOf(problem.path) === here ||
          (places.has(placeOf(problem.path)) && !known.includes(keyOf(problem)))),
    ),
  };
}

/** An unfinished file has blanks; that is no news while it is written. */
const ignored: readonly string[] = [unfilledBlank.id];

function keyOf({ rule, path }: Problem): string {
  return `${rule} ${placeOf(path)}`;
}

function problemsOf(
  session: Session,
  answers: Answers,
  options: LintOptions,
): { problems: readonly Problem[] } | { broken: string } {
  const value = finalValue({ ...session, answers }, { blanks: "text", items: "all" });
  // What the format needs and nobody has said yet is made up: it is not what is judged.
  const whole = { name: "____", definition: "____", game: "attention", inputs: [], ...Object(value) };
  const { star, problems } = check(JSON.stringify(whole), options);
  return star ? { problems } : { broken: problems[0]?.message ?? "this cannot be written" };
}
