/** Makes the weights of src/model from the labelled statements of test/judgement: the same statements, the same bytes. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Point, points } from "../src/file/problem.js";
import { checkSource } from "../src/lint/check.js";
import { type Features, featuresOf, featuresOfAnswer, featuresOfBet, kinds } from "../src/model/features.js";
import {
  type LinearModel,
  lengthOf,
  logitOf,
  type Outputs,
  objections,
  type StatementKind,
  zero,
} from "../src/model/linear.js";
import { read } from "../src/reading/reading.js";
import { exampleNames, exampleTexts } from "./published.js";

export interface Statement {
  id: string;
  kind: StatementKind;
  name: string;
  /** The definition, the wording of a bet, or an answer. */
  definition: string;
  /** The metric that an Input is for. */
  beside?: string;
  /** The point that an answer is to. */
  point?: Point;
  bad: boolean;
  /** What a coach objects to, see {@link objections}. */
  objections: readonly string[];
  /** Whether the verdict turns on the text alone, and two readings agree. */
  sure: boolean;
  set: SetName;
  /** Never trained on, and never looked at. */
  frozen: boolean;
}

/** The files of labelled statements, and the set that each is scored in. */
const files = {
  metrics: "metrics",
  playbook: "playbook",
  statements: "statements",
  inputs: "statements",
  bets: "statements",
  answers: "statements",
  development: "development",
  wild: "wild",
  real: "real",
} as const;
export type SetName = (typeof files)[keyof typeof files] | "examples";

interface Entry {
  id: string;
  kind?: StatementKind;
  name?: string;
  metric_name?: string;
  definition?: string;
  for?: string;
  for_metric?: string;
  point?: Point;
  verdict: string;
  fails?: readonly string[];
  /** What the second reading objects to, where that is something else. */
  secondFails?: readonly string[];
  fault?: string;
  fair?: boolean;
  contested?: boolean;
  sure?: boolean;
}

/** Other words for the faults of Inputs. */
const faults: Readonly<Record<string, string>> = {
  "repeats-metric": "repeats",
  "too-broad": "broad",
  "too-narrow": "narrow",
};

/** Every labelled statement, and those that are published. */
export function statements(): Statement[] {
  return [...labelled(), ...published()];
}

function labelled(): Statement[] {
  return Object.entries(files).flatMap(([file, set]) => {
    const entries: Entry[] = JSON.parse(readFileSync(`test/judgement/${file}.json`, "utf8"));
    return entries.flatMap((entry) => statementsOf(entry, set));
  });
}

/** The North Stars of examples/ are good: the playbook and its companies say so. */
function published(): Statement[] {
  return exampleNames.flatMap((id, index) => {
    const { star } = checkSource(exampleTexts[index] ?? "", { rules: [], today: "" });
    if (!star) throw new Error(`examples/${id} cannot be read`);
    const good = {
      id,
      name: "",
      bad: false,
      objections: [],
      sure: true,
      set: "examples",
      frozen: false,
    } as const;
    const { name, definition, inputs, bets = [], checklist = {} } = star;
    return [
      { ...good, kind: "metric", name, definition } as const,
      ...inputs.map((input) => {
        const beside = `${name}: ${definition}`;
        return { ...good, kind: "input", name: input.name, definition: input.definition, beside } as const;
      }),
      ...bets.flatMap((bet): Statement[] => {
        const kind = bet.level === 2 ? "opportunity" : bet.level === 3 ? "intervention" : undefined;
        return kind ? [{ ...good, kind, definition: bet.if }] : [];
      }),
      ...points.flatMap((point): Statement[] => {
        const answer = checklist[point];
        return answer === undefined ? [] : [{ ...good, kind: "answer", point, definition: answer }];
      }),
    ];
  });
}

function statementsOf({ kind = "metric", ...entry }: Entry, set: SetName): Statement[] {
  const { id, verdict, point, fair = true, contested = false, sure = fair && !contested } = entry;
  const name = entry.name ?? entry.metric_name ?? "";
  const beside = entry.for ?? entry.for_metric;
  const { fails, secondFails = [] } = entry;
  const objections = fails
    ? [...new Set([...fails, ...secondFails])]
    : entry.fault && entry.fault !== "none"
      ? [entry.fault]
      : [];
  if (!entry.definition) return [];
  return [
    {
      id,
      kind,
      name,
      definition: entry.definition,
      ...(beside !== undefined && { beside }),
      ...(point && { point }),
      bad: verdict === "bad",
      objections: objections.map((each) => faults[each] ?? each),
      sure,
      set,
      frozen: (set === "metrics" || set === "wild") && isFrozen(id),
    },
  ];
}

/** A fifth, by the hash of the id. */
function isFrozen(id: string): boolean {
  return createHash("sha256").update(id).digest().readUInt32BE(0) % 5 === 0;
}

/** How large tables are, as powers of two: of words, letters and facts. */
const sizes: Readonly<Record<StatementKind, { bad: readonly number[]; objection: readonly number[] }>> = {
  metric: { bad: [15, 15, 9], objection: [10, 9, 8] },
  input: { bad: [15, 15, 9], objection: [10, 9, 8] },
  opportunity: { bad: [12, 12, 4], objection: [8, 8, 4] },
  intervention: { bad: [12, 12, 4], objection: [8, 8, 4] },
  answer: { bad: [12, 12, 12], objection: [8, 8, 8] },
};

interface Vector {
  at: Int32Array;
  by: Float64Array;
}

/** A model before it is rounded. */
interface Trained {
  weights: Float64Array;
  bias: number;
}

/** Sets of texts that teams have published, which count more than those written to teach. */
const publishedSets: ReadonlySet<SetName> = new Set(["playbook", "wild", "real", "development", "examples"]);

/** Trains whole numbers to say of statements of a kind whether something is so; those that are sure count more. */
function modelOf(
  own: readonly Statement[],
  size: readonly number[],
  isSo: (each: Statement) => boolean,
): LinearModel {
  const vectors = own.map((each) => vectorOf(featuresIn(each), size));
  return rounded(train(vectors, own.map(isSo), own.map(weightOf), size), size);
}

function weightOf({ set, sure }: Statement): number {
  return (publishedSets.has(set) ? 4 : 1) * (sure ? 1 : 0.4);
}

/** Each statement is asked for in many trainings. */
const readFeatures = new WeakMap<Statement, Features>();

export function featuresIn(statement: Statement): Features {
  const features = readFeatures.get(statement) ?? featuresAnew(statement);
  readFeatures.set(statement, features);
  return features;
}

function featuresAnew({ kind, name, definition, beside, point }: Statement): Features {
  if (kind === "opportunity" || kind === "intervention") return featuresOfBet(definition);
  return point ? featuresOfAnswer(point, definition) : featuresOf(read(name, definition), beside);
}

function vectorOf(features: Features, size: readonly number[]): Vector {
  const at: number[] = [];
  const by: number[] = [];
  let offset = 0;
  for (const [index, kind] of kinds.entries()) {
    const length = 2 ** (size[index] ?? 0);
    const part = 16 / lengthOf(features[kind].length);
    for (const feature of features[kind]) {
      at.push(offset + (feature & (length - 1)));
      by.push(part);
    }
    offset += length;
  }
  return { at: Int32Array.from(at), by: Float64Array.from(by) };
}

/** How often all statements are gone through, and how often before the weights count. */
const rounds = 15;
const warmUp = 5;

/** Logistic regression by stochastic gradients, in an order that is always the same. */
function train(
  vectors: readonly Vector[],
  truths: readonly boolean[],
  importance: readonly number[],
  size: readonly number[],
): Trained {
  const weights = new Float64Array(size.reduce((sum, bits) => sum + 2 ** bits, 0));
  const seen = new Float64Array(weights.length).fill(1e-6);
  const order = vectors.map((_, index) => index);
  // The mean of later rounds hangs less on the order than the last one does.
  const sums = new Float64Array(weights.length);
  let biasSum = 0;
  let bias = 0;
  let biasSeen = 1e-6;
  let seed = 7;
  for (let round = 0; round < rounds; round += 1) {
    for (let index = order.length - 1; index > 0; index -= 1) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      const other = seed % (index + 1);
      [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
    }
    for (const index of order) {
      const vector = vectors[index];
      if (!vector) continue;
      const { at, by } = vector;
      let score = bias;
      for (let each = 0; each < at.length; each += 1)
        score += (weights[at[each] ?? 0] ?? 0) * (by[each] ?? 0);
      const error = (sigmoid(score) - (truths[index] ? 1 : 0)) * (importance[index] ?? 1);
      for (let each = 0; each < at.length; each += 1) {
        const place = at[each] ?? 0;
        const weight = weights[place] ?? 0;
        const slope = error * (by[each] ?? 0) + 0.005 * weight;
        const known = (seen[place] ?? 0) + slope * slope;
        seen[place] = known;
        weights[place] = weight - (0.08 * slope) / Math.sqrt(known);
      }
      biasSeen += error * error;
      bias -= (0.1 * error) / Math.sqrt(biasSeen);
    }
    if (round < warmUp) continue;
    for (let place = 0; place < sums.length; place += 1)
      sums[place] = (sums[place] ?? 0) + (weights[place] ?? 0);
    biasSum += bias;
  }
  const counted = rounds - warmUp;
  return { weights: sums.map((sum) => sum / counted), bias: biasSum / counted };
}

/** From sums and products alone, which every machine rounds alike. */
function sigmoid(score: number): number {
  const far = Math.min(Math.max(score, -30), 30);
  return 1 / (1 + exponential(-far));
}

function exponential(power: number): number {
  const small = power / 1024;
  let sum = 1;
  let term = 1;
  for (let step = 1; step <= 8; step += 1) {
    term = (term * small) / step;
    sum += term;
  }
  for (let step = 0; step < 10; step += 1) sum *= sum;
  return sum;
}

/** How many steps a weight is large at most. */
const mostSteps = 15;

/** Weights as letters, in steps of a fifteenth of the largest that is common. */
function rounded({ weights, bias }: Trained, size: readonly number[]): LinearModel {
  const tables: string[] = [];
  const scales: number[] = [];
  let offset = 0;
  for (const bits of size) {
    const own = weights.subarray(offset, offset + 2 ** bits);
    offset += own.length;
    const large = [...own].map(Math.abs).sort((a, b) => a - b);
    const step = Math.max((large[Math.floor(large.length * 0.998)] ?? 0) / mostSteps, 1e-9);
    tables.push(
      [...own]
        .map((weight) =>
          String.fromCharCode(zero + Math.min(Math.max(Math.round(weight / step), -mostSteps), mostSteps)),
        )
        .join(""),
    );
    // The square root of the number of features is taken in sixteenths.
    scales.push(Math.round(step * 16 * 65536));
  }
  return { bias: Math.round(bias * 65536), tables, scales };
}

const isBad = ({ bad }: Statement) => bad;

/** Statements with what a model says of them that was not trained on them, by cross-validation. */
function crossValidated(
  own: readonly Statement[],
  size: readonly number[],
): { statement: Statement; logit: number }[] {
  const folds = 5;
  return Array.from({ length: folds }).flatMap((_, fold) => {
    const isOut = (index: number) => index % folds === fold;
    const rest = own.filter((_, index) => !isOut(index));
    const model = modelOf(rest, size, isBad);
    return own
      .filter((_, index) => isOut(index))
      .map((statement) => ({ statement, logit: logitOf(model, featuresIn(statement)) / 65536 }));
  });
}

/** Slope and intercept that make logits of the unseen into probabilities (Platt), for statements that are sure. */
function calibration(unseen: readonly { statement: Statement; logit: number }[]): [number, number] {
  const sure = unseen.filter(({ statement }) => statement.sure);
  let slope = 1;
  let intercept = 0;
  for (let round = 0; round < 400; round += 1) {
    let bySlope = 0;
    let byIntercept = 0;
    for (const { statement, logit } of sure) {
      const error = sigmoid(slope * logit + intercept) - (statement.bad ? 1 : 0);
      bySlope += error * logit;
      byIntercept += error;
    }
    slope -= (0.5 * bySlope) / sure.length;
    intercept -= (0.5 * byIntercept) / sure.length;
  }
  return [slope, intercept];
}

/** From which score on it is so many percent sure: 1 to 99. */
function percentsOf([slope, intercept]: [number, number]): number[] {
  return Array.from({ length: 99 }, (_, index) => {
    let from = -30;
    let to = 30;
    for (let step = 0; step < 60; step += 1) {
      const middle = (from + to) / 2;
      if (sigmoid(middle) < (index + 1) / 100) from = middle;
      else to = middle;
    }
    return Math.round(((from - intercept) / slope) * 65536);
  });
}

/** All weights of a kind of statements. */
export function weightsFrom(known: readonly Statement[], kind: StatementKind): Outputs<string> {
  const own = known.filter((each) => each.kind === kind);
  const { bad, objection } = sizes[kind];
  const models = objections[kind].map((fault) => [
    fault,
    modelOf(own, objection, ({ bad, objections }) => bad && objections.includes(fault)),
  ]);
  return {
    bad: modelOf(own, bad, isBad),
    objections: Object.fromEntries(models),
    percents: percentsOf(calibration(crossValidated(own, bad))),
  };
}

/** The text of src/model/weights.generated.ts. */
export function weightsFile(): string {
  const known = statements().filter(({ frozen }) => !frozen);
  const kinds = Object.keys(objections) as StatementKind[];
  const weights = Object.fromEntries(kinds.map((kind) => [kind, weightsFrom(known, kind)]));
  return `/** Made by scripts/train.ts from test/judgement; do not change by hand. */
import type { Weights } from "./linear.js";

export const weights: Weights = ${JSON.stringify(weights)};
`;
}
