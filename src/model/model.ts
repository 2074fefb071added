/**
 * A linear model of labelled statements: how likely a coach objects, and to what. Whole numbers only, so that every
 * machine says the same. `scripts/train.ts` makes the weights.
 */
import type { Point } from "../file/problem.js";
import type { Reading } from "../reading/reading.js";
import { type Features, featuresOf, kinds } from "./features.js";
import { type LinearModel, type Outputs, outputs } from "./weights.generated.js";

/** What may be wrong with an Input. */
export type InputFault =
  | "task"
  | "goal"
  | "result"
  | "repeats"
  | "broad"
  | "narrow"
  | "vanity"
  | "uncountable"
  | "swapped";

/** How likely a coach objects, in percent, and what the objection would most likely be. */
export interface Opinion<Objection> {
  percent: number;
  objection: Objection;
}

/** What the model says of a metric. */
export function opinionOfMetric(metric: Reading): Opinion<Point> {
  return opinionBy(outputs.metric, featuresOf(metric));
}

/** What it says of an Input of a metric. */
export function opinionOfInput(input: Reading, metric: Reading): Opinion<InputFault> {
  return opinionBy(outputs.input, featuresOf(input, `${metric.name} ${metric.definition}`));
}

/** What weights say of features. */
export function opinionBy<Objection extends string>(
  { bad, objections, percents }: Outputs,
  features: Features,
): Opinion<Objection> {
  const score = logitOf(bad, features);
  let percent = 0;
  while (percent < percents.length && score >= (percents[percent] ?? 0)) percent += 1;
  const scores = Object.entries(objections).map(([name, output]) => ({
    name,
    score: logitOf(output, features),
  }));
  const [best] = scores.sort((a, b) => b.score - a.score);
  return { percent, objection: (best?.name ?? "") as Objection };
}

/** The sum of the weights of all features, in units of 2^-16 of a logit. */
export function logitOf({ bias, tables, scales }: LinearModel, features: Features): number {
  let score = bias;
  for (const [index, kind] of kinds.entries()) {
    const table = tables[index] ?? "";
    const own = features[kind];
    let sum = 0;
    // The length of a table is a power of two.
    for (const feature of own) sum += table.charCodeAt(feature & (table.length - 1)) - zero;
    score += Math.floor((sum * (scales[index] ?? 0)) / Math.max(1, Math.floor(Math.sqrt(own.length) * 16)));
  }
  return score;
}

/** The letter of a weight of nothing; the next one is one more. */
export const zero = 50;
