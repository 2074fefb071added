/** Rules say why, the model says how likely a coach objects: where they disagree, the report asks instead of judging. */
import type { Setting } from "../config/config.generated.js";
import { type Path, type Problem, pointOf, type Severity } from "../file/problem.js";
import { opinionOfMetric } from "../model/model.js";
import type { Reading } from "../reading/reading.js";
import { modelLimits } from "./model-limits.js";
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

/**
 * What was found, as grave as rules and model are sure of it together. A severity that a team has set and that is not
 * the rule's own stays; where a rule is off, the model says nothing of its point instead.
 */
export function weighed(
  found: readonly Problem[],
  subject: Subject,
  severities: Readonly<Record<string, Setting>>,
): Problem[] {
  const spoken = new Set(
    found.flatMap(({ rule, path }) => (ofRules.has(rule) || ofForm.has(rule) ? statementAt(path) : [])),
  );
  return found.flatMap((each) => {
    const index = statementAt(each.path);
    const statement = index === undefined ? undefined : statementOf(index, subject);
    if (index === undefined || !statement) return [each];
    // A rule that says what is wrong says more than the model.
    if (ofModel.has(each.rule))
      return spoken.has(index) || isOff(each, severities)
        ? []
        : [isSure(statement) ? asWarning(each) : asQuestion(each)];
    const isDecided = each.severity !== ofRules.get(each.rule);
    if (isDecided || isBadName(each, subject)) return [each];
    if (each.severity === "note") return [isSure(statement) ? asWarning(each) : each];
    return [together(each, statement)];
  });
}

/** What is judged: the metric, or an Input. */
interface Statement {
  reading: Reading;
  percent: number;
}

/** Both say so: as it is. The model is in doubt: no error. It is against: a question. */
function together(problem: Problem, { percent }: Statement): Problem {
  if (percent >= modelLimits.objects) return problem;
  return percent < modelLimits.doubts ? asQuestion(problem) : asWarning(problem);
}

/** Whether a name says enough by itself: "Monthly Recurring Revenue" is no better over a sound definition. */
function isBadName({ path, rule }: Problem, { title }: Subject): boolean {
  if (path[0] !== "name" || rule === vanityName.id) return false;
  return opinionOfMetric(title).percent >= modelLimits.objectsToName;
}

/** Whether the model is sure of itself, and the reading does not find what speaks against it. */
function isSure({ percent, reading: { acts, customersMoney } }: Statement): boolean {
  const isPraised = acts.some(({ kind, ours }) => kind === "value" && !ours);
  return !customersMoney && percent >= (isPraised ? modelLimits.objectsToValue : modelLimits.objects);
}

/** One of the two is sure: a warning. */
function asWarning(problem: Problem): Problem {
  return { ...problem, severity: "warning", confidence: "medium" };
}

/** They disagree: a question. */
function asQuestion(problem: Problem): Problem {
  return { ...problem, severity: "note", confidence: "low" };
}

/** The statement that a place is in: 0 is the metric, 1 the first Input; undefined for any other place. */
function statementAt([first, second, third]: Path): number | undefined {
  if (first === "name" || first === "definition") return 0;
  if (first !== "inputs" || typeof second !== "number") return undefined;
  return third === undefined || third === "name" || third === "definition" ? second + 1 : undefined;
}

/** A statement with what the model says of it; undefined where that is nothing. */
function statementOf(
  index: number,
  { metric, opinion, inputs, inputOpinions }: Subject,
): Statement | undefined {
  const reading = index === 0 ? metric : inputs[index - 1];
  const percent = (index === 0 ? opinion : inputOpinions[index - 1])?.percent;
  return reading && percent !== undefined ? { reading, percent } : undefined;
}

/** Whether a team has turned off a rule of the point that the model objects to, or of Inputs. */
function isOff({ point }: Problem, severities: Readonly<Record<string, Setting>>): boolean {
  return starRules.some(({ id, part }) => severities[id] === "off" && part === (point ?? "inputs"));
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

/** Rules that read English, and so may misread it, with their severities. */
const ofRules: ReadonlyMap<string, Severity> = new Map(
  starRules
    .filter(({ id, english, part }) => english && (pointOf(part) || part === "inputs") && !ofModel.has(id))
    .filter(({ id }) => !ofForm.has(id))
    .map(({ id, severity }) => [id, severity]),
);
