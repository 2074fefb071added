/** Rules × Northstar -> Problem[]: placed, sorted, each once. */
import { type Northstar, treeOf } from "../file/northstar.js";
import { compareProblems, type Problem, problem } from "../file/problem.js";
import type { Source } from "../file/source.js";
import { read } from "../reading/reading.js";
import type { Rule, Subject } from "./rule.js";

export interface LintOptions {
  rules: readonly Rule[];
  /** The day of the check, as YYYY-MM-DD. */
  today: string;
}

/** What the rules have to say of a North Star, in the order of its file. */
export function lint(star: Northstar, source: Source, { rules, today }: LintOptions): Problem[] {
  const subject = subjectOf(star, today);
  const english = /^en\b/i.test(star.language ?? "en");
  return rules
    .filter((rule) => english || !rule.english)
    .flatMap((rule) => [...problemsOf(rule, subject, source)])
    .sort(compareProblems);
}

/** What rules look at. */
export function subjectOf(star: Northstar, today: string): Subject {
  return {
    star,
    tree: treeOf(star),
    metric: read(star.name, star.definition),
    inputs: star.inputs.map((input) => read(input.name, input.definition)),
    today,
  };
}

function* problemsOf(rule: Rule, subject: Subject, source: Source): Iterable<Problem> {
  for (const { path, message, at, span, related = [], point } of rule.check(subject)) {
    const place = source.locate(path, { ...(at && { at }), ...(span && { span }) });
    const others = related.map((other) => ({ ...source.locate(other.path), message: other.message }));
    yield problem(rule, { ...place, related: [...others, ...place.related] }, message, {
      ...(point && { point }),
    });
  }
}
