/** Asks the table of verdicts what becomes of each finding, by what rules and model say of its text. */
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
import { type VerdictRow, verdictOn } from "./verdicts.js";

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
    const rule = weighing.get(each.rule);
    const verdict = verdictOn({
      byModel: ofModel.has(each.rule),
      severity: each.severity,
      percent: statement?.percent,
      doubts: statement?.limits.doubts ?? 0,
      isRead: statement?.reading !== undefined,
      mayMisread: rule !== undefined,
      isExplained: () => statement !== undefined && spoken.has(statement.place),
      isTurnedOff: () => isOff(each, severities),
      isSetByTeam: () => each.severity !== rule?.severity,
      isClearName: () => isClearName(each, subject),
      isSure: () => statement !== undefined && isSure(statement),
    });
    return verdict ? asGiven(each, verdict) : [];
  });
}

/** A problem as a row of the table makes it. */
function asGiven(problem: Problem, { name, gives }: VerdictRow): Problem[] {
  if (!gives) return [];
  const { severity = problem.severity, confidence } = gives;
  return [{ ...problem, severity, ...(confidence !== "high" && { confidence }), verdict: name }];
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

/** Whether a name says enough by itself: "Monthly Recurring Revenue" is no better over a sound definition. */
function isClearName({ path, rule }: Problem, { title }: Subject): boolean {
  if (path[0] !== "name" || rule === vanityName.id) return false;
  return opinionOfMetric(title).percent >= modelLimits.objectsToName;
}

/** Whether the model is sure of itself, and the reading does not find what speaks against it. */
function isSure({ percent = 0, reading, limits }: Statement): boolean {
  const isPraised = reading?.acts.some(({ kind, ours }) => kind === "value" && !ours);
  if (reading?.customersMoney) return false;
  return percent >= ((isPraised ? limits.objectsToValue : limits.objects) ?? Infinity);
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
