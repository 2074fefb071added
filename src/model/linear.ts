/** A linear model in whole numbers, so that every machine says the same. */
import type { Point } from "../file/problem.js";
import { type Features, kinds } from "./features.js";

/** The weights of one question: of words, groups of letters and what the reading found, a letter each. */
export interface LinearModel {
  bias: number;
  tables: readonly string[];
  /** What a step of a weight is worth in each table, in units of 2^-16 of a logit. */
  scales: readonly number[];
}

/** What is asked of a kind of statements: whether a coach objects, and to what. */
export interface Outputs<Objection extends string> {
  bad: LinearModel;
  objections: Readonly<Record<Objection, LinearModel>>;
  /** The score from which it is one percent sure, two, and so on. */
  percents: readonly number[];
}

/** What may be wrong with an Input. */
export const inputObjections = [
  "task",
  "goal",
  "result",
  "repeats",
  "broad",
  "narrow",
  "vanity",
  "uncountable",
  "swapped",
] as const;
export type InputObjection = (typeof inputObjections)[number];

/** The weights of all questions. */
export interface Weights {
  metric: Outputs<Point>;
  input: Outputs<InputObjection>;
}

/** The letter of a weight of nothing; the next one is one more. */
export const zero = 50;

/** The sum of the weights of all features, in units of 2^-16 of a logit. */
export function logitOf({ bias, tables, scales }: LinearModel, features: Features): number {
  let score = bias;
  for (const [index, kind] of kinds.entries()) {
    const table = tables[index] ?? "";
    const own = features[kind];
    let sum = 0;
    // The length of a table is a power of two.
    for (const feature of own) sum += table.charCodeAt(feature & (table.length - 1)) - zero;
    score += Math.floor((sum * (scales[index] ?? 0)) / lengthOf(own.length));
  }
  return score;
}

/** What the weights of so many features are divided by: the square root, in sixteenths. */
export function lengthOf(count: number): number {
  return Math.floor(Math.sqrt(Math.max(count, 1)) * 16);
}
