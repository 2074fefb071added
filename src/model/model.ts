/** How likely a coach objects to a statement, and to what, learnt from labelled ones; `scripts/train.ts` makes the weights. */
import type { Point } from "../file/problem.js";
import type { Reading } from "../reading/reading.js";
import { type Features, featuresOf } from "./features.js";
import { type InputObjection, logitOf, type Outputs } from "./linear.js";
import { weights } from "./weights.generated.js";

/** How likely a coach objects, in percent, and what the objection would most likely be. */
export interface Opinion<Objection> {
  percent: number;
  objection: Objection;
}

/** What the model says of a metric. */
export function opinionOfMetric(metric: Reading): Opinion<Point> {
  return opinionBy(weights.metric, featuresOf(metric));
}

/** What it says of an Input of a metric. */
export function opinionOfInput(input: Reading, metric: Reading): Opinion<InputObjection> {
  return opinionBy(weights.input, featuresOf(input, `${metric.name} ${metric.definition}`));
}

/** What weights say of features. */
export function opinionBy<Objection extends string>(
  { bad, objections, percents }: Outputs<Objection>,
  features: Features,
): Opinion<Objection> {
  const score = logitOf(bad, features);
  let percent = 0;
  while (percent < percents.length && score >= (percents[percent] ?? 0)) percent += 1;
  return {
    percent,
    // Of most statements nobody asks for it.
    get objection() {
      const names = Object.keys(objections) as Objection[];
      const scores = names.map((name) => ({ name, score: logitOf(objections[name], features) }));
      return scores.reduce((best, each) => (each.score > best.score ? each : best)).name;
    },
  };
}
