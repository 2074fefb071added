/** Makes the weights of src/model from the labelled statements of test/judgement: the same statements, the same bytes. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { points } from "../src/file/problem.js";
import { checkSource } from "../src/lint/check.js";
import { type Features, featuresOf, kinds } from "../src/model/features.js";
import {
  inputObjections,
  type LinearModel,
  lengthOf,
  logitOf,
  type Outputs,
  zero,
} from "../src/model/linear.js";
import { read } from "../src/reading/reading.js";

export interface Statement {
  id: string;
  kind: "metric" | "input";
  name: string;
  definition: string;
  /** The metric that an Input is for. */
  beside?: string;
  bad: boolean;
  /** What a coach objects to: points of the checklist, or the fault of an Input. */
  objections: readonly string[];
  /** Whether the verdict turns on the text alone, and two readings agree. */
  sure: boolean;
  set: SetName;
  /** Never trained on, and never looked at. */
  frozen: boolean;
}

const files = ["metrics", "statements", "development", "wild"] as const;
export type SetName = (typeof files)[number] | "examples";

interface Entry {
  id: string;
  kind?: string;
  name?: string;
  metric_name?: string;
  definition?: string;
  for?: string;
  for_metric?: string;
  verdict: string;
  fails?: readonly string[];
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

/** Every labelled metric and Input, and those that are published. */
export function statements(): Statement[] {
  return [...labelled(), ...published()];
}

function labelled(): Statement[] {
  return files.flatMap((set) => {
    const entries: Entry[] = JSON.parse(readFileSync(`test/judgement/${set}.json`, "utf8"));
    return entries.flatMap(({ kind = "metric", ...entry }) =>
      kind === "metric" || kind === "input" ? statementsOf(kind, entry, set) : [],
    );
  });
}

/** The North Stars of examples/ are good: the playbook and its companies say so. */
function published(): Statement[] {
  return readdirSync("examples", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: id }) => {
      const star = checkSource(readFileSync(`examples/${id}/northstar.yaml`, "utf8"), {
        rules: [],
        today: "",
      }).star;
      if (!star) throw new Error(`examples/${id} cannot be read`);
      const good = { id, bad: false, objections: [], sure: true, set: "examples", frozen: false } as const;
      const { name, definition, inputs } = star;
      return [
        { ...good, kind: "metric", name, definition } as const,
        ...inputs.map((input) => {
          const beside = `${name}: ${definition}`;
          return { ...good, kind: "input", name: input.name, definition: input.definition, beside } as const;
        }),
      ];
    });
}

function statementsOf(kind: Statement["kind"], entry: Omit<Entry, "kind">, set: SetName): Statement[] {
  const { id, verdict, fair = true, contested = false, sure = fair && !contested } = entry;
  const name = entry.name ?? entry.metric_name ?? "";
  const beside = entry.for ?? entry.for_metric;
  const objections = entry.fails ?? (entry.fault && entry.fault !== "none" ? [entry.fault] : []);
  if (!entry.definition) return [];
  return [
    {
      id,
      kind,
      name,
      definition: entry.definition,
      ...(beside !== undefined && { beside }),
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

/** What is asked of statements of a kind, besides whether they are bad. */
const objectionsOf = { metric: points, input: inputObjections } as const;

/** How large the tables are, as powers of two: words, letters, reading. */
const sizes = { bad: [12, 13, 9], objection: [10, 9, 8] } as const;

/** How much each kind of features says at the start. */
const shares = [2, 2, 1] as const;

interface Vector {
  at: Int32Array;
  by: Float64Array;
}

/** A model before it is rounded. */
interface Trained {
  weights: Float64Array;
  bias: number;
}

/** Trains whole numbers to say of statements of a kind whether something is so; those that are sure count more. */
function modelOf(
  own: readonly Statement[],
  size: readonly number[],
  isSo: (each: Statement) => boolean,
): LinearModel {
  const weights = own.map(
    ({ set, sure }) => (set === "wild" || set === "examples" ? 2 : 1) * (sure ? 1 : 0.4),
  );
  const vectors = own.map((each) => vectorOf(featuresIn(each), size));
  return rounded(train(vectors, own.map(isSo), weights, size), size);
}

export function featuresIn({ name, definition, beside }: Statement): Features {
  return featuresOf(read(name, definition), beside);
}

function vectorOf(features: Features, size: readonly number[]): Vector {
  const at: number[] = [];
  const by: number[] = [];
  let offset = 0;
  for (const [index, kind] of kinds.entries()) {
    const length = 2 ** (size[index] ?? 0);
    const part = (shares[index] ?? 1) / (lengthOf(features[kind].length) / 16);
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
        const slope = error * (by[each] ?? 0) + 0.002 * weight;
        const known = (seen[place] ?? 0) + slope * slope;
        seen[place] = known;
        weights[place] = weight - (0.1 * slope) / Math.sqrt(known);
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

/** Weights as letters, in steps of a seventh of the largest that is common. */
function rounded({ weights, bias }: Trained, size: readonly number[]): LinearModel {
  const tables: string[] = [];
  const scales: number[] = [];
  let offset = 0;
  for (const [index, bits] of size.entries()) {
    const own = weights.subarray(offset, offset + 2 ** bits);
    offset += own.length;
    const large = [...own].map(Math.abs).sort((a, b) => a - b);
    const step = Math.max((large[Math.floor(large.length * 0.99)] ?? 0) / 7, 1e-9);
    tables.push(
      [...own]
        .map((weight) => String.fromCharCode(zero + Math.min(Math.max(Math.round(weight / step), -7), 7)))
        .join(""),
    );
    // The square root of the number of features is taken in sixteenths.
    scales.push(Math.round(step * (shares[index] ?? 1) * 16 * 65536));
  }
  return { bias: Math.round(bias * 65536), tables, scales };
}

const isBad = ({ bad }: Statement) => bad;

/** Statements with what a model says of them that was not trained on them, by cross-validation. */
function crossValidated(own: readonly Statement[], folds = 5): { statement: Statement; logit: number }[] {
  return Array.from({ length: folds }).flatMap((_, fold) => {
    const isOut = (index: number) => index % folds === fold;
    const rest = own.filter((_, index) => !isOut(index));
    const model = modelOf(rest, sizes.bad, isBad);
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
export function weightsFrom(known: readonly Statement[], kind: Statement["kind"]): Outputs<string> {
  const own = known.filter((each) => each.kind === kind);
  const objections = objectionsOf[kind].map((objection) => [
    objection,
    modelOf(own, sizes.objection, ({ bad, objections }) => bad && objections.includes(objection)),
  ]);
  return {
    bad: modelOf(own, sizes.bad, isBad),
    objections: Object.fromEntries(objections),
    percents: percentsOf(calibration(crossValidated(own))),
  };
}

/** The text of src/model/weights.generated.ts. */
export function weightsFile(): string {
  const known = statements().filter(({ frozen }) => !frozen);
  const weights = { metric: weightsFrom(known, "metric"), input: weightsFrom(known, "input") };
  return `/** Made by scripts/train.ts from test/judgement; do not change by hand. */
import type { Weights } from "./linear.js";

export const weights: Weights = ${JSON.stringify(weights)};
`;
}
