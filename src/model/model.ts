/** How likely a coach objects to a statement, and to what, learnt from labelled ones; `scripts/train.ts` makes the weights. */
import type { Point } from "../file/problem.js";
import type { Reading } from "../reading/reading.js";
import { memoryOf } from "../reading/remember.js";
import { type Features, featuresOf, featuresOfAnswer, featuresOfBet } from "./features.js";
import { logitOf, type Objection, type Outputs } from "./linear.js";
import { weights } from "./weights.generated.js";

/** How likely a coach objects, in percent, and what the objection would most likely be. */
export interface Opinion<Fault> {
  percent: number;
  /** What percent comes from, in units of 2^-16 of a logit. */
  score: number;
  objection: Fault;
}

/** What is known of readings, which are remembered for some time; of an Input for the metric that it had last. */
const ofMetrics = new WeakMap<Reading, Opinion<Objection<"metric">>>();
const ofInputs = new WeakMap<Reading, { metric: Reading; opinion: Opinion<Objection<"input">> }>();
const ofBets = memoryOf<Opinion<Objection<"opportunity" | "intervention">>>();
const ofAnswers = memoryOf<Opinion<Objection<"answer">>>();

/** What the model says of a metric. */
export function opinionOfMetric(metric: Reading): Opinion<Objection<"metric">> {
  const opinion = ofMetrics.get(metric) ?? opinionBy(weights.metric, () => featuresOf(metric));
  ofMetrics.set(metric, opinion);
  return opinion;
}

/** What it says of an Input of a metric. */
export function opinionOfInput(input: Reading, metric: Reading): Opinion<Objection<"input">> {
  const known = ofInputs.get(input);
  if (known?.metric === metric) return known.opinion;
  const opinion = opinionBy(weights.input, () => featuresOf(input, `${metric.name} ${metric.definition}`));
  ofInputs.set(input, { metric, opinion });
  return opinion;
}

/** What it says of the wording of a bet of level 2 or 3. */
export function opinionOfBet(level: 2 | 3, text: string): Opinion<Objection<"opportunity" | "intervention">> {
  return ofBets(`${level} ${text}`, () => {
    const features = () => featuresOfBet(text);
    return level === 2 ? opinionBy(weights.opportunity, features) : opinionBy(weights.intervention, features);
  });
}

/** What it says of an answer to a point of the checklist. */
export function opinionOfAnswer(point: Point, text: string): Opinion<Objection<"answer">> {
  return ofAnswers(`${point} ${text}`, () => opinionBy(weights.answer, () => featuresOfAnswer(point, text)));
}

/** What weights say of features. */
export function opinionBy<Fault extends string>(
  { bad, objections, percents }: Outputs<Fault>,
  features: () => Features,
): Opinion<Fault> {
  const score = logitOf(bad, features());
  let percent = 0;
  while (percent < percents.length && score >= (percents[percent] ?? 0)) percent += 1;
  let objection: Fault | undefined;
  return {
    percent,
    score,
    // Of most statements nobody asks for it, and opinions are remembered: features would take a hundred times their room.
    get objection() {
      objection ??= strongestOf(objections, features());
      return objection;
    },
  };
}

function strongestOf<Fault extends string>(
  objections: Outputs<Fault>["objections"],
  features: Features,
): Fault {
  const names = Object.keys(objections) as Fault[];
  const scores = names.map((name) => ({ name, score: logitOf(objections[name], features) }));
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).name;
}
