/** Rules say why, the model says how likely a coach objects: where they disagree, the report asks instead of judging. */
import type { Setting } from "../config/config.generated.js";
import type { Path, Point, Problem } from "../file/problem.js";
import { opinionOfMetric } from "../model/model.js";
import type { Reading } from "../reading/reading.js";
import { modelLimits } from "./model-limits.js";
import type { Rule, Subject } from "./rule.js";
import { doubtfulBet } from "./rules/bets/doubtful-bet.js";
import { deniedPoint } from "./rules/format/denied-point.js";
import { doubtfulAnswer } from "./rules/format/doubtful-answer.js";
import { starRules } from "./rules/index.js";
import { doubtfulInput } from "./rules/inputs/doubtful-input.js";
import { doubtfulMetric } from "./rules/statement/doubtful-metric.js";
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
    found.flatMap(({ rule, path }) => (speaking.has(rule) ? (statementAt(path, subject)?.place ?? []) : [])),
  );
  return found.flatMap((each) => {
    const statement = statementAt(each.path, subject);
    if (statement?.percent === undefined) return [each];
    // A rule that says what is wrong says more than the model.
    if (ofModel.has(each.rule))
      return spoken.has(statement.place) || isOff(each, severities) ? [] : [alone(each, statement)];
    const rule = weighing.get(each.rule);
    const isDecided = each.severity !== rule?.severity;
    return isDecided || isBadName(each, subject) ? [each] : [together(each, statement)];
  });
}

/** A text that the model has an opinion of. */
interface Statement {
  /** Which of them it is: the metric, the second Input, the third bet, the answer to a point. */
  place: string;
  /** From how many percent on the model says what of it. */
  limits: { doubts: number; objects?: number; objectsToValue?: number };
  percent: number | undefined;
  /** What it says, where it is a metric or an Input. */
  reading?: Reading | undefined;
}

/** The statement that a place is in, if any. */
function statementAt(path: Path, { opinions, metric, inputs }: Subject): Statement | undefined {
  const [first, second, third] = path;
  if (first === "name" || first === "definition")
    return {
      place: "metric",
      limits: modelLimits.metric,
      percent: opinions.metric?.percent,
      reading: metric,
    };
  const place = `${first} ${second}`;
  if (first === "inputs" && typeof second === "number" && isOfInput(third))
    return {
      place,
      limits: modelLimits.input,
      percent: opinions.inputs[second]?.percent,
      reading: inputs[second],
    };
  if (first === "bets" && typeof second === "number" && third === "if")
    return { place, limits: modelLimits.bet, percent: opinions.bets[second]?.percent };
  if (first === "checklist" && second !== undefined)
    return { place, limits: modelLimits.answer, percent: opinions.answers[second as Point]?.percent };
  return undefined;
}

function isOfInput(key: string | number | undefined): boolean {
  return key === undefined || key === "name" || key === "definition";
}

/** What a rule and the model say of a statement. */
function together(problem: Problem, statement: Statement): Problem {
  const { percent = 0, reading, limits } = statement;
  // A question about a bet stays one.
  if (problem.severity === "note") return reading && isSure(statement) ? asWarning(problem) : problem;
  // Both say so: as it is. The model is in doubt: no error. It is against: a question.
  if (percent >= modelLimits.agrees) return problem;
  return percent < limits.doubts ? asQuestion(problem) : asWarning(problem);
}

/** What the model alone says. */
function alone(problem: Problem, statement: Statement): Problem {
  return problem.severity === "warning" && isSure(statement) ? asWarning(problem) : asQuestion(problem);
}

/** Whether a name says enough by itself: "Monthly Recurring Revenue" is no better over a sound definition. */
function isBadName({ path, rule }: Problem, { title }: Subject): boolean {
  if (path[0] !== "name" || rule === vanityName.id) return false;
  return opinionOfMetric(title).percent >= modelLimits.objectsToName;
}

/** Whether the model is sure of itself, and the reading does not find what speaks against it. */
function isSure({ percent = 0, reading, limits }: Statement): boolean {
  const isPraised = reading?.acts.some(({ kind, ours }) => kind === "value" && !ours);
  if (reading?.customersMoney) return false;
  return percent >= ((isPraised ? limits.objectsToValue : limits.objects) ?? Infinity);
}

/** One of the two is sure: a warning. */
function asWarning(problem: Problem): Problem {
  return { ...problem, severity: "warning", confidence: "medium" };
}

/** They disagree: a question. */
function asQuestion(problem: Problem): Problem {
  return { ...problem, severity: "note", confidence: "low" };
}

/** Whether a team has turned off a rule about what the model objects to. */
function isOff({ rule, point, path }: Problem, severities: Readonly<Record<string, Setting>>): boolean {
  if (rule === doubtfulAnswer.id) return severities[deniedPoint.id] === "off";
  const part = path[0] === "bets" ? "bets" : (point ?? "inputs");
  return starRules.some((each) => severities[each.id] === "off" && each.part === part && each.english);
}

const ofModel: ReadonlySet<string> = new Set(
  [doubtfulMetric, doubtfulInput, doubtfulBet, doubtfulAnswer].map(({ id }) => id),
);

/** Rules beside which the model has nothing to say of the same statement. */
const speaking: ReadonlySet<string> = new Set(
  starRules
    .filter(({ id, part, english }) => english && part !== "statement" && !ofModel.has(id))
    .map(({ id }) => id),
);

/** Rules that read English, and so may misread it. */
const weighing: ReadonlyMap<string, Rule> = new Map(
  starRules
    .filter(({ id, english, certain }) => english && !certain && !ofModel.has(id))
    .map((rule) => [rule.id, rule]),
);
