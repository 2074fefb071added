/** Rules say why, the model says how likely a coach objects: where they disagree, the report asks instead of judging. */
import { type Part, type Problem, pointOf, type Severity } from "../file/problem.js";
import { opinionOfMetric } from "../model/model.js";
import type { Subject } from "./rule.js";
import { starRules } from "./rules/index.js";
import { doubtfulInput } from "./rules/inputs/doubtful-input.js";
import { goalAsInput } from "./rules/inputs/goal-as-input.js";
import { inputRepeatsMetric } from "./rules/inputs/input-repeats-metric.js";
import { repeatedInput } from "./rules/inputs/repeated-input.js";
import { goalAsMetric } from "./rules/measurable/goal-as-metric.js";
import { doubtfulMetric } from "./rules/statement/doubtful-metric.js";
import { compositeScore } from "./rules/understandable/composite-score.js";
import { statisticalJargon } from "./rules/understandable/statistical-jargon.js";
import { allTimeTotal } from "./rules/vanity/all-time-total.js";
import { vanityName } from "./rules/vanity/vanity-name.js";

/** What was found, as grave as rules and model are sure of it together; `off` are the parts of rules that are off. */
export function weighed(found: readonly Problem[], subject: Subject, off: ReadonlySet<Part>): Problem[] {
  const spoken = new Set(
    found.flatMap((each) => (ofRules.has(each.rule) || ofForm.has(each.rule) ? statementOf(each) : [])),
  );
  return found.flatMap((each) => {
    const statement = statementOf(each);
    if (statement === undefined) return [each];
    const percent = percentOf(statement, subject);
    // A rule that says what is wrong says more than the model, also where the team has turned it off.
    if (ofModel.has(each.rule) && off.has(each.point ?? "inputs")) return [];
    if (ofModel.has(each.rule))
      return spoken.has(statement) ? [] : [isSure(statement, subject) ? likely(each) : asked(each)];
    if (!ofRules.has(each.rule) || isBadName(each, subject)) return [each];
    if (each.severity === "note") return [isSure(statement, subject) ? likely(each) : each];
    return [together(each, percent)];
  });
}

/** Both say so: as it is. The model is in doubt: no error. It is against: a question. */
function together(problem: Problem, percent: number | null): Problem {
  if (percent === null || percent >= 70) return problem;
  if (percent < 35) return asked(problem);
  return { ...problem, severity: atMost("warning", problem.severity), confidence: "medium" };
}

/** Whether a name says enough by itself: "Monthly Recurring Revenue" is no better over a sound definition. */
function isBadName({ path, rule }: Problem, { title }: Subject): boolean {
  return path[0] === "name" && rule !== vanityName.id && opinionOfMetric(title).percent >= 97;
}

/** Whether the model is sure of itself, and the reading does not find what speaks against it. */
function isSure(statement: number, subject: Subject): boolean {
  const percent = percentOf(statement, subject);
  const { acts, customersMoney } =
    (statement === 0 ? subject.metric : subject.inputs[statement - 1]) ?? subject.metric;
  const isPraised = acts.some(({ kind, ours }) => kind === "value" && !ours);
  return percent !== null && !customersMoney && percent >= (isPraised ? 90 : 70);
}

/** One of the two is sure: a warning. */
function likely(problem: Problem): Problem {
  return { ...problem, severity: "warning", confidence: "medium" };
}

/** They disagree: a question. */
function asked(problem: Problem): Problem {
  return { ...problem, severity: "note", confidence: "low" };
}

function atMost(most: Severity, severity: Severity): Severity {
  return severity === "error" ? most : severity;
}

/** The statement that a problem is about: 0 is the metric, 1 the first Input; undefined for any other place. */
function statementOf({ path: [first, second, third] }: Problem): number | undefined {
  if (first === "name" || first === "definition") return 0;
  if (first !== "inputs" || typeof second !== "number") return undefined;
  return third === undefined || third === "name" || third === "definition" ? second + 1 : undefined;
}

function percentOf(statement: number, { opinion, inputOpinions }: Subject): number | null {
  return (statement === 0 ? opinion : inputOpinions[statement - 1])?.percent ?? null;
}

const ofModel: ReadonlySet<string> = new Set([doubtfulMetric.id, doubtfulInput.id]);

/** Rules that go by the form of a text, which is hard to misread: a target, an index, two texts that are alike. */
const ofForm: ReadonlySet<string> = new Set(
  [
    allTimeTotal,
    compositeScore,
    goalAsInput,
    goalAsMetric,
    inputRepeatsMetric,
    repeatedInput,
    statisticalJargon,
  ].map(({ id }) => id),
);

/** Rules that read English, and so may misread it. */
const ofRules: ReadonlySet<string> = new Set(
  starRules
    .filter(({ english, part }) => english && (pointOf(part) || part === "inputs"))
    .map(({ id }) => id)
    .filter((id) => !ofModel.has(id) && !ofForm.has(id)),
);
